// SPDX-License-Identifier: MIT
// A scenario: at the side its editing, beside it the answer.
import type { Checked, Fields, Run, ScenarioFile } from '../../data/server';
import { h } from '../../page/dom';
import { ApiError, isAborted, NOT_FOUND } from '../shared/api';
import type { Context, ProgramPage } from '../shared/context';
import { forget, recall, remember } from './draft';
import type { Workspace, WorkspaceOptions } from '../../edit/workspace';
import { LiveAnswer, type Earlier } from '../live/live_answer';
import { errorBox } from '../shared/messages';
import { fileOf, isNamed, pathOf } from '../shared/names';
import type { Written } from './saving';
import { chosenAlternative, scenarioActions, type Subject } from './scenario_actions';

export class ScenarioPage implements ProgramPage {
  private readonly leaving = new AbortController();
  private readonly heading = h('h1', { tabindex: -1 });
  private readonly about = h('p', { class: 'note about' });
  private readonly buttons = h('div', { class: 'buttons' });
  private readonly trouble = h('div', {});
  private readonly editor = h('div', { class: 'editor' });
  private readonly sideHeading = h('h2', { class: 'unseen', id: 'edit-part' });
  private readonly side = h(
    'div',
    { class: 'workspace-edit', role: 'region', 'aria-labelledby': 'edit-part' },
    this.sideHeading,
    this.editor,
  );
  private readonly answer: LiveAnswer;
  private workspace: Workspace | undefined;
  private options: WorkspaceOptions | undefined;
  private file: ScenarioFile | undefined;
  private checked: Checked | undefined;
  private run: Run | undefined;
  private valid = true;
  readonly element: HTMLElement;

  constructor(
    private readonly context: Context,
    private id: string,
  ) {
    this.answer = new LiveAnswer(context, () => this.id, {
      began: (run) => this.began(run),
      updated: (run) => this.updated(run),
    });
    const head = h('div', { class: 'workspace-head' }, this.heading, this.about, this.buttons, this.trouble);
    this.element = h('div', { class: 'workspace' }, head, this.side, this.answer.element);
    this.showHead();
    void this.attempt(() => this.open());
  }

  title(): string {
    return this.checked?.facts?.name || fileOf(this.id);
  }

  speak(): void {
    const { api, words } = this.context;
    this.showHead();
    this.answer.speak();
    void this.attempt(async () => {
      const fields = await api.fields(words.lang, this.leaving.signal);
      if (this.options) this.options.fields = fields;
      this.workspace?.setWords(words);
    });
  }

  follow(): void {
    this.answer.follow();
    this.workspace?.follow();
  }

  chosen(): void {
    this.answer.chosen();
    this.workspace?.follow();
  }

  /** An answer to a text that is in no file stays in the list of runs, with its text. */
  leave(): void {
    this.leaving.abort();
    this.answer.end(this.changed());
    this.workspace?.destroy();
  }

  /** The scenario, its editing, and its answer: of the run in the address, or of a new one. */
  private async open(): Promise<void> {
    const { api, words, route } = this.context;
    const { signal } = this.leaving;
    const fields = api.fields(words.lang, signal);
    const file = await api.scenario(this.id, signal);
    this.file = file;
    const earlier = route.run === undefined ? undefined : await this.earlier(route.run);
    const text = recall(this.id, route.run) ?? earlier?.text ?? file.text;
    this.answer.begin(this.id, file.text, text, earlier);
    this.mount(await fields, file, text);
    this.showHead();
  }

  private async earlier(id: number): Promise<Earlier | undefined> {
    const { api, words } = this.context;
    const { signal } = this.leaving;
    try {
      const [run, input] = await Promise.all([api.run(id, words.lang, signal), api.input(id, signal)]);
      if (run.kind !== 'run') return undefined;
      return { run, text: input.text, kept: isNamed(run) || input.options.quick !== true };
    } catch (error) {
      if (error instanceof ApiError && error.status === NOT_FOUND) return undefined;
      throw error;
    }
  }

