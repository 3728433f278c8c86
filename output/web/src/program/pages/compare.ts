// SPDX-License-Identifier: MIT
// Choose scenarios to set beside each other.
import type { ScenarioEntry } from '../../data/server';
import { h } from '../../page/dom';
import { isAborted } from '../shared/api';
import type { Context, ProgramPage } from '../shared/context';
import { errorBox } from '../shared/messages';
import { pathOf, scenarioName } from '../shared/names';

export class ComparePage implements ProgramPage {
  private readonly body = h('div', {});
  private readonly leaving = new AbortController();
  private scenarios: ScenarioEntry[] | undefined;
  private alternatives = false;
  readonly element = h('div', {});

  constructor(private readonly context: Context) {
    this.speak();
    void this.load();
  }

  title(): string {
    return this.context.words.t('program.compare');
  }

  speak(): void {
    const { words } = this.context;
    this.element.replaceChildren(
      h('h1', { tabindex: -1 }, words.t('program.compare')),
      h('p', { class: 'subtitle' }, words.t('program.compare.intro')),
      this.body,
    );
    this.show();
  }

  follow(): void {
    this.show();
  }

  leave(): void {
    this.leaving.abort();
  }

  private async load(): Promise<void> {
    const { api, words } = this.context;
    try {
      this.scenarios = await api.scenarios(this.leaving.signal);
      this.show();
    } catch (error) {
      if (!isAborted(error)) this.body.replaceChildren(errorBox(words, error, () => void this.load()));
    }
  }

  private show(): void {
    const { words } = this.context;
    if (!this.scenarios) return this.body.replaceChildren(h('p', { class: 'note' }, words.t('program.loading')));
    const whole = this.scenarios.filter(({ error }) => !error);
    const hint = h('p', { class: 'note', id: 'compare-hint', role: 'status' });
    const text = words.t('program.compare.begin');
    const begin = h('button', { type: 'submit', class: 'primary', id: 'compare-begin' }, text);
    const trouble = h('div', {});
    const update = () => {
      const enough = this.enough();
      begin.disabled = !enough;
      hint.textContent = enough ? '' : words.t('program.compare.choose');
    };
    this.body.replaceChildren(
      h(
        'form',
        { onsubmit: (event) => (event.preventDefault(), void this.begin(trouble)) },
        h(
          'section',
          { 'aria-labelledby': 'pick-heading' },
          h('h2', { id: 'pick-heading' }, words.t('program.compare.which')),
          h(
            'div',
            { class: 'choices', role: 'group', 'aria-labelledby': 'pick-heading' },
            whole.map((one) => this.box(one, update)),
          ),
          this.alternativesBox(update),
          h('div', { class: 'buttons' }, begin),
          hint,
          trouble,
        ),
      ),
    );
    update();
  }

  private get picked(): string[] {
    return this.context.route.pick ?? [];
  }

  /** One by itself can only be set against its own alternatives. */
  private enough(): boolean {
    return this.picked.length > (this.alternatives ? 0 : 1);
  }

  private box(one: ScenarioEntry, update: () => void): HTMLElement {
    const tick = (event: Event) => {
      const others = this.picked.filter((id) => id !== one.id);
      this.context.stay({ pick: (event.target as HTMLInputElement).checked ? [...others, one.id] : others });
      update();
    };
    return h(
      'label',
      { class: 'tick' },
      h('input', { type: 'checkbox', value: one.id, checked: this.picked.includes(one.id), onchange: tick }),
      h('span', {}, scenarioName(one), ' ', h('code', { class: 'note' }, pathOf(one.id))),
    );
  }

  private alternativesBox(update: () => void): HTMLElement {
    const tick = (event: Event) => {
      this.alternatives = (event.target as HTMLInputElement).checked;
      update();
    };
    return h(
      'label',
      { class: 'tick apart' },
      h('input', { type: 'checkbox', id: 'compare-alternatives', checked: this.alternatives, onchange: tick }),
      h('span', {}, this.context.words.t('program.compare.alternatives')),
    );
  }

  private async begin(trouble: HTMLElement): Promise<void> {
    const { api, words, go } = this.context;
    try {
      trouble.replaceChildren();
      const options = { scenarios: this.picked, ...(this.alternatives ? { alternatives: true } : {}) };
      const { id } = await api.start({ kind: 'compare', options }, words.lang);
      go({ page: 'run', run: id });
    } catch (error) {
      trouble.replaceChildren(errorBox(words, error));
    }
  }
}
