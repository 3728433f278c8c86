// SPDX-License-Identifier: MIT
// The parts of the form: things with a name, rows, changes, each to be unfolded, added and taken away.
import type { Field } from '../../data/server';
import { h } from '../../page/dom';
import { addRow, setWritten } from '../text/change';
import { inWords, rowName } from '../names/describe';
import { fieldName } from '../names/field_names';
import { absentRow, changeRow, fieldRow, idOf, problemsAt } from './field';
import { nameFrom, newThing } from './new';
import type { Form } from './view';
import { labelText, readable } from '../names/labels';
import { child, find, isAnnotation, isList, keysOf, type Steps } from '../text/tree';
import { treeDiff } from '../text/tree_diff';
import { written } from '../text/written';

/** Made only when it is unfolded: a scenario has hundreds of values. */
function lazy(form: Form, id: string, title: string, wrong: boolean, make: () => HTMLElement[]): HTMLDetailsElement {
  const summary = h('summary', {}, title, wrong ? h('span', { class: 'tag' }, form.words.t('edit.form.wrong')) : null);
  const element = h('details', { id, class: 'edit-thing' }, summary);
  const fill = () => {
    if (element.children.length === 1) element.append(...make());
  };
  element.addEventListener('toggle', () => {
    form.opened(id, element.open);
    if (element.open) fill();
  });
  if (form.isOpen(id)) {
    element.open = true;
    fill();
  }
  return element;
}

function removeButton(form: Form, steps: Steps, what: string): HTMLElement | null {
  if (!form.canRemove(steps)) return null;
  return h(
    'button',
    { type: 'button', id: `${idOf(steps)}-gone`, class: 'edit-small', onclick: () => form.remove(steps) },
    form.words.t('edit.form.remove_what', { what }),
  );
}

function thing(form: Form, steps: Steps, table: string, title: string): HTMLElement {
  return lazy(form, `${idOf(steps)}-thing`, title, form.isWrong(steps), () => [
    ...problemsAt(form, steps).slice(0, form.isExactlyWrong(steps) ? undefined : 0),
    ...tableParts(form, steps, table),
    ...[removeButton(form, steps, title)].filter((one) => one !== null),
  ]);
}

function named(form: Form, steps: Steps, info: Field): HTMLElement[] {
  const { session, words } = form;
  const node = find(session.tree, steps);
  const names = keysOf(node);
  const things = names.map((name) => {
    const label = labelText(words, child(child(node, name), 'label')) || readable(name);
    return thing(form, [...steps, name], info.table ?? '', label);
  });
  return [...things, namedAdder(form, steps, info, names)];
}

function namedAdder(form: Form, steps: Steps, info: Field, names: string[]): HTMLElement {
  const { words, session } = form;
  const id = `${idOf(steps)}-new`;
  const what = fieldName(words, '', info.key);
  const box = h('input', { id, type: 'text', class: 'edit-text' });
  const add = () => {
    const label = box.value.trim();
    if (label === '') return box.focus();
    const name = nameFrom(label, names);
    form.opened(`${idOf([...steps, name])}-thing`, true);
    box.value = '';
    session.seal();
    session.change(setWritten(session.draft, [...steps, name], newThing(form, info.table ?? '', label)), 'form');
  };
  return h(
    'div',
    { class: 'edit-new' },
    h('label', { for: id }, words.t('edit.form.new', { what })),
    box,
    h('button', { type: 'button', id: `${id}-add`, class: 'edit-small', onclick: add }, words.t('edit.form.add')),
  );
}

function rows(form: Form, steps: Steps, info: Field): HTMLElement[] {
  const { session, words, fields } = form;
  const list = find(session.tree, steps);
  const about = { words, fields, tree: session.tree };
  const count = isList(list) ? list.list.length : 0;
  const made = isList(list)
    ? list.list.map((row, i) => thing(form, [...steps, i], info.table ?? '', rowName(about, row, info.key, i)))
    : [];
  const add = () => {
    form.opened(`${idOf([...steps, count])}-thing`, true);
    session.seal();
    session.change(addRow(session.draft, steps, [newThing(form, info.table ?? '')]), 'form');
  };
  const label = words.t('edit.form.add_row', { what: fieldName(words, '', info.key) });
  return [...made, h('button', { type: 'button', id: `${idOf(steps)}-row`, class: 'edit-small', onclick: add }, label)];
}

