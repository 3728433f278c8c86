// SPDX-License-Identifier: MIT
// The panel that compares the text with what it was: in words, and line by line.
import type { Fields } from '../data/server';
import { h } from '../page/dom';
import { details } from '../charts/figure';
import type { Words } from '../language/language';
import { describe, inWords, valueText, type Speaking } from './names/describe';
import { diffLines, pieces, type DiffLine } from './text/diff';
import type { Session } from './text/session';
import { staleNotice } from './names/stale';
import { treeDiff, type ValueChange } from './text/tree_diff';

export class CompareView {
  readonly element = h('div', { class: 'edit-compare' });

  constructor(
    private readonly session: Session,
    private readonly words: Words,
    private readonly fields: Fields,
  ) {
    this.update();
  }

  update(): void {
    const { session, words } = this;
    if (!session.changed) {
      this.element.replaceChildren(h('p', {}, words.t('edit.compare.same')));
      return;
    }
    const lines = details(words.t('edit.compare.lines'), this.lines());
    lines.open = true;
    this.element.replaceChildren(
      h('h3', {}, words.t('edit.compare.values')),
      this.values(),
      ...[staleNotice(session, words)].filter((one) => one !== null),
      lines,
      h('button', { type: 'button', onclick: () => this.back() }, words.t('edit.compare.back')),
    );
  }

  private back(): void {
    this.session.seal();
    this.session.change(this.session.original, 'form');
  }

  private values(): HTMLElement {
    const { session, words } = this;
    if (!session.current || !session.readable || !session.originalTree)
      return h('p', { class: 'note' }, words.t(session.readable ? 'edit.waiting' : 'edit.status.unreadable'));
    const changes = treeDiff(session.originalTree, session.tree);
    if (changes.length === 0) return h('p', {}, words.t('edit.compare.only_text'));
    return h(
      'ul',
      { class: 'plain' },
      changes.map((change) => h('li', {}, this.sentence(change))),
    );
  }

  /** "Project workers: Full-time equivalents: 2 → 3". */
  private sentence(change: ValueChange): Node[] {
    const { session, words, fields } = this;
    const tree = change.after === undefined ? session.originalTree : session.tree;
    const about: Speaking = { words, fields, tree };
    const { info } = describe(about, change.steps);
    const value = (text: string | undefined) =>
      text === undefined
        ? words.t('edit.compare.nothing')
        : valueText(about, text, info) || words.t('edit.compare.empty');
    return [
      document.createTextNode(`${inWords(about, change.steps)}: `),
      h('span', { class: 'edit-before' }, value(change.before)),
      document.createTextNode(' → '),
      h('strong', {}, value(change.after)),
    ];
  }

  private lines(): HTMLElement {
    const { session, words } = this;
    const names = { '-': words.t('edit.compare.gone'), '+': words.t('edit.compare.come'), ' ': '' };
    const row = (line: DiffLine | undefined) =>
      line === undefined
        ? h('tr', { class: 'edit-gap' }, h('td', { colspan: 3 }, '⋯'))
        : h(
            'tr',
            { class: { '-': 'edit-gone', '+': 'edit-come', ' ': undefined }[line.sign] },
            h('td', { class: 'figures' }, line.after ?? line.before ?? ''),
            h('td', { 'aria-label': names[line.sign] || undefined }, line.sign),
            h('td', {}, h('code', {}, line.text)),
          );
    const caption = words.t('edit.compare.lines');
    return h(
      'div',
      { class: 'scroll edit-diff', tabindex: 0, role: 'group', 'aria-label': caption },
      h(
        'table',
        {},
        h('caption', { class: 'unseen' }, caption),
        h(
          'thead',
          { class: 'unseen' },
          h(
            'tr',
            {},
            ['line', 'sign', 'text'].map((name) => this.heading(name)),
          ),
        ),
        h('tbody', {}, pieces(diffLines(session.original, session.text)).map(row)),
      ),
    );
  }

  private heading(name: string): HTMLElement {
    const { words } = this;
    const texts: Record<string, string> = {
      line: words.t('edit.compare.line'),
      sign: words.t('edit.compare.sign'),
      text: words.t('edit.text.label'),
    };
    return h('th', { scope: 'col' }, texts[name]);
  }
}
