// SPDX-License-Identifier: MIT
// Which numbers have a slider: what is changed most, as the scenario sets it and as its timeline and alternatives do.
import type { TreeNode } from '../../data/server';
import { quantity, rangeOf, tidied } from '../text/quantity';
import {
  annotation,
  child,
  find,
  isAnnotated,
  isList,
  isMapping,
  isText,
  keysOf,
  pathOf,
  plain,
  textOf,
  type Steps,
} from '../text/tree';

export const SECTIONS = ['fte', 'hours', 'units', 'allotted', 'prices', 'arrivals'] as const;
export type SliderSection = (typeof SECTIONS)[number];

export interface SliderSpot {
  steps: Steps;
  /** The program's path: the same in every text of a scenario. */
  path: string;
  /** The path of the number itself, whoever sets it: "staff.project.fte". */
  inner: string;
  section: SliderSection;
  /** What it is a number of: ['staff', 'project'], ['stages', 'hotel', 'forms', 'hostel']. */
  thing: Steps;
  field: string;
  group?: string;
  /** From when, where a timeline sets it. */
  date?: string;
  alternative?: string;
  number: number;
  unit: string;
  text: string;
  range: string | undefined;
}

const FIELDS: Record<string, Record<string, SliderSection>> = {
  staff: { fte: 'fte', direct_hours: 'hours' },
  stages: { units: 'units', allotted: 'allotted', price: 'prices', rent: 'prices' },
  groups: { arrivals: 'arrivals' },
};

interface Place {
  section: SliderSection;
  thing: string[];
  field: string;
  group?: string;
}

/** Whether a path leads to a number that has a slider. */
function placeOf(parts: readonly string[]): Place | undefined {
  const [kind = '', name = '', ...rest] = parts;
  const form = kind === 'stages' && rest[0] === 'forms' && rest[2] === 'price';
  const [field = '', group, more] = form ? rest.slice(2) : rest;
  const section = FIELDS[kind]?.[field];
  if (!section || more !== undefined) return undefined;
  const thing = form ? [kind, name, 'forms', rest[1] ?? ''] : [kind, name];
  return { section, thing, field, ...(group === undefined ? {} : { group }) };
}

interface Setter {
  date?: string;
  alternative?: string;
}

class Collector {
  readonly found: SliderSpot[] = [];
  constructor(private readonly tree: TreeNode | undefined) {}

  /** A number, or one for each group. */
  value(steps: Steps, parts: readonly string[], setter: Setter): void {
    const place = placeOf(parts);
    const node = find(this.tree, steps);
    const value = plain(node);
    if (!place || !node) return;
    if (isMapping(value) && !isAnnotated(value)) {
      if (place.group === undefined)
        for (const group of keysOf(value)) this.value([...steps, group], [...parts, group], setter);
      return;
    }
    const read = isText(value) ? quantity(value.text) : undefined;
    if (!read || !isText(value)) return;
    this.found.push({
      ...place,
      ...setter,
      ...read,
      steps,
      path: pathOf(this.tree, steps),
      inner: parts.join('.'),
      text: value.text,
      range: annotation(node, 'range'),
    });
  }

  scenario(): void {
    for (const [kind, fields] of Object.entries(FIELDS))
      for (const name of keysOf(child(this.tree, kind))) {
        for (const field of Object.keys(fields)) this.value([kind, name, field], [kind, name, field], {});
        for (const form of kind === 'stages' ? keysOf(find(this.tree, [kind, name, 'forms'])) : [])
          this.value([kind, name, 'forms', form, 'price'], [kind, name, 'forms', form, 'price'], {});
      }
  }

  changes(steps: Steps, setter: Setter): void {
    for (const path of keysOf(find(this.tree, steps))) this.value([...steps, path], path.split('.'), setter);
  }

  timeline(steps: Steps, setter: Setter): void {
    const rows = find(this.tree, steps);
    if (!isList(rows)) return;
    rows.list.forEach((row, i) => this.changes([...steps, i, 'change'], { ...setter, date: textOf(row, 'on') }));
  }

