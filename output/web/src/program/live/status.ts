// SPDX-License-Identifier: MIT
// How far a run has come: a line of text, how much is done, and a button to cancel it.
import type { RunState } from '../../data/enumerations';
import type { Run } from '../../data/server';
import { h } from '../../page/dom';
import { number } from '../../language/format';
import type { Key, Words } from '../../language/language';
import { errorText } from '../shared/messages';
import type { LiveStatus } from './live';

const WITHOUT_ANSWER: Record<RunState | 'starting', Key> = {
  starting: 'program.status.starting',
  waiting: 'program.status.waiting',
  running: 'program.status.starting',
  done: 'program.status.done_nothing',
  cancelled: 'program.status.cancelled_nothing',
  failed: 'program.status.failed',
  interrupted: 'program.status.interrupted_nothing',
};

const WITH_ANSWER: Record<RunState, Key> = {
  waiting: 'program.status.quick',
  running: 'program.status.quick',
  done: 'program.status.done',
  cancelled: 'program.status.cancelled',
  failed: 'program.status.failed',
  interrupted: 'program.status.interrupted',
};

function runText(words: Words, run: Run): string {
  const parameters = { n: number(words, run.replications), error: run.error ?? '' };
  if (run.answer === 0 || run.replications === undefined) return words.t(WITHOUT_ANSWER[run.state], parameters);
  if (run.state === 'running' && !run.quick) return words.t('program.status.checked', parameters);
  return words.t(WITH_ANSWER[run.state], parameters);
}

export function statusText(words: Words, { state, run, error }: LiveStatus): string {
  if (state === 'refused') return errorText(words, error);
  if (state === 'starting' || !run) return words.t('program.status.starting');
  return runText(words, run);
}

const going = (state: LiveStatus['state']) => state === 'starting' || state === 'waiting' || state === 'running';

export interface StatusActions {
  cancel(): void;
  /** Runs again, where there is a reason to. */
  again?(): void;
}

/** Changed in place, so that its button keeps the focus, and its text is read out only when it is another. */
export class StatusStrip {
  private readonly text = h('p', { class: 'status-text', role: 'status' });
  private readonly count = h('span', { class: 'note' });
  private readonly bar = h('progress', { max: 1 });
  private readonly cancel: HTMLButtonElement;
  private readonly again: HTMLButtonElement;
  readonly element: HTMLElement;
  private status: LiveStatus = { state: 'starting' };

  constructor(
    private words: Words,
    actions: StatusActions,
  ) {
    this.cancel = h('button', { type: 'button', id: 'cancel-run', onclick: () => actions.cancel() });
    this.again = h('button', { type: 'button', id: 'run-again', onclick: () => actions.again?.() });
    const again = actions.again ? this.again : null;
    this.element = h('div', { class: 'status' }, this.text, this.count, this.bar, this.cancel, again);
    this.speak(words);
  }

  show(status: LiveStatus): void {
    this.status = status;
    const { state, run } = status;
    const text = statusText(this.words, status);
    if (this.text.textContent !== text) this.text.textContent = text;
    this.element.dataset['state'] = going(state) && run?.quick ? 'quick' : state;
    this.bar.hidden = !going(state);
    this.showProgress(going(state) ? run?.progress : undefined);
    this.showButtons(state);
  }

  /** Of a run that has no answer for long, beside the bar; not read out at every step. */
  private showProgress(progress: Run['progress']): void {
    const known = progress !== undefined && progress.total > 0;
    const count = { done: number(this.words, progress?.done), total: number(this.words, progress?.total) };
    this.count.textContent = known ? this.words.t('program.count', count) : '';
    if (known) this.bar.value = Math.min(1, progress.done / progress.total);
    else this.bar.removeAttribute('value');
  }

  private showButtons(state: LiveStatus['state']): void {
    const held = document.activeElement === this.cancel || document.activeElement === this.again;
    this.cancel.hidden = !going(state) || state === 'starting';
    this.again.hidden = going(state) || state === 'done';
    if (held && document.activeElement === document.body) (this.again.hidden ? this.cancel : this.again).focus();
  }

  speak(words: Words): void {
    this.words = words;
    this.bar.setAttribute('aria-label', words.t('program.progress'));
    this.cancel.textContent = words.t('program.cancel_run');
    this.again.textContent = words.t('program.run_again');
    this.show(this.status);
  }
}
