// SPDX-License-Identifier: MIT
// What has been run: to open again, to rename, to run once more, to delete.
import type { Run } from '../../data/server';
import { h } from '../../page/dom';
import { isAborted } from '../shared/api';
import { link, type Context, type ProgramPage } from '../shared/context';
import { errorBox } from '../shared/messages';
import { runName, runNote, stateName } from '../shared/names';
import { removeRun, renameRun, runAgain } from './run_actions';
import { ended } from '../live/watch';

const LOOK_AGAIN = 2000;

export class RunsPage implements ProgramPage {
  private readonly list = h('div', {});
  private readonly trouble = h('div', {});
  private readonly leaving = new AbortController();
  private runs: Run[] | undefined;
  readonly element = h('div', {});

  constructor(private readonly context: Context) {
    this.speak();
    void this.follow();
  }

  title(): string {
    return this.context.words.t('program.runs');
  }

  speak(): void {
    const { words } = this.context;
    this.element.replaceChildren(
      h('h1', { tabindex: -1 }, words.t('program.runs')),
      h('p', { class: 'subtitle' }, words.t('program.runs.intro')),
      this.trouble,
      this.list,
    );
    this.show();
  }

  leave(): void {
    this.leaving.abort();
  }

  /** Looks again as long as something is running. */
  async follow(): Promise<void> {
    const { api, words, sleep } = this.context;
    const { signal } = this.leaving;
    try {
      do {
        const runs = await api.runs(signal);
        if (JSON.stringify(runs) !== JSON.stringify(this.runs)) {
          this.runs = runs;
          this.show();
        }
        await sleep(LOOK_AGAIN, signal);
      } while (this.runs?.some((run) => !ended(run)));
    } catch (error) {
      if (!isAborted(error)) this.list.replaceChildren(errorBox(words, error, () => void this.follow()));
    }
  }

  private show(): void {
    const { words } = this.context;
    if (!this.runs) return this.list.replaceChildren(h('p', { class: 'note' }, words.t('program.loading')));
    if (this.runs.length === 0) return this.list.replaceChildren(h('p', {}, words.t('program.runs.none')));
    const focus = document.activeElement?.id;
    this.list.replaceChildren(
      h(
        'ul',
        { class: 'rows' },
        this.runs.map((run) => h('li', {}, this.row(run))),
      ),
    );
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  private row(run: Run): HTMLElement {
    const { words } = this.context;
    const name = runName(words, run);
    return h(
      'article',
      { class: 'row' },
      h(
        'div',
        {},
        h('h2', {}, h('a', { id: `run-${run.id}`, href: link(this.context, { page: 'run', run: run.id }) }, name)),
        h('p', { class: 'note' }, runNote(words, run)),
        run.state === 'interrupted' ? h('p', { class: 'note' }, words.t('program.runs.interrupted')) : null,
        run.error ? h('p', { class: 'note' }, run.error) : null,
      ),
      h('span', { class: 'state', 'data-state': run.state }, stateName(words, run.state)),
      this.buttons(run, name),
    );
  }

  private buttons(run: Run, name: string): HTMLElement {
    const { words } = this.context;
    const button = (what: string, text: string, label: string, act: () => Promise<unknown>) =>
      h(
        'button',
        { type: 'button', id: `${what}-${run.id}`, 'aria-label': label, onclick: () => void this.attempt(act) },
        text,
      );
    return h(
      'div',
      { class: 'buttons' },
      button('rename', words.t('program.rename'), words.t('program.rename_of', { name }), () =>
        renameRun(this.context, run),
      ),
      ended(run)
        ? button('again', words.t('program.run_again'), words.t('program.run_again_of', { name }), () =>
            runAgain(this.context, run),
          )
        : null,
      button('delete', words.t('program.delete'), words.t('program.delete_of', { name }), () =>
        removeRun(this.context, run),
      ),
    );
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    const { api, words } = this.context;
    try {
      this.trouble.replaceChildren();
      await act();
      if (this.leaving.signal.aborted) return;
      this.runs = await api.runs(this.leaving.signal);
      this.show();
    } catch (error) {
      if (!isAborted(error)) this.trouble.replaceChildren(errorBox(words, error));
    }
  }
}
