// SPDX-License-Identifier: MIT
// Observations from a table: values of each row, and its errors.
import type { Label } from '../../data/report';
import { dayAfter } from '../../data/months';
import type { Facts, TreeNode } from '../../data/server';
import { amount, type Amount } from './amount';
import { days, wholeMonths, type Days } from './days';
import { writtenQuantity } from '../text/quantity';
import { flowMap, scalar } from '../text/scalar';
import type { Sheet } from './csv';
import { child, isList, textOf } from '../text/tree';

export const COLUMNS = ['measure', 'group', 'from', 'to', 'alternative', 'value', 'uncertainty', 'source'] as const;
export type Column = (typeof COLUMNS)[number] | 'month';

const HEADINGS: Record<Column, readonly string[]> = {
  measure: ['mått', 'matt', 'measure'],
  group: ['grupp', 'group'],
  from: ['från', 'fran', 'från och med', 'fr o m', 'from', 'start', 'börjar'],
  to: ['till', 'till och med', 't o m', 'to', 'slut', 'slutar'],
  month: ['månad', 'manad', 'month', 'period', 'år', 'year', 'kvartal', 'quarter', 'vecka', 'week', 'datum', 'date', 'tid', 'time'],
  alternative: ['alternativ', 'alternative'],
  value: ['värde', 'varde', 'value', 'antal', 'tal', 'belopp', 'amount', 'utfall'],
  uncertainty: ['osäkerhet', 'osakerhet', 'medelfel', 'uncertainty', 'standard error'],
  source: ['källa', 'kalla', 'source'],
};

/** An error, to be put into the reader's language. */
export type Wrong =
  | { kind: 'missing'; column: Column }
  | { kind: 'measure' | 'group' | 'alternative'; found: string; near: string }
  | { kind: 'date'; found: string }
  | { kind: Exclude<Amount['kind'], 'number'>; found: string }
  | { kind: 'outside'; found: string }
  | { kind: 'reversed' }
  | { kind: 'there' };

export interface ObservationRow {
  number: number;
  cells: Partial<Record<Column, string>>;
  /** As it was understood, to be looked at. */
  read: { from?: string; to?: string; value?: string; measure?: string };
  wrong: Wrong[];
  /** As it is written in the scenario, where nothing is wrong. */
  written: string;
}

export interface Reading {
  rows: ObservationRow[];
  /** Unknown headings. */
  unknown: string[];
  missing: Column[];
}

/** Whether a table may have this heading. */
export function isHeading(cell: string): boolean {
  return Object.values(HEADINGS).some((names) => names.includes(plain(cell)));
}

