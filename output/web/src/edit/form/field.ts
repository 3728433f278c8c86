// SPDX-License-Identifier: MIT
// One field of the form: what it is called, its box, what it means, where its value comes from, and what is wrong.
import type { Field, TreeNode } from '../../data/server';
import { h, type Child } from '../../page/dom';
import { setByHand } from '../text/change';
import { changedByHand } from '../names/by_hand';
import { describe, inWords, valueText, type Speaking } from '../names/describe';
import { fieldName, valueName } from '../names/field_names';
import type { Form } from './view';
import { eachEditor, splitter } from './each';
import { listEditor } from './list';
import {
  annotation,
  annotationAround,
  find,
  isAnnotated,
  isMapping,
  isText,
  pathOf,
  plain,
  textOf,
  type Step,
  type Steps,
} from '../text/tree';
import { atPath } from '../text/tree_diff';
import { widget } from './widgets';

export const idOf = (steps: Steps): string => `field-${steps.join('-').replace(/[^\w-]/g, '_')}`;

function speaking({ words, fields, session }: Form): Speaking {
  return { words, fields, tree: session.tree };
}

export function setText(form: Form, steps: Steps, text: string): void {
  form.session.seal();
  form.session.change(changedByHand(form.session.draft, steps, text, form.session, form.words), 'form');
}

/** Origin of the value: its source, an assumption, or another file. */
function origin(form: Form, steps: Steps, node: TreeNode | undefined): Child[] {
  const { words, session } = form;
  const source = annotationAround(session.tree, steps, 'source');
  const assumption = annotationAround(session.tree, steps, 'assumption');
  const note = annotationAround(session.tree, steps, 'note');
  const was = annotation(node, 'was');
  const title = source === undefined ? '' : textOf(find(session.tree, ['sources']), source) || source;
  const file = node?.at[0] ?? session.file;
  return [
    source === undefined ? null : h('span', { class: 'edit-source' }, words.t('edit.form.source', { source: title })),
    assumption === undefined
      ? null
      : h(
          'span',
          { class: 'edit-source' },
          h('span', { class: 'tag' }, words.t('edit.form.assumption')),
          ` ${assumption}`,
        ),
    was === undefined
      ? null
      : h(
          'span',
          { class: 'edit-source' },
          assumption === undefined ? h('span', { class: 'tag' }, words.t('edit.form.assumption')) : null,
          ` ${words.t('changed.from', { was })}`,
        ),
    note === undefined ? null : h('span', { class: 'edit-source' }, note),
    file === session.file
      ? null
      : h('span', { class: 'edit-source' }, words.t('edit.form.inherited', { file: file.replace(/^trapphus:/, '') })),
  ];
}

/** A number with a document as source has been changed by hand, so the source no longer applies. */
function sourceNotice(form: Form, steps: Steps, info: Field): HTMLElement | null {
  const { words, session } = form;
  const source = annotationAround(session.tree, steps, 'source');
  const value = plain(find(session.tree, steps));
  const was = source === undefined ? undefined : atPath(session.originalTree, pathOf(session.tree, steps));
  if (source === undefined || !was || !isText(value) || was.text === value.text) return null;
  const before = valueText(speaking(form), was.text, info);
  const mark = () => {
    session.seal();
    const why = words.t('edit.form.assumed', { source });
    session.change(setByHand(session.draft, steps, value.text, was.text, source, why), 'form');
  };
  return h(
    'p',
    { class: 'edit-notice' },
    words.t('edit.form.source_gone', { value: before }),
    ' ',
    h('button', { type: 'button', id: `${idOf(steps)}-assume`, onclick: mark }, words.t('edit.form.assume')),
  );
}

/** What is wrong at the place of a value, or within it. */
export function problemsAt(form: Form, steps: Steps): HTMLElement[] {
  const found = form.problemsOf(steps);
  return found.map((message) => h('p', { class: 'edit-problem', role: 'alert' }, message));
}

function help(form: Form, info: Field, table: string): string {
  const { words, fields } = form;
  const type = fields.types[info.type ?? ''];
  const parts = [info.meaning];
  if (type?.number && type.range !== '') parts.push(words.t('edit.form.range', { range: type.range }));
  if (type?.number && type.example !== '' && /^distribution/.test(info.type ?? ''))
    parts.push(words.t('edit.form.example', { example: type.example }));
  return table === '' ? '' : parts.join(' ');
}