  private mount(fields: Fields, { id, text, shipped }: ScenarioFile, now: string): void {
    const { words, route, edit, stay } = this.context;
    this.options = {
      words,
      scenario: { id, text, shipped },
      fields,
      check: (current) => this.check(current),
      onChange: (current, _how, valid) => this.edited(current, valid),
      onTab: (tab) => stay({ tab }),
      lookedAt: () => chosenAlternative(this.context),
      ...(route.tab ? { tab: route.tab } : {}),
    };
    this.workspace = edit(this.editor, this.options);
    if (now !== text) this.workspace.setText(now);
  }

  private async check(text: string): Promise<Checked> {
    const { api, words } = this.context;
    const checked = await api.check(this.id, text, words.lang, this.leaving.signal);
    if (checked.facts || !this.checked) this.checked = checked;
    this.showHead();
    return checked;
  }

  private edited(text: string, valid: boolean): void {
    this.valid = valid;
    remember(this.id, this.answer.id, text, this.file?.text ?? '');
    if (valid) this.answer.ask(text);
    this.showHead();
  }

  private began(run: number): void {
    this.context.stay({ run });
    remember(this.id, run, this.text(), this.file?.text ?? '');
    this.showHead();
  }

  private updated(run: Run): void {
    this.run = run;
    this.showHead();
  }

  private text(): string {
    return this.workspace?.text() ?? this.file?.text ?? '';
  }

  private changed(): boolean {
    return this.file !== undefined && this.text() !== this.file.text;
  }

  private showHead(): void {
    const { words } = this.context;
    const title = this.title();
    if (this.heading.textContent !== title) this.heading.textContent = title;
    document.title = `${title} – Trapphus`;
    this.sideHeading.textContent = words.t('program.edit_part');
    this.about.replaceChildren(h('code', {}, pathOf(this.id)));
    if (this.file?.shipped) this.about.append(` · ${words.t('program.shipped')}`);
    if (this.run && isNamed(this.run)) this.about.append(` · ${words.t('program.kept_as', { name: this.run.name })}`);
    const state = !this.valid ? 'program.state.invalid' : this.changed() ? 'program.state.unsaved' : undefined;
    if (state) this.about.append(' ', h('span', { class: 'tag' }, words.t(state)));
    if (this.file) this.showButtons(this.file);
  }

  /** Rebuilt only if the available actions change, so that a menu stays open and the focus in place. */
  private showButtons(file: ScenarioFile): void {
    const { words } = this.context;
    const { facts } = this.checked ?? {};
    const subject = this.subject(file);
    const { changed, canKeep } = subject;
    const asked = [facts?.free, facts?.observations, facts?.application];
    const state = JSON.stringify([words.lang, changed, this.valid, canKeep, ...asked]);
    if (this.buttons.dataset['state'] === state) return;
    this.buttons.dataset['state'] = state;
    const focus = document.activeElement?.id;
    const open = this.buttons.querySelector('details')?.open ?? false;
    this.buttons.replaceChildren(...scenarioActions(this.context, subject, (act) => void this.attempt(act)));
    const menu = this.buttons.querySelector('details');
    if (menu) menu.open = open;
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  private subject(file: ScenarioFile): Subject {
    return {
      id: () => this.id,
      file: () => this.file ?? file,
      text: () => this.text(),
      changed: this.changed(),
      valid: this.valid,
      checked: () => this.checked,
      keep: async (name) => {
        await this.answer.keep(name);
        this.showHead();
      },
      canKeep: this.answer.id !== undefined,
      saved: (saved) => this.saved(saved),
    };
  }

  private saved({ id, etag, text }: Written): void {
    const { context, workspace } = this;
    forget(this.id);
    this.id = id;
    this.file = { id, etag, text, shipped: false };
    if (this.text() !== text) {
      this.answer.same(text);
      workspace?.setText(text);
    }
    workspace?.saved(id, text);
    context.stay({ id });
    this.showHead();
    context.announce(context.words.t('program.saved_as', { name: id }));
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