/** Nothing is wrong with it, but there is no value. */
export function isAbsent({ wrong }: ObservationRow): boolean {
  return wrong.length > 0 && wrong.every(({ kind }) => kind === 'absent');
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');

/** How many letters have to be changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    for (let j = 1; j <= b.length; ++j)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

function nearest(text: string, names: readonly string[]): string {
  const ranked = names.map((name) => ({ name, far: distance(plain(text), plain(name)) })).sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best && best.far <= Math.max(2, text.length / 3) ? best.name : '';
}

/** Names by which something may be called in a table. */
export type Names = ReadonlyMap<string, string>;

export interface Known {
  measures: Names;
  groups: Names;
  alternatives: Names;
}

/** Names by name, by label in either language, and by `called`. */
export function known(facts: Facts, called: (measure: string) => string[]): Known {
  const of = (
    things: readonly { name: string; label?: Label }[],
    more?: (name: string) => string[],
  ) =>
    new Map(
      things.flatMap(({ name, label }) =>
        [name, ...Object.values(label ?? {}), ...(more?.(name) ?? [])]
          .filter((one) => one !== '')
          .map((one) => [plain(one), name] as const),
      ),
    );
  return { measures: of(facts.measures, called), groups: of(facts.groups), alternatives: of(facts.alternatives) };
}

class Row {
  readonly wrong: Wrong[] = [];
  readonly entries: [string, string][] = [];
  private months = 0;

  constructor(
    private readonly cells: Partial<Record<Column, string>>,
    private readonly about: Known,
    private readonly facts: Facts,
  ) {}

  read(): void {
    this.name('measure', this.about.measures);
    this.name('group', this.about.groups);
    this.dates();
    this.number('value');
    this.number('uncertainty');
    this.name('alternative', this.about.alternatives);
    const source = this.cells.source ?? '';
    if (source !== '') this.entries.push(['source', scalar(source, true)]);
  }

  private name(column: 'measure' | 'group' | 'alternative', names: Names): void {
    const found = this.cells[column] ?? '';
    const everybody = column === 'group' && ['alla', 'all', 'samtliga'].includes(plain(found));
    if (found === '' || everybody) {
      if (column === 'measure') this.wrong.push({ kind: 'missing', column });
      return;
    }
    const name = names.get(plain(found));
    if (name !== undefined) this.entries.push([column, scalar(name, true)]);
    else this.wrong.push({ kind: column, found, near: nearest(found, [...new Set(names.values())]) });
  }

  private dates(): void {
    const from = this.cells.from || this.cells.month || '';
    const to = this.cells.to ?? '';
    const first = this.days(from);
    const last = to === '' ? first : this.days(to);
    if ((from !== '' && !first) || (to !== '' && !last)) return;
    if (first && last && first.from > last.to) this.wrong.push({ kind: 'reversed' });
    for (const one of [first?.from, last?.to]) if (one !== undefined) this.inPeriod(one);
    const { from: begin, to: end } = this.facts;
    const window = { from: first?.from ?? begin, to: last?.to ?? dayAfter(end, -1) };
    this.months = wholeMonths(window);
    if (first) this.entries.push(['from', first.from]);
    if (last) this.entries.push(['to', last.to]);
  }

  private days(text: string): Days | undefined {
    const found = text === '' ? undefined : days(text);
    if (text !== '' && !found) this.wrong.push({ kind: 'date', found: text });
    return found;
  }

  private inPeriod(day: string): void {
    if (day < this.facts.from || day >= this.facts.to) this.wrong.push({ kind: 'outside', found: day });
  }

  private number(column: 'value' | 'uncertainty'): void {
    const found = this.cells[column] ?? '';
    if (found === '') {
      if (column === 'value') this.wrong.push({ kind: 'missing', column });
      return;
    }
    const { unit = '' } = this.facts.measures.find(({ name }) => name === this.entry('measure')) ?? {};
    const read = amount(found, unit, this.months);
    if (read.kind === 'absent' && column === 'uncertainty') return;
    if (read.kind !== 'number') this.wrong.push({ kind: read.kind, found });
    else {
      const written = { number: read.number, unit: read.percent ? '%' : '' };
      this.entries.push([column, writtenQuantity(written, read.number >= 10_000 ? '1 000' : '')]);
    }
  }

  entry(wanted: string): string | undefined {
    return this.entries.find(([key]) => key === wanted)?.[1];
  }
}

function isThere(tree: TreeNode | undefined, entries: readonly [string, string][]): boolean {
  const list = child(tree, 'observations');
  const value = (key: string) => entries.find(([one]) => one === key)?.[1] ?? '';
  const whole = { from: (text: string) => days(text)?.from ?? text, to: (text: string) => days(text)?.to ?? text };
  const same = (row: TreeNode) =>
    ['measure', 'group', 'alternative'].every((key) => textOf(row, key) === value(key)) &&
    (['from', 'to'] as const).every((key) => whole[key](textOf(row, key)) === value(key));
  return isList(list) && list.list.some((row) => textOf(row, 'value') !== '' && same(row));
}

/** `measure` is that of all rows, where the table has no column for it. */
export function readObservations(
  table: Sheet,
  facts: Facts,
  about: Known,
  tree: TreeNode | undefined,
  measure = '',
): Reading {
  const columns = table.heading.map((heading) =>
    (Object.keys(HEADINGS) as Column[]).find((column) => HEADINGS[column].includes(plain(heading))),
  );
  const unknown = table.heading.filter((heading, i) => heading !== '' && columns[i] === undefined);
  const missing = (['measure', 'value'] as const).filter(
    (column) => !columns.includes(column) && (column !== 'measure' || measure === ''),
  );
  const seen = new Set<string>();
  const rows = table.rows.map(({ number, cells }) => {
    const named: Partial<Record<Column, string>> = measure === '' ? {} : { measure };
    columns.forEach((column, i) => {
      if (column) named[column] = cells[i] ?? '';
    });
    const row = new Row(named, about, facts);
    row.read();
    const who = JSON.stringify(row.entries.filter(([key]) => !['value', 'uncertainty', 'source'].includes(key)));
    if (row.wrong.length === 0 && (isThere(tree, row.entries) || seen.has(who))) row.wrong.push({ kind: 'there' });
    if (row.wrong.length === 0) seen.add(who);
    const read = Object.fromEntries(row.entries.filter(([key]) => ['from', 'to', 'value', 'measure'].includes(key)));
    return { number, cells: named, read, wrong: row.wrong, written: flowMap(row.entries) };
  });
  return { rows: missing.length > 0 ? [] : rows, unknown, missing };
}
