// SPDX-License-Identifier: MIT
// The panel with the form: every value of the scenario, made from the table of fields.
import type { Field, Fields, TreeNode } from '../../data/server';
import { h } from '../../page/dom';
import type { Words } from '../../language/language';
import { isOwn, remove, setWritten } from '../text/change';
import { describe, inWords } from '../names/describe';
import { fieldName } from '../names/field_names';
import { changeRow, fieldRow } from './field';
import { newValue } from './new';
import { part } from './things';
import type { Session } from '../text/session';
import { find, isList, isMapping, type Steps } from '../text/tree';
import { treeDiff } from '../text/tree_diff';

const MOST_FOUND = 30;
const HIDDEN = ['change', 'extends', 'trapphus'];

export class Form {
  readonly element = h('div', { class: 'edit-form' });
  private readonly body = h('div', {});
  private readonly open = new Set<string>();
  private query = '';
  private shown: TreeNode | undefined;

  constructor(
    readonly session: Session,
    readonly words: Words,
    readonly fields: Fields,
  ) {
    const search = h('input', {
      type: 'search',
      id: 'edit-search',
      oninput: () => {
        this.query = search.value.trim().toLowerCase();
        this.build();
      },
    });
    this.element.append(
      h('div', { class: 'edit-search' }, h('label', { for: 'edit-search' }, words.t('edit.form.search')), search),
      this.body,
    );
    this.element.addEventListener('change', ({ target }) => {
      const box = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      // What has been taken is no longer half typed.
      if (box && target.getAttribute('aria-invalid') !== 'true') target.defaultValue = target.value;
    });
    this.element.addEventListener('focusout', () => setTimeout(() => this.update()));
    this.build();
  }

  /** The form is rebuilt when the box loses the focus, so that typing is not disturbed. */
  update(): void {
    const { activeElement } = document;
    const box = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
    const typing = box && this.body.contains(activeElement) && activeElement.value !== activeElement.defaultValue;
    if (typing || !this.session.current || this.session.tree === this.shown) return;
    this.build();
  }

  private build(): void {
    const { session, words } = this;
    this.shown = session.tree;
    const focus = document.activeElement;
    const inside = focus instanceof HTMLElement && this.body.contains(focus) ? focus.id : '';
    const parts = session.tree ? this.parts() : [h('p', { class: 'note' }, words.t('edit.waiting'))];
    this.body.replaceChildren(...parts);
    if (inside !== '') document.getElementById(inside)?.focus({ preventScroll: true });
  }

  private parts(): HTMLElement[] {
    if (this.query !== '') return this.found();
    const { fields, session, words } = this;
    const table = fields.root;
    const all = (fields.tables[table]?.fields ?? []).filter(({ key }) => !HIDDEN.includes(key));
    const isFolded = ({ shape }: Field) => ['named', 'rows', 'table', 'changes'].includes(shape);
    const single = all.filter((info) => !isFolded(info) && find(session.tree, [info.key]) !== undefined);
    return [
      h('h3', {}, words.t('edit.form.general')),
      ...single.map((info) => part(this, [info.key], info, table)),
      h('h3', {}, words.t('edit.form.parts')),
      ...all.filter(isFolded).map((info) => part(this, [info.key], info, table)),
    ];
  }

  /** The values whose name, path or meaning has all the words that are looked for. */
  private found(): HTMLElement[] {
    const { words, fields, session } = this;
    const about = { words, fields, tree: session.tree };
    const wanted = this.query.split(/\s+/);
    const seen = new Set<string>();
    const rows: HTMLElement[] = [];
    for (const { steps, path } of treeDiff(undefined, session.tree)) {
      const at = this.fieldSteps(steps);
      const key = at.join('\n');
      const { info, table } = describe(about, at);
      const text = [inWords(about, at), path, info?.meaning, info && fieldName(words, table, info.key)]
        .join(' ')
        .toLowerCase();
      if (!info || seen.has(key) || HIDDEN.includes(String(at[0])) || !wanted.every((word) => text.includes(word)))
        continue;
      seen.add(key);
      if (rows.length < MOST_FOUND) rows.push(this.foundRow(at, info, table));
    }
    const note = words.t('edit.form.found', { n: seen.size, shown: rows.length });
    return [h('p', { class: 'note', role: 'status' }, note), ...rows];
  }

  private foundRow(steps: Steps, info: Field, table: string): HTMLElement {
    const { words, fields, session } = this;
    const inChange = steps[steps.length - 2] === 'change';
    if (inChange) return changeRow(this, steps.slice(0, -1), String(steps[steps.length - 1]), true);
    return fieldRow(this, steps, info, table, inWords({ words, fields, tree: session.tree }, steps));
  }

  /** The field that a value stands in: one for several groups is one field. */
  private fieldSteps(steps: Steps): Steps {
    const { fields } = this;
    let table: string | undefined = fields.root;
    for (let i = 0; i < steps.length; ++i) {
      const info: Field | undefined = fields.tables[table ?? '']?.fields.find(({ key }) => key === steps[i]);
      if (!info) return steps;
      if (info.shape === 'changes') return steps.slice(0, i + 2);
      if (info.shape === 'named' || info.shape === 'rows') ++i;
      else if (info.shape !== 'table') return steps.slice(0, i + 1);
      table = info.table;
    }
    return steps;
  }

  isOpen(id: string): boolean {
    return this.open.has(id);
  }
  opened(id: string, open: boolean): void {
    if (open) this.open.add(id);
    else this.open.delete(id);
  }

  canRemove(steps: Steps): boolean {
    return isOwn(this.session.draft, steps);
  }
  remove(steps: Steps): void {
    this.session.seal();
    this.session.change(remove(this.session.draft, steps), 'form');
  }
  add(steps: Steps, info: Field): void {
    const { session, words, fields } = this;
    const { table } = describe({ words, fields, tree: session.tree }, steps);
    session.seal();
    session.change(setWritten(session.draft, steps, newValue(this, info, table)), 'form');
  }

  /** What the server found wrong at a value or within it. */
  problemsOf(steps: Steps): string[] {
    if (this.session.problems.length === 0) return [];
    const places = new Set<string>();
    collectPlaces(this.session.tree, steps, places);
    return this.problems()
      .filter(({ place }) => places.has(place))
      .map(({ message }) => message);
  }
  isWrong(steps: Steps): boolean {
    return this.problemsOf(steps).length > 0;
  }
  isExactlyWrong(steps: Steps): boolean {
    const at = find(this.session.tree, steps)?.at.join(':');
    return this.problems().some(({ place }) => place === at);
  }

  private problems(): { place: string; message: string }[] {
    return this.session.problems.map(({ file, line, column, message }) => ({
      place: `${file}:${line}:${column}`,
      message,
    }));
  }
}

function collectPlaces(tree: TreeNode | undefined, steps: Steps, into: Set<string>): void {
  const parent = find(tree, steps.slice(0, -1));
  const last = steps[steps.length - 1];
  const key = isMapping(parent) ? parent.map.find(([name]) => name === last)?.[1] : undefined;
  if (key) into.add(key.join(':'));
  const visit = (node: TreeNode | undefined): void => {
    if (!node) return;
    into.add(node.at.join(':'));
    if (isList(node)) node.list.forEach(visit);
    if (isMapping(node))
      for (const [, at, value] of node.map) {
        into.add(at.join(':'));
        visit(value);
      }
  };
  visit(find(tree, steps));
}
