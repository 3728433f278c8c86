// SPDX-License-Identifier: MIT
// A question to the reader, in a dialog of the browser's: it keeps the focus, and Escape closes it.
import { h, type Child } from '../../page/dom';
import type { Words } from '../../language/language';
import { errorText } from './messages';

/** Why it was not done, and what could be done instead. */
export interface Refusal {
  message: string;
  instead?: { label: string; act: () => Promise<Refusal | void> };
}

export interface Question {
  title: string;
  content?: Child;
  /** Asked for a line of text. */
  field?: { label: string; value: string; hint?: string };
  confirm: string;
  /** What cannot be undone is not the first that Enter does. */
  danger?: boolean;
  act(value: string): Promise<Refusal | void>;
}

let open = 0;

/** True when it was done, false when the reader thought better of it. */
export function ask(words: Words, question: Question): Promise<boolean> {
  const id = `dialog-${++open}`;
  const before = document.activeElement;
  return new Promise((answered) => {
    const trouble = h('div', { role: 'alert' });
    const input = question.field && h('input', { id: `${id}-field`, type: 'text', value: question.field.value });
    const confirm = h('button', { type: 'submit', class: question.danger ? 'danger' : 'primary' }, question.confirm);
    const cancel = h('button', { type: 'button', onclick: () => finish(false) }, words.t('program.cancel'));
    const form = h(
      'form',
      { method: 'dialog', onsubmit: (event) => (event.preventDefault(), void submit()) },
      h('h2', { id: `${id}-title` }, question.title),
      question.content,
      question.field && input ? labelled(question.field, input) : null,
      trouble,
      h('div', { class: 'buttons' }, confirm, cancel),
    );
    const dialog = h('dialog', { 'aria-labelledby': `${id}-title` }, form);
    const finish = (done: boolean) => {
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      answered(done);
    };
    const attempt = async (act: () => Promise<Refusal | void>) => {
      confirm.disabled = true;
      try {
        const refusal = await act();
        if (!refusal) return finish(true);
        trouble.replaceChildren(refused(refusal, attempt));
      } catch (error) {
        trouble.replaceChildren(h('p', { class: 'caution' }, errorText(words, error)));
      }
      confirm.disabled = false;
    };
    const submit = () => attempt(() => question.act(input?.value.trim() ?? ''));
    dialog.addEventListener('cancel', (event) => (event.preventDefault(), finish(false)));
    document.body.append(dialog);
    dialog.showModal();
    if (input) input.select();
    else if (question.danger) cancel.focus();
  });
}

function labelled({ label, hint }: { label: string; hint?: string }, input: HTMLInputElement): HTMLElement {
  const note = hint === undefined ? null : h('span', { class: 'note', id: `${input.id}-hint` }, hint);
  if (note) input.setAttribute('aria-describedby', note.id);
  return h('div', { class: 'choice' }, h('label', { for: input.id }, label), input, note);
}

function refused({ message, instead }: Refusal, attempt: (act: () => Promise<Refusal | void>) => void): HTMLElement {
  return h(
    'div',
    { class: 'caution' },
    h('p', {}, message),
    instead ? h('button', { type: 'button', onclick: () => attempt(instead.act) }, instead.label) : null,
  );
}
