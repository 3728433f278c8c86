// SPDX-License-Identifier: MIT
// The panel with the scenario's text, and what is wrong with it.
import { h } from '../../page/dom';
import type { Fields, Problem } from '../../data/server';
import type { Key, Words } from '../../language/language';
import { completions } from './completion';
import { Editor } from './editor';
import type { Session } from '../text/session';

/** Texts of CodeMirror's panels. */
const PHRASES: Record<string, Key> = {
  Find: 'edit.find.find',
  Replace: 'edit.find.replace_with',
  next: 'edit.find.next',
  previous: 'edit.find.previous',
  all: 'edit.find.all',
  'match case': 'edit.find.case',
  regexp: 'edit.find.regexp',
  'by word': 'edit.find.word',
  replace: 'edit.find.replace',
  'replace all': 'edit.find.replace_all',
  close: 'edit.find.close',
  Diagnostics: 'edit.text.problems',
  'No diagnostics': 'edit.text.right',
};

export class TextView {
  readonly element: HTMLElement;
  private readonly editor: Editor;
  private readonly list = h('div', { class: 'edit-problems', role: 'status' });

  constructor(
    private readonly session: Session,
    private readonly words: Words,
    fields: Fields,
  ) {
    const holder = h('div', { class: 'edit-code' });
    this.editor = new Editor(holder, {
      text: session.text,
      label: words.t('edit.text.label'),
      describedBy: 'edit-text-help',
      phrases: Object.fromEntries(Object.entries(PHRASES).map(([text, key]) => [text, words.t(key)])),
      complete: (before) => completions(before, fields),
      edited: (text) => session.change(text, 'text'),
      undo: () => session.undo(),
      redo: () => session.redo(),
    });
    this.element = h(
      'div',
      {},
      h('p', { class: 'note', id: 'edit-text-help' }, words.t('edit.text.help')),
      holder,
      this.list,
    );
    this.update();
  }

  update(): void {
    const { session } = this;
    this.editor.setText(session.text);
    if (!session.current) return;
    this.editor.mark(session.problems.filter(({ file, line }) => line > 0 && file === session.file));
    this.list.replaceChildren(...this.problems(session.problems));
  }

  jump({ line, column }: { line: number; column: number }): void {
    this.editor.jump(line, column);
  }

  private problems(problems: readonly Problem[]): HTMLElement[] {
    const { words } = this;
    if (problems.length === 0) return [h('p', { class: 'edit-right' }, `✓ ${words.t('edit.text.right')}`)];
    const items = problems.map((problem) => {
      const here = problem.file === this.session.file;
      const place = here
        ? words.t('edit.text.line', { line: problem.line })
        : words.t('edit.text.line_of', { line: problem.line, file: problem.file });
      const go = () => this.jump(problem);
      const jump =
        here && problem.line > 0 ? h('button', { type: 'button', onclick: go }, place) : h('span', {}, place);
      return h('li', {}, problem.line > 0 ? jump : null, ' ', h('span', {}, problem.message));
    });
    return [h('h3', {}, words.t('edit.text.problems')), h('ul', {}, items)];
  }

  destroy(): void {
    this.editor.destroy();
  }
}
