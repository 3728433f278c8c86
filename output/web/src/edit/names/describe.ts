// SPDX-License-Identifier: MIT
// Where a value stands, after the table of fields and in words: "Project workers: Full-time equivalents, from May 2012".
import type { Field, Fields, TreeNode } from '../../data/server';
import type { Words } from '../../language/language';
import { fieldName, valueName } from './field_names';
import { labelText, nameLabel, readable, thingLabel } from './labels';
import { quantity, readNumber } from '../text/quantity';
import { dateWords } from './dates';
import { child, find, isList, textOf, type Step, type Steps } from '../text/tree';
import { unitName } from '../../words/units';

export interface Described {
  /** What it belongs to, from the outside in. */
  things: string[];
  field: string;
  /** From when, and in which alternative or case. */
  where: string[];
  info: Field | undefined;
  table: string;
}

export interface Speaking {
  words: Words;
  fields: Fields;
  tree: TreeNode | undefined;
}

/** The name of a row: a move by where it leads, a date, the group in a stage; else its number. */
export function rowName({ words, tree }: Speaking, row: TreeNode | undefined, key: string, at: number): string {
  const name = (one: string) => nameLabel(words, tree, textOf(row, one));
  if (key === 'moves') return `${name('from')} → ${name('to')}`;
  if (key === 'initial') return `${name('stage')}, ${name('group')}`;
  if (key === 'timeline') return words.t('edit.sliders.from', { date: dateWords(words, textOf(row, 'on')) });
  const label = labelText(words, child(row, 'label')) || textOf(row, 'measure') || textOf(row, 'path');
  return label || words.t('edit.form.row', { n: at + 1 });
}

class Walk {
  readonly things: string[] = [];
  readonly where: string[] = [];
  field = '';
  info: Field | undefined;
  table: string;
  /** The same place in the tree, for the labels. */
  private here: Step[] = [];

  constructor(
    private readonly about: Speaking,
    private steps: Step[],
  ) {
    this.table = about.fields.root;
  }

  private next(): string | undefined {
    const step = this.steps.shift();
    return step === undefined ? undefined : String(step);
  }

  go(): void {
    const { fields, words } = this.about;
    for (let key = this.next(); key !== undefined; key = this.next()) {
      const info = fields.tables[this.table]?.fields.find((one) => one.key === key);
      if (!info) {
        // A change may follow its alternative or date at once.
        const changes = fields.tables[this.table]?.fields.some(({ shape }) => shape === 'changes');
        if (!changes) return this.rest(key);
        this.path(key);
        continue;
      }
      this.info = info;
      this.field = fieldName(words, this.table, key);
      this.inside(info);
    }
  }

  private rest(key: string): void {
    if (key !== 'value') this.things.push(nameLabel(this.about.words, this.about.tree, key));
  }

  private inside(info: Field): void {
    if (info.shape === 'named') this.named(info);
    else if (info.shape === 'rows') this.row(info);
    else if (info.shape === 'table') this.inner(info);
    else if (info.shape === 'changes') this.path(this.next());
    else if (this.steps.length > 0) this.values();
  }

  private inner(info: Field): void {
    this.here.push(info.key);
    this.into(info, this.steps.length > 0 ? this.field : undefined);
  }

  private into(info: Field, thing: string | undefined): void {
    this.table = info.table ?? '';
    if (thing !== undefined) this.things.push(thing);
  }

  private named(info: Field): void {
    const { words, tree } = this.about;
    const name = this.next();
    if (name === undefined) return;
    this.here.push(info.key, name);
    const label = thingLabel(words, tree, this.here);
    const whole = this.steps.length === 0;
    // A path that ends here is of the entry itself.
    if (whole) this.field = '';
    const variant = info.key === 'alternatives' || info.key === 'cases';
    if (variant && !whole) this.where.push(words.t('edit.sliders.in', { alternative: label }));
    this.into(info, variant && !whole ? undefined : label);
  }

  /** By number in the tree; in a path by what its rows are known by. */
  private row(info: Field): void {
    const step = this.steps.shift();
    if (step === undefined) return;
    this.here.push(info.key, step);
    if (this.steps.length === 0) this.field = '';
    const { words, tree } = this.about;
    const name = (one: Step | undefined) => nameLabel(words, tree, String(one ?? ''));
    if (typeof step === 'number') {
      const list = child(tree, info.key);
      const rowLabel = rowName(this.about, isList(list) ? list.list[step] : undefined, info.key, step);
      if (info.key === 'timeline') this.where.push(rowLabel);
      else this.things.push(rowLabel);
    } else if (info.key === 'timeline') {
      this.where.push(words.t('edit.sliders.from', { date: dateWords(words, step) }));
    } else if (info.key === 'moves' || info.key === 'initial') {
      this.things.push([name(step), name(this.steps.shift())].join(info.key === 'moves' ? ' → ' : ', '));
      this.table = info.table ?? '';
      this.id();
    } else this.things.push(words.t('edit.form.row', { n: step }));
    this.table = info.table ?? '';
  }

  /** Where several moves have the same stages, their ids distinguish them. */
  private id(): void {
    const [next] = this.steps;
    const known = this.about.fields.tables[this.table]?.fields.some(({ key }) => key === next);
    if (next !== undefined && !known) this.things.push(readable(String(this.steps.shift())));
  }

  /** The path of a change starts at the root again. */
  private path(path: string | undefined): void {
    if (path === undefined) return;
    this.table = this.about.fields.root;
    this.here = [];
    this.steps = [...path.split('.'), ...this.steps];
  }

  private values(): void {
    const name = this.next();
    if (name === undefined || name === 'value') return;
    const { words, tree } = this.about;
    this.things.push(name === 'others' ? words.t('edit.others') : nameLabel(words, tree, name));
  }
}

export function describe(about: Speaking, steps: Steps): Described {
  // The rows of an alternative's own timeline are identified by date.
  const walked = new Walk(
    about,
    steps.map((step, i) => dateOf(about.tree, steps, step, i)),
  );
  walked.go();
  const { things, field, where, info, table } = walked;
  return { things, field, where, info, table };
}

function dateOf(tree: TreeNode | undefined, steps: Steps, step: Step, i: number): Step {
  const inner = typeof step === 'number' && steps[i - 1] === 'timeline' && i > 1;
  return inner ? textOf(find(tree, steps.slice(0, i + 1)), 'on') : step;
}

/** "Project workers: Full-time equivalents, from May 2012". */
export function inWords(about: Speaking, steps: Steps): string {
  const { things, field, where } = describe(about, steps);
  const what = things.length > 0 && field !== '' ? `${things.join(', ')}: ${field}` : things.join(', ') || field;
  return [what, ...where].filter((part) => part !== '').join(', ');
}

const NAMES = /^name of a (group|stage|service|team)$/;

/** A value as people read it. */
export function valueText({ words, tree, fields }: Speaking, text: string, info: Field | undefined): string {
  const type = fields.types[info?.type ?? ''];
  if (type?.values?.includes(text)) return valueName(words, text);
  if (NAMES.test(info?.type ?? '')) return nameLabel(words, tree, text);
  const read = type?.number === false ? undefined : quantity(text);
  return read ? `${readNumber(words, read.number)} ${unitName({ words }, read.unit)}`.trimEnd() : text;
}