export function boxOf(form: Form, steps: Steps, info: Field, describedBy: string): HTMLElement {
  const { words, session, fields } = form;
  const value = plain(find(session.tree, steps));
  // One stage for all stands without its share.
  const whole = info.shape === 'stage_shares' && steps[steps.length - 1] === info.key;
  const type = whole ? 'name of a stage' : (info.type ?? 'text');
  return widget({
    words,
    id: idOf(steps),
    label: inWords(speaking(form), steps),
    describedBy,
    type,
    info: fields.types[type],
    text: isText(value) ? value.text : undefined,
    tree: session.tree,
    facts: session.facts,
    set: (text) => setText(form, steps, text),
  });
}

/** One value, or one for each language, group, stage or attribute. */
function boxes(form: Form, steps: Steps, info: Field, describedBy: string): Child {
  const node = find(form.session.tree, steps);
  const value = plain(node);
  if (info.shape === 'list') return listEditor(form, steps, info, describedBy);
  if (!isMapping(value) || isAnnotated(value))
    return [boxOf(form, steps, info, describedBy), splitter(form, steps, info)];
  return eachEditor(form, steps, info, describedBy);
}

function removeField(form: Form, steps: Steps): HTMLElement | null {
  if (!form.canRemove(steps)) return null;
  const label = form.words.t('edit.form.remove_what', { what: inWords(speaking(form), steps) });
  return h(
    'button',
    {
      type: 'button',
      id: `${idOf(steps)}-remove`,
      class: 'edit-quiet',
      onclick: () => form.remove(steps),
      'aria-label': label,
    },
    form.words.t('edit.form.remove'),
  );
}

/** A field whose value is there. */
export function fieldRow(form: Form, steps: Steps, info: Field, table: string, title?: string): HTMLElement {
  const { words, session } = form;
  const id = idOf(steps);
  const node = find(session.tree, steps);
  const wrong = problemsAt(form, steps);
  const removal = info.required ? null : removeField(form, steps);
  return h(
    'div',
    { class: `edit-field${wrong.length > 0 ? ' is-wrong' : ''}`, 'data-path': pathOf(session.tree, steps) },
    h('label', { for: id }, title ?? fieldName(words, table, info.key)),
    h('div', { class: 'edit-boxes' }, boxes(form, steps, info, `${id}-help`), removal),
    h('p', { class: 'note', id: `${id}-help` }, help(form, info, table), ' ', origin(form, steps, node)),
    sourceNotice(form, steps, info),
    wrong,
  );
}
/** A field that is not there: what holds instead, and how to set it. */
export function absentRow(form: Form, steps: Steps, info: Field, table: string): HTMLElement {
  const { words } = form;
  const name = fieldName(words, table, info.key);
  const fallback = info.fallback ?? '';
  return h(
    'div',
    { class: 'edit-absent' },
    h(
      'div',
      {},
      h('strong', {}, name),
      h(
        'p',
        { class: 'note' },
        info.meaning,
        ' ',
        fallback === '' ? '' : words.t('edit.form.fallback', { value: fallback }),
      ),
    ),
    h(
      'button',
      {
        type: 'button',
        id: `${idOf(steps)}-add`,
        class: 'edit-small',
        onclick: () => form.add(steps, info),
        'aria-label': words.t('edit.form.set_what', { what: name }),
      },
      words.t('edit.form.set'),
    ),
  );
}

/** A change: the path in words, and a box after the type that the path leads to. */
export function changeRow(form: Form, steps: Steps, path: Step, whole = false): HTMLElement {
  const about = speaking(form);
  const at = [...steps, path];
  const { info, table, things, field } = describe(about, at);
  const shown: Field = info ?? {
    key: String(path),
    shape: 'value',
    type: 'text',
    required: false,
    meaning: '',
    dated: true,
  };
  const value = plain(find(form.session.tree, at));
  // A path may end at one group's value: that cannot be one for each group again.
  const wholeField = info !== undefined && String(path).split('.').pop() === info.key;
  const shape = wholeField ? info.shape : isMapping(value) ? 'per_group' : 'value';
  const short = things.length > 0 ? `${things.join(', ')}: ${field}` : field || valueName(form.words, String(path));
  const title = whole ? inWords(about, at) : short;
  return fieldRow(form, at, { ...shown, shape, required: false }, table, title);
}
