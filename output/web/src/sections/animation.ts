// SPDX-License-Identifier: MIT
// One replication as a film: households as dots that move through the stages, week by week, with both alternatives above
// each other. Nothing moves before it is started; with reduced motion dots jump instead of gliding.
import { counts, households } from '../data/crowd';
import { dayAfter, daysBetween } from '../data/months';
import { h } from '../page/dom';
import { select } from '../charts/figure';
import { date, number } from '../language/format';
import { table } from '../page/table';
import type { View } from './view';
import { alternativeName, groupName } from '../words/names';
import { compared } from './answer';
import { Stagefield } from './stagefield';

const WEEK = 7;
/** Weeks a second. */
const SPEEDS = [1, 2, 4, 8];

class Film {
  private week = 0;
  private playing = false;
  private speed = 2;
  private last = 0;
  private readonly weeks: number;
  private readonly fields: Stagefield[];
  private readonly slider: HTMLInputElement;
  private readonly when: HTMLElement;
  private readonly button: HTMLButtonElement;
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  readonly element: HTMLElement;

  constructor(private readonly view: View) {
    const { model, words } = view;
    const { from, to } = model.report.period;
    this.weeks = Math.max(2, Math.floor(daysBetween(from, to) / WEEK) + 1);
    const { alternatives } = model.report.viewer.paths;
    const all = compared(view).map((name) => ({ name, paths: households(alternatives[name] ?? []) }));
    const stages = model.staircase.stages.length;
    const counted = all.map(({ paths }) => counts(paths, stages, this.weeks));
    const most = Array.from({ length: stages }, (_, s) =>
      Math.max(...counted.flatMap(({ living }) => living.map((week) => week[s] ?? 0))),
    );
    this.fields = all.map(
      ({ name, paths }, i) => new Stagefield(view, alternativeName(view, name), paths, counted[i]!, most, this.still),
    );
    this.slider = h('input', {
      id: 'film-week',
      type: 'range',
      min: 0,
      max: this.weeks - 1,
      value: 0,
      step: 1,
      oninput: () => this.show(Number(this.slider.value)),
    });
    this.when = h('output', { for: 'film-week' });
    this.button = h('button', { type: 'button', id: 'film-play', onclick: () => this.toggle() }, words.t('film.play'));
    this.element = this.build();
  }

  private build(): HTMLElement {
    const { words, model } = this.view;
    const speeds = SPEEDS.map((speed) => ({ value: String(speed), name: words.t('film.speed_of', { weeks: speed }) }));
    const { every } = model.report.viewer.paths;
    return h(
      'div',
      { class: 'film' },
      h('p', {}, words.t('film.intro')),
      every > 1 ? h('p', { class: 'note' }, words.t('film.every', { every })) : null,
      h(
        'ul',
        { class: 'legend' },
        model.groups.map(({ name }, i) =>
          h('li', {}, h('span', { class: `dot dot-${i % 4}`, 'aria-hidden': 'true' }), groupName(this.view, name)),
        ),
      ),
      h(
        'div',
        { class: 'controls' },
        this.button,
        select(
          'film-speed',
          words.t('film.speed'),
          speeds,
          String(this.speed),
          (speed) => (this.speed = Number(speed)),
        ),
        h('label', { class: 'choice wide', for: 'film-week' }, h('span', {}, words.t('film.week')), this.slider),
        this.when,
      ),
      this.fields.map((field) => field.element),
      this.yearTable(),
    );
  }

  /** Who does not see the film reads it here. */
  private yearTable(): HTMLElement {
    const { words, model } = this.view;
    const { stages } = model.staircase;
    const from = model.report.period.from;
    const weeks = [0, 26, 52, 78, 104, 130, 156, 182, 208].filter((week) => week < this.weeks - 1);
    weeks.push(this.weeks - 1);
    const caption = words.t('film.table');
    return h(
      'details',
      {},
      h('summary', {}, words.t('figure.table')),
      this.fields.map((field) =>
        table({
          caption: `${caption}: ${field.name}`,
          captionHidden: false,
          columns: [
            { title: words.t('table.date') },
            ...stages.map((stage) => ({ title: words.called(stage), figures: true })),
          ],
          rows: weeks.map((week) => [
            date(words, dayAfter(from, week * WEEK)),
            ...stages.map((_, s) => number(words, field.count(week, s))),
          ]),
        }),
      ),
    );
  }

  toggle(): void {
    const { words } = this.view;
    this.playing = !this.playing;
    if (this.playing && this.week >= this.weeks - 1) this.show(0);
    this.button.textContent = words.t(this.playing ? 'film.pause' : 'film.play');
    this.last = performance.now();
    if (this.playing) requestAnimationFrame((now) => this.step(now));
  }

  private step(now: number): void {
    if (!this.playing || !this.element.isConnected) return;
    const exact = Math.min(this.weeks - 1, this.week + ((now - this.last) / 1000) * this.speed);
    if (this.still && Math.floor(exact) === Math.floor(this.week)) {
      requestAnimationFrame((next) => this.step(next));
      return;
    }
    this.last = now;
    this.show(exact);
    if (exact >= this.weeks - 1) this.toggle();
    else requestAnimationFrame((next) => this.step(next));
  }

  redraw(): void {
    this.show(this.week);
  }

  show(week: number): void {
    this.week = week;
    const whole = Math.floor(week);
    const { words, model } = this.view;
    const text = date(words, dayAfter(model.report.period.from, whole * WEEK));
    this.slider.value = String(whole);
    this.slider.setAttribute('aria-valuetext', text);
    this.when.textContent = text;
    for (const field of this.fields) field.draw(week);
  }
}

export function animation(view: View): HTMLElement {
  const film = new Film(view);
  // Drawn when the width is known or changes.
  const observer = new ResizeObserver(() => {
    if (film.element.isConnected) film.redraw();
    else observer.disconnect();
  });
  observer.observe(film.element);
  return film.element;
}
