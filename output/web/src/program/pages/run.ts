// SPDX-License-Identifier: MIT
// One run: how far it has come, what it found, its files.
import type { Run } from '../../data/server';
import { h } from '../../page/dom';
import { isAborted } from '../shared/api';
import { link, type Context, type ProgramPage } from '../shared/context';
import { downloads } from '../live/downloads';
import { errorBox } from '../shared/messages';
import { folderOf, runName, runNote } from '../shared/names';
import { Panel } from '../answers/panel';
import { removeRun, renameRun, runAgain } from './run_actions';
import { saveScenario } from './saving';
import { StatusStrip } from '../live/status';
import { watch } from '../live/watch';

export class RunPage implements ProgramPage {
  private readonly leaving = new AbortController();
  private readonly head = h('div', {});
  private readonly trouble = h('div', {});
  private readonly files = h('div', {});
  private readonly strip: StatusStrip;
  private readonly panel: Panel;
  private run: Run | undefined;
  readonly element: HTMLElement;

  constructor(
    private readonly context: Context,
    private readonly id: number,
  ) {
    this.strip = new StatusStrip(context.words, {
      cancel: () => void this.attempt(() => context.api.cancel(id)),
      again: () => void this.attempt(async () => this.run && runAgain(context, this.run)),
    });
    this.panel = new Panel(context, { open: (yaml) => void this.attempt(() => this.openFitted(yaml)) });
    this.element = h('div', {}, this.head, this.trouble, this.strip.element, this.files, this.panel.element);
    this.showHead();
    void this.attempt(() => this.watch());
  }

  title(): string {
    const { words } = this.context;
    return this.run ? runName(words, this.run) : words.t('program.kind.run');
  }

  speak(): void {
    this.showHead();
    this.strip.speak(this.context.words);
    this.panel.speak();
  }

  follow(): void {
    this.panel.follow();
  }

  leave(): void {
    this.leaving.abort();
  }

  private async watch(): Promise<void> {
    const { api, words, sleep } = this.context;
    const watcher = {
      run: (run: Run) => this.take(run),
      answer: (data: unknown, run: Run) => this.panel.show(data, run),
    };
    await watch(api, this.id, words.lang, watcher, sleep, this.leaving.signal);
  }

  private take(run: Run): void {
    const before = this.run;
    this.run = run;
    this.strip.show({ state: run.state, run });
    const head = ({ name, state, files }: Run) => [name, state, ...files].join('\n');
    if (!before || head(before) !== head(run)) this.showHead();
  }

  private showHead(): void {
    const { words } = this.context;
    const { run } = this;
    document.title = `${this.title()} – Trapphus`;
    this.files.replaceChildren(...(run ? [downloads(this.context, run)].filter((part) => part !== null) : []));
    const title = this.head.querySelector('h1') ?? h('h1', { tabindex: -1 });
    title.textContent = this.title();
    if (!run) return this.head.replaceChildren(title);
    const focus = document.activeElement?.id;
    this.head.replaceChildren(title, h('p', { class: 'note' }, runNote(words, run)), this.buttons(run));
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  private buttons(run: Run): HTMLElement {
    const { words } = this.context;
    const button = (id: string, text: string, act: () => Promise<unknown>) =>
      h('button', { type: 'button', id, onclick: () => void this.attempt(act) }, text);
    const open = run.kind === 'run' && link(this.context, { page: 'scenario', id: run.scenario, run: run.id });
    return h(
      'div',
      { class: 'buttons' },
      open ? h('a', { class: 'button', id: 'open-scenario', href: open }, words.t('program.run.open')) : null,
      button('rename', words.t('program.rename'), async () => {
        const renamed = await renameRun(this.context, run);
        if (renamed) this.take(renamed);
      }),
      button('delete', words.t('program.delete'), async () => {
        if (await removeRun(this.context, run)) this.context.go({ page: 'runs' });
      }),
    );
  }

  private async openFitted(yaml: string): Promise<void> {
    const { words, go } = this.context;
    const saved = await saveScenario(this.context, {
      title: words.t('program.calibrate.save'),
      file: folderOf(this.run?.scenario ?? '') + words.t('program.calibrate.file'),
      text: yaml,
      beside: this.run?.scenario ?? '',
    });
    if (saved) go({ page: 'scenario', id: saved.id });
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    try {
      this.trouble.replaceChildren();
      await act();
    } catch (error) {
      if (!isAborted(error)) this.trouble.replaceChildren(errorBox(this.context.words, error));
    }
  }
}
