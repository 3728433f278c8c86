// SPDX-License-Identifier: MIT
// The stages of one alternative as boxes of dots on a canvas.
import { counts, type Household } from '../data/crowd';
import { h } from '../page/dom';
import { number } from '../language/format';
import type { View } from './view';

const STEP = 9;
const RADIUS = 3.2;
const PAD = 8;
const TITLE = 42;
const WEEK = 7;
/** Share of a week that a dot needs to move. */
const MOVING = 0.9;

/** As in the style sheet's .dot-N. */
const COLOURS = ['#0b6a6e', '#c06a1b', '#5a4a9c', '#96336b'];

interface Box {
  stage: number;
  element: HTMLElement;
  count: HTMLElement;
  exit: boolean;
}

interface Visit {
  from: number;
  to: number;
  stage: number;
  slot: number;
}

interface Dot {
  group: number;
  visits: Visit[];
}

/** Each visit gets the lowest free place in its stage, as a car in a car park. */
function park(all: Household[], stages: number, exits: ReadonlySet<number>): Dot[] {
  const dots = all.map((household): Dot => {
    const visits = household.days.flatMap((day, i): Visit[] => {
      const stage = household.stages[i] ?? -1;
      if (stage < 0) return [];
      return [{ from: day / WEEK, to: (household.days[i + 1] ?? Infinity) / WEEK, stage, slot: 0 }];
    });
    return { group: household.group, visits };
  });
  const free: number[][] = Array.from({ length: stages }, () => []);
  const used = new Array<number>(stages).fill(0);
  const moments = dots
    .flatMap(({ visits }) => visits)
    .filter(({ stage }) => !exits.has(stage))
    .flatMap((visit) => [
      { at: visit.from, visit, begins: true },
      { at: visit.to, visit, begins: false },
    ])
    .sort((a, b) => a.at - b.at || Number(a.begins) - Number(b.begins));
  for (const { visit, begins } of moments) {
    const places = free[visit.stage]!;
    if (!begins) {
      places.push(visit.slot);
      places.sort((a, b) => b - a);
    } else visit.slot = places.pop() ?? used[visit.stage]!++;
  }
  return dots;
}

export class Stagefield {
  readonly element: HTMLElement;
  private readonly canvas = h('canvas', { 'aria-hidden': 'true' });
  private readonly boxes: Box[];
  private readonly dots: Dot[];

  constructor(
    private readonly view: View,
    readonly name: string,
    all: Household[],
    private readonly counted: ReturnType<typeof counts>,
    most: number[],
    private readonly still: boolean,
  ) {
    const { stages } = view.model.staircase;
    const exits = new Set(stages.flatMap((stage, i) => (stage.kind === 'exit' ? [i] : [])));
    this.dots = park(all, stages.length, exits);
    this.boxes = stages.map((stage, i) => {
      const count = h('strong', {}, '0');
      const exit = stage.kind === 'exit';
      const element = h('div', { class: exit ? 'box exit' : 'box' }, h('span', {}, view.words.called(stage)), count);
      if (!exit) element.style.setProperty('--dots', String(most[i] ?? 0));
      return { stage: i, element, count, exit };
    });
    const living = this.boxes.filter(({ exit }) => !exit);
    const out = this.boxes.filter(({ exit }) => exit);
    for (const { element, stage } of living) {
      const rows = Math.ceil((most[stage] ?? 0) / 18);
      element.style.minHeight = `${TITLE + rows * STEP + PAD}px`;
    }
    this.element = h(
      'div',
      { class: 'field' },
      h('h3', {}, name),
      h(
        'div',
        { class: 'field-area' },
        h(
          'div',
          { class: 'boxes' },
          living.map(({ element }) => element),
        ),
        h(
          'div',
          { class: 'boxes exits' },
          out.map(({ element }) => element),
        ),
        this.canvas,
      ),
    );
  }

  /** Who lives in a stage at the end of a week; who has come to it, if it is an exit. */
  count(week: number, stage: number): number {
    const exit = this.view.model.staircase.stages[stage]?.kind === 'exit';
    return (exit ? this.counted.come : this.counted.living)[week]?.[stage] ?? 0;
  }

  draw(week: number): void {
    const area = this.canvas.parentElement;
    if (!area || area.clientWidth === 0) return;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [area.clientWidth, area.clientHeight];
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    const pen = this.canvas.getContext('2d');
    if (!pen) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    for (const { stage, count } of this.boxes)
      count.textContent = number(this.view.words, this.count(Math.floor(week), stage));
    const places = this.boxes.map(({ element }) => ({
      x: element.offsetLeft,
      y: element.offsetTop,
      columns: Math.max(1, Math.floor((element.clientWidth - 2 * PAD) / STEP)),
    }));
    for (const dot of this.dots) this.drawDot(pen, dot, week, places);
  }

  private drawDot(
    pen: CanvasRenderingContext2D,
    dot: Dot,
    week: number,
    places: { x: number; y: number; columns: number }[],
  ) {
    let i = dot.visits.length - 1;
    while (i >= 0 && dot.visits[i]!.from > week) --i;
    const visit = dot.visits[i];
    if (!visit || visit.to <= week) return;
    const before = dot.visits[i - 1];
    const spot = ({ stage, slot }: Visit) => {
      const place = places[stage]!;
      if (this.boxes[stage]?.exit) return { x: place.x + 12, y: place.y + 12 };
      return {
        x: place.x + PAD + (slot % place.columns) * STEP + STEP / 2,
        y: place.y + TITLE + Math.floor(slot / place.columns) * STEP + STEP / 2,
      };
    };
    const come = this.still ? 1 : Math.min(1, (week - visit.from) / MOVING);
    // In an exit a dot arrives and is counted; it does not stay.
    if (this.boxes[visit.stage]?.exit && come >= 1) return;
    const to = spot(visit);
    const from = before && before.to === visit.from ? spot(before) : to;
    const ease = come * come * (3 - 2 * come);
    this.mark(pen, dot.group, from.x + (to.x - from.x) * ease, from.y + (to.y - from.y) * ease);
  }

  /** Groups differ in colour and in form. */
  private mark(pen: CanvasRenderingContext2D, group: number, x: number, y: number): void {
    pen.fillStyle = COLOURS[group % COLOURS.length]!;
    pen.beginPath();
    const form = group % COLOURS.length;
    if (form === 0) pen.arc(x, y, RADIUS, 0, 2 * Math.PI);
    else if (form === 1) pen.rect(x - RADIUS + 0.3, y - RADIUS + 0.3, 2 * RADIUS - 0.6, 2 * RADIUS - 0.6);
    else {
      // A triangle, or with a lower corner a diamond.
      pen.moveTo(x, y - RADIUS - 0.6);
      pen.lineTo(x + RADIUS + 0.4, form === 2 ? y + RADIUS : y);
      if (form === 3) pen.lineTo(x, y + RADIUS + 0.6);
      pen.lineTo(x - RADIUS - 0.4, form === 2 ? y + RADIUS : y);
    }
    pen.fill();
  }
}
