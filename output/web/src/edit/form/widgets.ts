// SPDX-License-Identifier: MIT
// A box, a list or a date for one value, after its type. Input is passed on as written in a scenario.
import type { Facts, FieldType, TreeNode } from '../../data/server';
import { h } from '../../page/dom';
import type { Words } from '../../language/language';
import { valueName } from '../names/field_names';
import { nameLabel } from '../names/labels';
import { quantity, readNumber, typed, writtenQuantity } from '../text/quantity';
import { child, keysOf } from '../text/tree';
import { unitsOf } from '../names/units';
import { unitName } from '../../words/units';

export interface WidgetOptions {
  words: Words;
  id: string;
  /** What it is called for who does not see its surroundings. */
  label: string;
  describedBy: string;
  type: string;
  info: FieldType | undefined;
  /** As it is written now; undefined where nothing is. */
  text: string | undefined;
  tree: TreeNode | undefined;
  facts: Facts | undefined;
  set(text: string): void;
}

/** Where the names of a type are found. */
const SECTIONS: Record<string, string> = {
  'name of a group': 'groups',
  'name of a stage': 'stages',
  'name of a service': 'services',
  'name of a team': 'staff',
};

/** What may be chosen, and what it is called; undefined where anything may be typed. */
export function choices({ type, info, tree, words }: Pick<WidgetOptions, 'type' | 'info' | 'tree' | 'words'>) {
  const section = SECTIONS[type];
  if (section) return keysOf(child(tree, section)).map((value) => ({ value, name: nameLabel(words, tree, value) }));
  return info?.values?.map((value) => ({ value, name: valueName(words, value) }));
}

function common({ id, label, describedBy }: WidgetOptions) {
  return { id, 'aria-label': label, 'aria-describedby': describedBy };
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

function chooser(options: WidgetOptions, list: { value: string; name: string }[]): HTMLElement {
  const { text = '', set } = options;
  const known = list.some(({ value }) => value === text) ? list : [{ value: text, name: text }, ...list];
  return h(
    'select',
    { ...common(options), onchange: (event) => set(valueOf(event)) },
    known.map(({ value, name }) => h('option', { value, selected: value === text }, name)),
  );
}

/** Which of its words a yes is written in. */
function yesNo(options: WidgetOptions): HTMLElement {
  const { words, text = '' } = options;
  const yes = ['yes', 'true', 'ja'].includes(text.toLowerCase());
  const list = ['yes', 'no'].map((value) => ({ value, name: valueName(words, value) }));
  return chooser({ ...options, text: yes ? 'yes' : 'no' }, list);
}

/** "1 month" and "3 months". */
function sameUnit(a: string, b: string): boolean {
  return a === b || a === `${b}s` || `${a}s` === b;
}

function numberBox(options: WidgetOptions): HTMLElement {
  const { words, text, set, id, label } = options;
  const units = unitsOf(options.type);
  const now = quantity(text ?? '') ?? { number: 0, unit: units[0] ?? '' };
  const list = now.unit === '' || units.some((unit) => sameUnit(unit, now.unit)) ? units : [...units, now.unit];
  let { unit } = now;
  const setNumber = (number: number) => set(writtenQuantity({ number, unit }, text ?? ''));
  const box = h('input', {
    ...common(options),
    type: 'text',
    inputmode: 'decimal',
    class: 'edit-number',
    value: readNumber(words, now.number),
    onchange: () => {
      const number = typed(words, box.value);
      box.setAttribute('aria-invalid', String(number === undefined));
      if (number !== undefined) setNumber(number);
    },
  });
  if (now.unit === '' && (units.length === 0 || now.number !== 0)) return box;
  if (list.length <= 1)
    return h('span', { class: 'edit-amount' }, box, h('span', { class: 'unit' }, unitName({ words }, now.unit)));
  const units_ = h(
    'select',
    {
      id: `${id}-unit`,
      'aria-label': words.t('edit.form.unit_of', { what: label }),
      onchange: (event) => {
        unit = valueOf(event);
        setNumber(typed(words, box.value) ?? now.number);
      },
    },
    list.map((one) => h('option', { value: one, selected: sameUnit(one, now.unit) }, unitName({ words }, one))),
  );
  return h('span', { class: 'edit-amount' }, box, units_);
}

function textBox(options: WidgetOptions): HTMLElement {
  const { text = '', set, info } = options;
  const long = text.length > 60;
  const shared = { ...common(options), onchange: (event: Event) => set(valueOf(event)) };
  if (long) {
    const area = h('textarea', { ...shared, rows: Math.min(6, Math.ceil(text.length / 60)) });
    area.value = text;
    return area;
  }
  return h('input', {
    ...shared,
    type: 'text',
    class: 'edit-text',
    value: text,
    placeholder: info?.number ? info.example : undefined,
  });
}

function dateBox(options: WidgetOptions): HTMLElement {
  const set = (event: Event) => {
    if (valueOf(event) !== '') options.set(valueOf(event));
  };
  return h('input', { ...common(options), type: 'date', value: options.text ?? '', onchange: set });
}

function measureBox(options: WidgetOptions): HTMLElement {
  const { id, text = '', facts, set } = options;
  const list = `${id}-list`;
  return h(
    'span',
    {},
    h('input', {
      ...common(options),
      type: 'text',
      class: 'edit-text',
      list,
      value: text,
      onchange: (event) => set(valueOf(event)),
    }),
    h(
      'datalist',
      { id: list },
      (facts?.measures ?? []).map(({ name }) => h('option', { value: name })),
    ),
  );
}

export function widget(options: WidgetOptions): HTMLElement {
  const { type, text, info } = options;
  if (type === 'yes or no') return yesNo(options);
  const list = choices(options);
  if (list) return chooser(options, list);
  if (type === 'measure') return measureBox(options);
  if ((type === 'date' || type === 'last day') && /^(\d{4}-\d{2}-\d{2})?$/.test(text ?? '')) return dateBox(options);
  const number = info?.number === true && !/^(date|last day|period|seed)$/.test(type);
  if (number && quantity(text ?? '') !== undefined) return numberBox(options);
  return textBox(options);
}
