// SPDX-License-Identifier: MIT
// The sections of a report, in their place on a page: a choice changes the address, and the sections that depend on it
// are rebuilt.
import { settleCharts } from '../charts/chart';
import { h } from '../page/dom';
import { replaceKeeping } from '../page/focus';
import { Words, type Language } from '../language/language';
import type { SectionOf, Subject, ViewOf } from '../sections/view';

/** Where the reader's choices are kept: the address, as far as the report is concerned. */
export interface Choices {
  read(): string;
  write(hash: string): void;
}

export class SectionsView<M, S extends { lang: Language }> {
  private sections: SectionOf<M, S>[] = [];
  private chosen!: S;
  private view!: ViewOf<M, S>;
  private round = 0;

  constructor(
    private subject: Subject<M, S>,
    readonly element: HTMLElement,
    private readonly choices: Choices,
  ) {
    this.take(subject);
  }

  get state(): S {
    return this.chosen;
  }

  choose(change: Partial<S>): void {
    const before = this.chosen;
    this.chosen = { ...before, ...change };
    this.choices.write(this.subject.toHash(this.chosen));
    this.update(before);
  }

  /** The address was changed from outside. */
  follow(): void {
    const before = this.chosen;
    this.chosen = this.subject.fromHash(this.choices.read());
    this.update(before);
  }

  makeAll(): void {
    ++this.round;
    this.view = this.viewNow();
    this.element.replaceChildren(...this.sections.map((section) => this.make(section)));
    settleCharts();
  }

  /** Other data of the same kind. Section by section, so that the page answers meanwhile; the first comes at once. */
  renew(subject: Subject<M, S>): void {
    this.take(subject);
    const round = ++this.round;
    this.view = this.viewNow();
    const wanted = new Set(this.sections.map(({ id }) => id));
    for (const old of [...this.element.children]) if (!wanted.has(old.id)) old.remove();
    const next = (place: number) => {
      const section = this.sections[place];
      if (!section || round !== this.round || !this.element.isConnected) return;
      this.put(section, place);
      settleCharts();
      setTimeout(() => next(place + 1));
    };
    next(0);
  }

  /** Links within the page: the address is for the state, so they do not change it. */
  contents(): HTMLElement {
    const { words } = this.view;
    return h(
      'nav',
      { 'aria-label': words.t('page.contents') },
      h(
        'ol',
        {},
        this.sections.map(({ id, heading }) =>
          h('li', {}, h('a', { href: `#${id}`, onclick: (event) => jump(event, id) }, words.t(heading))),
        ),
      ),
    );
  }

  private take(subject: Subject<M, S>): void {
    this.subject = subject;
    this.sections = subject.sections.filter((section) => section.present(subject.model));
    this.chosen = subject.fromHash(this.choices.read());
    this.view = this.viewNow();
  }

  private update(before: S): void {
    const focus = document.activeElement?.id;
    this.view = this.viewNow();
    // The language is that of the whole page, which is rebuilt by the caller.
    if (before.lang !== this.chosen.lang) return;
    const changed = (key: keyof S) => before[key] !== this.chosen[key];
    this.sections.forEach((section, place) => {
      if (section.depends.some(changed)) this.put(section, place);
    });
    settleCharts();
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  private viewNow(): ViewOf<M, S> {
    return {
      model: this.subject.model,
      words: new Words(this.chosen.lang),
      state: this.chosen,
      choose: (change) => this.choose(change),
    };
  }

  private put(section: SectionOf<M, S>, place: number): void {
    const old = [...this.element.children].find(({ id }) => id === section.id);
    const made = this.make(section);
    if (old) replaceKeeping(old, made);
    else this.element.insertBefore(made, this.element.children[place] ?? null);
  }

  private make(section: SectionOf<M, S>): HTMLElement {
    const heading = `${section.id}-heading`;
    return h(
      'section',
      { id: section.id, tabindex: -1, 'aria-labelledby': heading },
      h('h2', { id: heading }, this.view.words.t(section.heading)),
      ...section.build(this.view),
    );
  }
}

export function jump(event: Event, id: string): void {
  event.preventDefault();
  const target = document.getElementById(id);
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}
