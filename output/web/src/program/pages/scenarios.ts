// SPDX-License-Identifier: MIT
// The first page: the reader's own scenarios, and those that came with the program.
import type { ScenarioEntry } from '../../data/server';
import { h } from '../../page/dom';
import { moment } from '../../language/format';
import { isAborted } from '../shared/api';
import { link, type Context, type ProgramPage } from '../shared/context';
import { errorBox } from '../shared/messages';
import { fileOf, pathOf, scenarioName } from '../shared/names';
import { saveScenario } from './saving';

/** So many of one folder stand open; more are behind its name. */
const OPEN = 6;

export class ScenariosPage implements ProgramPage {
  private readonly list = h('div', {});
  private readonly leaving = new AbortController();
  private scenarios: ScenarioEntry[] | undefined;
  readonly element = h('div', {});

  constructor(private readonly context: Context) {
    this.speak();
  }

  title(): string {
    return this.context.words.t('program.scenarios');
  }

  speak(): void {
    const { words } = this.context;
    this.element.replaceChildren(
      h('h1', { tabindex: -1 }, words.t('program.scenarios')),
      h('p', { class: 'subtitle' }, words.t('program.scenarios.intro')),
      this.list,
    );
    this.show();
    // Names and descriptions of scenarios are in several languages as well.
    void this.load();
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
      if (!isAborted(error)) this.list.replaceChildren(errorBox(words, error, () => void this.load()));
    }
  }

  private show(): void {
    const { words, program } = this.context;
    if (!this.scenarios) return this.list.replaceChildren(h('p', { class: 'note' }, words.t('program.loading')));
    const own = this.scenarios.filter(({ shipped }) => !shipped);
    const shipped = this.scenarios.filter((one) => one.shipped);
    this.list.replaceChildren(
      h(
        'section',
        { 'aria-labelledby': 'own-heading' },
        h('h2', { id: 'own-heading' }, words.t('program.scenarios.own')),
        h('p', { class: 'note' }, words.t('program.scenarios.folder', { folder: program.folder })),
        own.length > 0 ? this.cards(own) : h('p', {}, words.t('program.scenarios.none')),
      ),
      h(
        'section',
        { 'aria-labelledby': 'shipped-heading' },
        h('h2', { id: 'shipped-heading' }, words.t('program.scenarios.shipped')),
        h('p', { class: 'note' }, words.t('program.scenarios.shipped.note')),
        this.folders(shipped),
      ),
    );
  }

  private folders(shipped: ScenarioEntry[]): HTMLElement[] {
    const by = new Map<string, ScenarioEntry[]>();
    for (const one of shipped) {
      const folder = pathOf(one.id).split('/').slice(0, -1).join('/');
      by.set(folder, [...(by.get(folder) ?? []), one]);
    }
    const few = [...by.values()].filter((all) => all.length < OPEN).flat();
    const many = [...by].filter(([, all]) => all.length >= OPEN);
    return [
      this.cards(few),
      ...many.map(([folder, all]) =>
        h(
          'details',
          {},
          h('summary', {}, this.context.words.t('program.scenarios.more', { folder, n: all.length })),
          this.cards(all),
        ),
      ),
    ];
  }

  private cards(scenarios: ScenarioEntry[]): HTMLElement {
    return h(
      'ul',
      { class: 'cards' },
      scenarios.map((one) => h('li', {}, this.card(one))),
    );
  }

  private card(one: ScenarioEntry): HTMLElement {
    const { words } = this.context;
    const name = this.nameOf(one);
    const changed = one.modified
      ? words.t('program.scenarios.modified', { when: moment(words, one.modified) })
      : undefined;
    return h(
      'article',
      { class: 'card' },
      h('h3', {}, h('a', { href: link(this.context, { page: 'scenario', id: one.id }) }, name)),
      h('p', { class: 'description' }, one.description),
      one.error ? h('p', { class: 'caution' }, words.t('program.scenarios.unreadable', { error: one.error })) : null,
      h('p', { class: 'note' }, h('code', {}, pathOf(one.id)), changed ? ` ${changed}` : null),
      h(
        'div',
        { class: 'buttons' },
        h(
          'a',
          {
            class: 'button',
            href: link(this.context, { page: 'scenario', id: one.id }),
            'aria-label': words.t('program.open_of', { name }),
          },
          words.t('program.open'),
        ),
        h(
          'button',
          { type: 'button', 'aria-label': words.t('program.copy_of', { name }), onclick: () => void this.copy(one) },
          words.t('program.copy'),
        ),
      ),
    );
  }

  /** A scenario that extends another, or is a copy of it, may have its name: then the file tells them apart. */
  private nameOf(one: ScenarioEntry): string {
    const name = scenarioName(one);
    const again = this.scenarios?.some((other) => other !== one && scenarioName(other) === name) ?? false;
    return again && !one.shipped ? `${name} – ${fileOf(one.id)}` : name;
  }

  private async copy(one: ScenarioEntry): Promise<void> {
    const { api, words, go } = this.context;
    try {
      const { text } = await api.scenario(one.id);
      const stem = fileOf(one.id).replace(/\.ya?ml$/, '');
      const file = words.t('program.copy.file', { name: stem });
      const title = words.t('program.copy.title');
      const saved = await saveScenario(this.context, { title, file, text, beside: one.id });
      if (saved) go({ page: 'scenario', id: saved.id });
    } catch (error) {
      this.list.prepend(errorBox(words, error));
    }
  }
}
