// SPDX-License-Identifier: MIT
// The editing of a scenario as plain text.
import type { Checked, Facts } from '../data/server';
import { h } from '../dom';
import { isAborted } from './api';
import type { Workspace, WorkspaceOptions } from './editing';
import { errorText, problemText } from './messages';

export function mountPlain(root: HTMLElement, options: WorkspaceOptions): Workspace {
  let { text: original } = options.scenario;
  let { words } = options;
  let facts: Facts | undefined;
  const field = h('textarea', { id: 'scenario-text', class: 'plain-editor', spellcheck: 'false', rows: 30 });
  const problems = h('ul', { role: 'status' });
  field.value = original;
  field.setAttribute('aria-label', words.t('program.edit_part'));

  const show = (checked: Checked) => {
    facts = checked.facts ?? facts;
    problems.replaceChildren(...checked.problems.map((problem) => h('li', {}, problemText(words, problem))));
  };
  const look = async (tell: boolean) => {
    const text = field.value;
    try {
      const checked = await options.check(text);
      if (text !== field.value) return;
      show(checked);
      if (tell) options.onChange(text, 'text', checked.problems.length === 0);
    } catch (error) {
      if (!isAborted(error)) problems.replaceChildren(h('li', {}, errorText(words, error)));
    }
  };
  field.addEventListener('input', () => void look(true));
  root.replaceChildren(field, problems);
  void look(false);
  return {
    text: () => field.value,
    original: () => original,
    setText: (text) => {
      field.value = text;
      void look(true);
    },
    saved: (_, text) => (original = text),
    facts: () => facts,
    setWords: (other) => {
      words = other;
      field.setAttribute('aria-label', words.t('program.edit_part'));
      void look(false);
    },
    destroy: () => root.replaceChildren(),
  };
}
