// SPDX-License-Identifier: MIT
// One value for all, or one for each group, stage, attribute or language; from the one to the other and back.
import type { Field, TreeNode } from '../../data/server';
import { h } from '../../page/dom';
import { setWritten } from '../text/change';
import { boxOf, idOf } from './field';
import type { Form } from './view';
import { nameLabel } from '../names/labels';
import { flowMap, scalar } from '../text/scalar';
import {
  annotation,
  ANNOTATIONS,
  child,
  find,
  isAnnotated,
  isList,
  isText,
  keysOf,
  plain,
  type Steps,
} from '../text/tree';

/** In which a scenario may write what readers see. */
const LABEL_LANGUAGES = ['sv', 'en'];

type Entry = readonly [key: string, written: string];

/** For whom there may be a value of its own; nothing where there can be one only. */
function names(form: Form, info: Field): string[] | undefined {
  const { tree } = form.session;
  if (info.shape === 'per_group') return keysOf(child(tree, 'groups'));
  if (info.shape === 'stage_shares') return keysOf(child(tree, 'stages'));
  if (info.shape === 'attributes') {
    const list = child(tree, 'attributes');
    return isList(list) ? list.list.flatMap((item) => (isText(item) ? [item.text] : [])) : [];
  }
  const readable = info.key === 'label' || info.type === 'text for readers';
  return readable && info.shape === 'value' ? LABEL_LANGUAGES : undefined;
}

function eachName(form: Form, key: string): string {
  const { words, session } = form;
  if (LABEL_LANGUAGES.includes(key)) return words.language(key);
  return key === 'others' ? words.t('edit.others') : nameLabel(words, session.tree, key);
}

/** Annotations that move with a value; without the range, which does not apply to other values. */
function annotationsOf(node: TreeNode | undefined): Entry[] {
  return ANNOTATIONS.filter((key) => key !== 'range').flatMap((key) => {
    const text = annotation(node, key);
    return text === undefined ? [] : [[key, scalar(text, true, key === 'source' ? '' : '"')] as const];
  });
}

function put(form: Form, steps: Steps, written: string): void {
  form.session.seal();
  form.session.change(setWritten(form.session.draft, steps, written), 'form');
}

function small(id: string, text: string, onclick: () => void): HTMLElement {
  return h('button', { type: 'button', id, class: 'edit-small', onclick }, text);
}

/** From one value for all to one for each. */
export function splitter(form: Form, steps: Steps, info: Field): HTMLElement | null {
  const { words, session } = form;
  const all = names(form, info) ?? [];
  const node = find(session.tree, steps);
  const value = plain(node);
  if (all.length < 2 || !isText(value)) return null;
  const one: Entry[] = [[value.text, '100 %']];
  const each = info.shape === 'stage_shares' ? one : all.map((name) => [name, scalar(value.text, true)] as const);
  const key =
    info.shape === 'per_group'
      ? 'edit.form.split'
      : each === one
        ? 'edit.form.split_stages'
        : 'edit.form.split_languages';
  const split = () => put(form, steps, flowMap([...each, ...(isAnnotated(node) ? annotationsOf(node) : [])]));
  return small(`${idOf(steps)}-split`, words.t(key), split);
}

function joiner(form: Form, steps: Steps, info: Field): HTMLElement | null {
  const node = find(form.session.tree, steps);
  const first = plain(child(node, keysOf(node)[0] ?? ''));
  if (info.shape !== 'per_group' || !isText(first)) return null;
  const about = annotationsOf(node);
  const value = scalar(first.text, true);
  const join = () => put(form, steps, about.length === 0 ? value : flowMap([['value', value], ...about]));
  return small(`${idOf(steps)}-join`, form.words.t('edit.form.join'), join);
}

/** A value for one that has none yet: it is chosen, or where names are free it is typed. */
function adder(form: Form, steps: Steps, info: Field): HTMLElement | null {
  const { words, session } = form;
  const node = find(session.tree, steps);
  const there = keysOf(node);
  const left = names(form, info)?.filter((name) => !there.includes(name) && !there.includes('others'));
  if (info.shape !== 'texts' && (left ?? []).length === 0) return null;
  const id = `${idOf(steps)}-one`;
  const label = { id, 'aria-label': words.t('edit.form.one_more') };
  const box =
    info.shape === 'texts'
      ? h('input', { ...label, type: 'text', class: 'edit-text' })
      : h(
          'select',
          label,
          left?.map((name) => h('option', { value: name }, eachName(form, name))),
        );
  const first = plain(child(node, there[0] ?? ''));
  const add = () => {
    const name = box.value.trim();
    const free = { texts: name, stage_shares: '0 %', attributes: '50 %' }[info.shape as string];
    if (name !== '') put(form, [...steps, name], scalar(free ?? (isText(first) ? first.text : ''), true));
  };
  return h('div', { class: 'edit-new' }, box, small(`${id}-add`, words.t('edit.form.add'), add));
}

function eachRow(form: Form, steps: Steps, key: string, info: Field, describedBy: string, alone: boolean): HTMLElement {
  const { words } = form;
  const at = [...steps, key];
  const name = eachName(form, key);
  const gone = alone || !form.canRemove(at) || LABEL_LANGUAGES.includes(key);
  const attributes = { type: 'button', id: `${idOf(at)}-remove`, class: 'edit-quiet', onclick: () => form.remove(at) };
  const remove = h('button', { ...attributes, 'aria-label': words.t('edit.form.remove_what', { what: name }) }, '×');
  const box = boxOf(form, at, info, describedBy);
  return h('div', {}, h('label', { for: idOf(at) }, name), h('span', { class: 'edit-one' }, box, gone ? null : remove));
}

export function eachEditor(form: Form, steps: Steps, info: Field, describedBy: string): HTMLElement {
  const keys = keysOf(find(form.session.tree, steps));
  return h(
    'div',
    { class: 'edit-each' },
    keys.map((key) => eachRow(form, steps, key, info, describedBy, keys.length === 1)),
    adder(form, steps, info),
    joiner(form, steps, info),
  );
}