  alternatives(): void {
    for (const name of keysOf(child(this.tree, 'alternatives'))) {
      this.changes(['alternatives', name, 'change'], { alternative: name });
      this.timeline(['alternatives', name, 'timeline'], { alternative: name });
    }
  }
}

/** By section and thing; what a timeline or an alternative sets follows what the scenario sets. */
export function sliderSpots(tree: TreeNode | undefined): SliderSpot[] {
  const collector = new Collector(tree);
  collector.scenario();
  collector.timeline(['timeline'], {});
  collector.alternatives();
  const things = [...new Set(collector.found.map(({ thing }) => thing.join('.')))];
  const order = (spot: SliderSpot) => SECTIONS.indexOf(spot.section) * 10_000 + things.indexOf(spot.thing.join('.'));
  return collector.found
    .map((spot, i) => ({ spot, i }))
    .sort((a, b) => order(a.spot) - order(b.spot) || a.i - b.i)
    .map(({ spot }) => spot);
}

/** Alternatives that set this number from the first day on, so that it does not hold in them. */
export function overriding(tree: TreeNode | undefined, { inner, alternative }: SliderSpot): string[] {
  if (alternative !== undefined) return [];
  const same = (path: string) => path === inner || inner.startsWith(`${path}.`) || path.startsWith(`${inner}.`);
  return keysOf(child(tree, 'alternatives')).filter((name) =>
    keysOf(find(tree, ['alternatives', name, 'change'])).some((path) => {
      const set = find(tree, ['alternatives', name, 'change', path]);
      // A thing that is set as a whole sets only what stands in it.
      const below = inner.startsWith(`${path}.`) ? inner.slice(path.length + 1).split('.') : [];
      return same(path) && (below.length === 0 || find(set, below) !== undefined || isText(plain(set)));
    }),
  );
}

/** What holds in the alternative that is looked at, and what only holds in others. */
export function holdingIn(tree: TreeNode | undefined, spots: readonly SliderSpot[], looked: string) {
  const holds = (spot: SliderSpot) =>
    spot.alternative === undefined ? !overriding(tree, spot).includes(looked) : spot.alternative === looked;
  return { here: spots.filter(holds), elsewhere: spots.filter((spot) => !holds(spot)) };
}

/** The alternative that a report shows when nobody has chosen one: the one after what it is compared with. */
export function usualAlternative(tree: TreeNode | undefined): string {
  const names = keysOf(child(tree, 'alternatives'));
  return names[1] ?? names[0] ?? '';
}

export interface Bounds {
  low: number;
  high: number;
  step: number;
}

/** 1, 2 or 5 times a power of ten, not more than this. */
function roundStep(number: number): number {
  const power = 10 ** Math.floor(Math.log10(number));
  const times = [5, 2, 1].find((one) => one * power <= number * 1.0000001) ?? 1;
  return tidied(times * power);
}

/** How far a slider goes where nothing is there to double. */
function usual(section: SliderSection, unit: string): number {
  if (section === 'prices') return unit.endsWith('/day') ? 1000 : unit.endsWith('/year') ? 200_000 : 20_000;
  return { fte: 4, hours: 40, units: 20, allotted: 20, arrivals: 10 }[section];
}

function stepOf(section: SliderSection, span: number): number {
  if (section === 'fte') return span <= 20 ? 0.05 : 0.5;
  if (section === 'hours') return 0.5;
  if (section === 'units') return Math.max(1, roundStep(span / 200));
  return roundStep(span / 100);
}

/** From the range that is given with the value, else from nothing to twice as much. */
export function boundsOf({
  section,
  number,
  unit,
  range,
}: Pick<SliderSpot, 'section' | 'number' | 'unit' | 'range'>): Bounds {
  const [from, to] = rangeOf(range, unit) ?? [
    0,
    unit.startsWith('%') ? 100 : number > 0 ? number * 2 : usual(section, unit),
  ];
  const least = section === 'units' ? 10 : section === 'fte' ? 2 : 0;
  const [low, wide] = [Math.min(from, number), Math.max(to, number, range ? 0 : least)];
  const step = stepOf(section, wide - low);
  return { low, high: range ? wide : tidied(Math.ceil(tidied(wide / step)) * step), step };
}
