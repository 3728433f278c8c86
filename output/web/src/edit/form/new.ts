// SPDX-License-Identifier: MIT
// What stands in something new: its required fields, each with a value that its type allows, to be changed then.
import type { Field } from '../../data/server';
import { fieldName } from '../names/field_names';
import type { Form } from './view';
import { flowMap, scalar } from '../text/scalar';
import { child, isList, isText, keysOf } from '../text/tree';
import { choices } from './widgets';

function attributesOf({ session }: Form): string[] {
  const list = child(session.tree, 'attributes');
  return isList(list) ? list.list.flatMap((item) => (isText(item) ? [item.text] : [])) : [];
}

function single(form: Form, info: Field, table: string): string {
  const { session, words, fields } = form;
  const type = info.type ?? '';
  const known = choices({ type, info: fields.types[type], tree: session.tree, words });
  if (known?.[0]) return known[0].value;
  if (type === 'date') return session.facts?.from ?? fields.types[type]?.example ?? '';
  if (type === 'condition') return attributesOf(form)[0] ?? '';
  if (/^text/.test(type)) return fieldName(words, table, info.key);
  return fields.types[type]?.example ?? '';
}

function values(form: Form, info: Field): string {
  const stage = keysOf(child(form.session.tree, 'stages'))[0];
  if (info.shape === 'stage_shares') return scalar(stage ?? '', true);
  const attribute = attributesOf(form)[0];
  return attribute === undefined ? '{}' : flowMap([[attribute, '50 %']]);
}

/** As it is to be written, in braces where it has fields of its own. */
export function newValue(form: Form, info: Field, table: string): string {
  switch (info.shape) {
    case 'list':
      return `[${scalar(single(form, info, table), true)}]`;
    case 'stage_shares':
    case 'attributes':
      return values(form, info);
    case 'table':
      return newThing(form, info.table ?? '');
    case 'rows':
      return `[${newThing(form, info.table ?? '')}]`;
    case 'named':
    case 'texts':
    case 'changes':
      return '{}';
    default:
      return scalar(single(form, info, table), true);
  }
}

export function newThing(form: Form, table: string, label?: string): string {
  const fields = form.fields.tables[table]?.fields ?? [];
  const entries = fields
    .filter(({ required }) => required)
    .map((info) => [info.key, newValue(form, info, table)] as const);
  const called = label !== undefined && fields.some(({ key }) => key === 'label');
  return flowMap([...(called ? [['label', scalar(label, true)] as const] : []), ...entries]);
}

/** A name that can stand in a path, of what people call a thing. */
export function nameFrom(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const name = plain || 'ny';
  for (let n = 1; ; ++n) {
    const one = n === 1 ? name : `${name}_${n}`;
    if (!taken.includes(one)) return one;
  }
}
