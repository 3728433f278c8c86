// SPDX-License-Identifier: MIT
// The page: header, contents, sections. A choice changes the address; the sections that depend on it are made anew.
import { chartsForPrint, settleCharts } from './charts/chart';
import { h } from './dom';
import { Words, type Language } from './language/language';
import type { SectionOf, Subject, ViewOf } from './view';

export class Page<M, S extends { lang: Language }> {
  private readonly sections: SectionOf<M, S>[];
  private state: S;
  private view!: ViewOf<M, S>;

  constructor(
    private readonly subject: Subject<M, S>,
    private readonly root: HTMLElement,
  ) {
    this.state = subject.fromHash(location.hash);
    this.sections = subject.sections.filter((section) => section.present(subject.model));
    addEventListener('hashchange', () => this.follow());
    addEventListener('beforeprint', () => chartsForPrint(true));
    addEventListener('afterprint', () => chartsForPrint(false));
    this.makeAll();
  }

  private choose(change: Partial<S>): void {
    const before = this.state;
    this.state = { ...before, ...change };
    history.replaceState(null, '', this.subject.toHash(this.state));
    this.update(before);
  }

  /** The address was changed by hand, or by going back. A link to a section leaves everything else as it is. */
  private follow(): void {
    if (document.getElementById(location.hash.slice(1))) {
      history.replaceState(null, '', this.subject.toHash(this.state));
      return;
    }
    const before = this.state;
    this.state = this.subject.fromHash(location.hash);
    this.update(before);
  }

  private update(before: S): void {
    const focus = document.activeElement?.id;
    if (before.lang !== this.state.lang) this.makeAll();
    else {
      this.view = this.viewNow();
      const changed = (key: keyof S) => before[key] !== this.state[key];
      for (const section of this.sections) if (section.depends.some(changed)) this.make(section);
      settleCharts();
    }
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  private viewNow(): ViewOf<M, S> {
    return {
      model: this.subject.model,
      words: new Words(this.state.lang),
      state: this.state,
      choose: (change) => this.choose(change),
    };
  }

  private makeAll(): void {
    this.view = this.viewNow();
    const { words } = this.view;
    document.documentElement.lang = this.state.lang;
    document.title = this.subject.title(words);
    this.root.replaceChildren(
      h('a', { class: 'skip', href: '#main', onclick: (event) => this.jump(event, 'main') }, words.t('page.skip')),
      this.header(),
      this.contents(),
      h(
        'main',
        { id: 'main', tabindex: -1 },
        this.sections.map((section) => this.sectionElement(section)),
      ),
      h('footer', {}, h('p', {}, words.t('page.footer', { program: this.subject.program }))),
    );
    settleCharts();
  }

  private header(): HTMLElement {
    const { words } = this.view;
    const other: Language = this.state.lang === 'sv' ? 'en' : 'sv';
    return h(
      'header',
      {},
      h(
        'div',
        { class: 'top' },
        h('span', { class: 'brand' }, 'Trapphus'),
        h(
          'button',
          { id: 'language', type: 'button', lang: other, onclick: () => this.choose({ lang: other } as Partial<S>) },
          words.t('page.other_language'),
        ),
      ),
      h('h1', {}, this.subject.title(words)),
      h('p', { class: 'subtitle' }, this.subject.subtitle(words)),
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

  private sectionElement(section: SectionOf<M, S>): HTMLElement {
    const heading = `${section.id}-heading`;
    return h(
      'section',
      { id: section.id, tabindex: -1, 'aria-labelledby': heading },
      h('h2', { id: heading }, this.view.words.t(section.heading)),
      ...section.build(this.view),
    );
  }

  private make(section: SectionOf<M, S>): void {
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