/** The values that a change may set: those of the staircase that are there. */
function changeable(form: Form): { path: string; steps: Steps }[] {
  const staircase = /^(groups|stages|services|moves|staff|boards|costs|grants|ceilings)\./;
  const all = treeDiff(undefined, form.session.tree);
  return all.filter(({ path }) => staircase.test(path) && !/\.label(\.|$)/.test(path));
}

/** The hundreds of proposals are created when the box gets the focus. */
function pathBox(form: Form, id: string): HTMLElement[] {
  const { session, words, fields } = form;
  const list = h('datalist', { id: `${id}-list` });
  const propose = () => {
    const about = { words, fields, tree: session.tree };
    if (list.children.length === 0)
      list.append(...changeable(form).map(({ path, steps }) => h('option', { value: path }, inWords(about, steps))));
  };
  const attributes = { id, type: 'text', class: 'edit-text', list: list.id, placeholder: 'staff.project.fte' };
  return [h('input', { ...attributes, onfocus: propose }), list];
}

function changes(form: Form, steps: Steps): HTMLElement[] {
  const { session, words } = form;
  const paths = keysOf(find(session.tree, steps)).filter((key) => !isAnnotation(key));
  const id = `${idOf(steps)}-path`;
  const parts = pathBox(form, id);
  const add = () => {
    const box = parts[0] as HTMLInputElement;
    const path = box.value.trim();
    const found = changeable(form).find((one) => one.path === path);
    box.setAttribute('aria-invalid', String(!found));
    if (!found) return box.focus();
    box.value = '';
    session.seal();
    session.change(setWritten(session.draft, [...steps, path], written(find(session.tree, found.steps))), 'form');
  };
  const button = h(
    'button',
    { type: 'button', id: `${id}-add`, class: 'edit-small', onclick: add },
    words.t('edit.form.add'),
  );
  return [
    ...paths.map((path) => changeRow(form, steps, path)),
    h('div', { class: 'edit-new' }, h('label', { for: id }, words.t('edit.form.new_change')), ...parts, button),
  ];
}

/** What a field holds, without its name. */
function inner(form: Form, steps: Steps, info: Field): HTMLElement[] | undefined {
  if (info.shape === 'named') return named(form, steps, info);
  if (info.shape === 'rows') return rows(form, steps, info);
  if (info.shape === 'changes') return changes(form, steps);
  if (info.shape === 'table') return tableParts(form, steps, info.table ?? '');
  return undefined;
}

function isFolded(info: Field): boolean {
  return ['named', 'rows', 'changes', 'table'].includes(info.shape);
}

export function part(form: Form, steps: Steps, info: Field, table: string): HTMLElement {
  if (!isFolded(info)) return fieldRow(form, steps, info, table);
  const node = find(form.session.tree, steps);
  const count = isList(node) ? node.list.length : keysOf(node).length;
  const name = fieldName(form.words, table, info.key);
  const title = info.shape === 'table' || count === 0 ? name : `${name} (${count})`;
  return lazy(form, `${idOf(steps)}-part`, title, form.isWrong(steps), () => [
    h('p', { class: 'note' }, info.meaning),
    ...(inner(form, steps, info) ?? []),
    ...(info.shape === 'table' ? [removeButton(form, steps, name)] : []).filter((one) => one !== null),
  ]);
}

/** The fields that are there, then those that could be. */
export function tableParts(form: Form, steps: Steps, table: string): HTMLElement[] {
  const node = find(form.session.tree, steps);
  const all = form.fields.tables[table]?.fields ?? [];
  const there = all.filter(({ key }) => child(node, key) !== undefined);
  const absent = all.filter(({ key }) => child(node, key) === undefined);
  const made = there.map((info) => part(form, [...steps, info.key], info, table));
  if (absent.length === 0) return made;
  const more = lazy(form, `${idOf(steps)}-more`, form.words.t('edit.form.more', { n: absent.length }), false, () =>
    absent.map((info) =>
      ['named', 'rows', 'changes'].includes(info.shape)
        ? part(form, [...steps, info.key], info, table)
        : absentRow(form, [...steps, info.key], info, table),
    ),
  );
  return [...made, more];
}
