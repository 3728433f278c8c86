// SPDX-License-Identifier: MIT
// The page: header, contents, sections. A choice changes the address; the sections that depend on it are made anew.
import { chartsForPrint, settleCharts } from './charts/chart';
import { Model } from './data/model';
import { dayAfter } from './data/months';
import type { Report } from './data/report';
import { h } from './dom';
import { firstLanguage } from './language/choice';
import { number, span } from './language/format';
import { Words, type Language } from './language/language';
import { answerSection } from './sections/answer';
import { apartmentsSection } from './sections/apartments';
import { comparisonSection, partsSection, retentionSection } from './sections/comparison';
import { flowSection } from './sections/flow';
import { inputsSection } from './sections/inputs';
import { moneySection } from './sections/money';
import { monthsSection } from './sections/months';
import { obstaclesSection } from './sections/obstacles';
import { animationSection, storySection } from './sections/story';
import { defaults, fromHash, toHash, type State } from './state';
import type { Section, View } from './view';

const SECTIONS: Section[] = [
  answerSection,
  monthsSection,
  flowSection,
  apartmentsSection,
  obstaclesSection,
  moneySection,
  retentionSection,
  comparisonSection,
  partsSection,
  storySection,
  animationSection,
  inputsSection,
];

export class Page {
  private readonly model: Model;
  private readonly standard: State;
  private readonly sections: Section[];
  private state: State;
  private view!: View;

  constructor(
    report: Report,
    private readonly root: HTMLElement,
  ) {
    this.model = new Model(report);
    this.standard = defaults(this.model, firstLanguage(report.viewer.language, navigator.languages));
    this.state = fromHash(location.hash, this.model, this.standard);
    this.sections = SECTIONS.filter((section) => section.present(this.model));
    addEventListener('hashchange', () => this.follow());
    addEventListener('beforeprint', () => chartsForPrint(true));
    addEventListener('afterprint', () => chartsForPrint(false));
    this.makeAll();
  }

  private choose(change: Partial<State>): void {
    const before = this.state;
    this.state = { ...before, ...change };
    history.replaceState(null, '', toHash(this.state, this.standard));
    this.update(before);
  }

  /** The address was changed by hand, or by going back. A link to a section leaves everything else as it is. */
  private follow(): void {
    if (document.getElementById(location.hash.slice(1))) {
      history.replaceState(null, '', toHash(this.state, this.standard));
      return;
    }
    const before = this.state;
    this.state = fromHash(location.hash, this.model, this.standard);
    this.update(before);
  }

  private update(before: State): void {
    const focus = document.activeElement?.id;
    if (before.lang !== this.state.lang) this.makeAll();
    else {
      this.view = this.viewNow();
      const changed = (key: keyof State) => before[key] !== this.state[key];
      for (const section of this.sections) if (section.depends.some(changed)) this.make(section);
      settleCharts();
    }
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  private viewNow(): View {
    return {
      model: this.model,
      words: new Words(this.state.lang),
      state: this.state,
      choose: (change) => this.choose(change),
    };
  }

  private makeAll(): void {
    this.view = this.viewNow();
    const { words } = this.view;
    document.documentElement.lang = this.state.lang;
    this.root.replaceChildren(
      h('a', { class: 'skip', href: '#main', onclick: (event) => this.jump(event, 'main') }, words.t('page.skip')),
      this.header(),
      this.contents(),
      h(
        'main',
        { id: 'main', tabindex: -1 },
        this.sections.map((section) => this.sectionElement(section)),
      ),
      h('footer', {}, h('p', {}, words.t('page.footer', { program: this.model.report.viewer.program }))),
    );
    settleCharts();
  }

  private header(): HTMLElement {
    const { model } = this;
    const { words } = this.view;
    const { report } = model;
    const other: Language = this.state.lang === 'sv' ? 'en' : 'sv';
    const period = span(words, report.period.from, dayAfter(report.period.to, -1));
    return h(
      'header',
      {},
      h(
        'div',
        { class: 'top' },
        h('span', { class: 'brand' }, 'Trapphus'),
        h(
          'button',
          { id: 'language', type: 'button', lang: other, onclick: () => this.choose({ lang: other }) },
          words.t('page.other_language'),
        ),
      ),
      h('h1', {}, report.scenario.name),
      h(
        'p',
        { class: 'subtitle' },
        words.t('page.subtitle', { period, replications: number(words, report.replications) }),
      ),
    );
  }

  private contents(): HTMLElement {
    const { words } = this.view;
    return h(
      'nav',
      { 'aria-label': words.t('page.contents') },
      h(
        'ol',
        {},
        this.sections.map(({ id, heading }) =>
          h('li', {}, h('a', { href: `#${id}`, onclick: (event) => this.jump(event, id) }, words.t(heading))),
        ),
      ),
    );
  }

  /** The address is for the state, so links within the page do not change it. */
  private jump(event: Event, id: string): void {
    event.preventDefault();
    const target = document.getElementById(id);
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  }

  private sectionElement(section: Section): HTMLElement {
    const heading = `${section.id}-heading`;
    return h(
      'section',
      { id: section.id, tabindex: -1, 'aria-labelledby': heading },
      h('h2', { id: heading }, this.view.words.t(section.heading)),
      ...section.build(this.view),
    );
  }

  private make(section: Section): void {
    const old = document.getElementById(section.id);
    const open = new Set<string | null>(
      [...(old?.querySelectorAll('details[open] > summary') ?? [])].map((summary) => summary.textContent),
    );
    const made = this.sectionElement(section);
    for (const one of made.querySelectorAll('details'))
      if (open.has(one.querySelector('summary')?.textContent ?? null)) one.open = true;
    old?.replaceWith(made);
  }
}
