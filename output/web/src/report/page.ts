// SPDX-License-Identifier: MIT
// The page of a report: header, contents, sections.
import { chartsForPrint } from '../charts/chart';
import { unfoldForPrint } from '../charts/figure';
import { h } from '../page/dom';
import { LANGUAGES, Words, type Language } from '../language/language';
import { jump, SectionsView } from './sections_view';
import type { Subject } from '../sections/view';

/** To every other language, each in its own words. Their ids are of places, so that the focus stays on a button. */
export function languageButtons(current: Language, choose: (lang: Language) => void): HTMLElement[] {
  return LANGUAGES.filter((lang) => lang !== current).map((lang, i) => {
    const id = i === 0 ? 'language' : `language-${i + 1}`;
    const attributes = { id, type: 'button', class: 'language', lang, onclick: () => choose(lang) };
    return h('button', attributes, new Words(lang).t('page.in_this_language'));
  });
}

export class Page<M, S extends { lang: Language }> {
  private readonly sections: SectionsView<M, S>;

  constructor(
    private readonly subject: Subject<M, S>,
    private readonly root: HTMLElement,
  ) {
    this.sections = new SectionsView(subject, h('main', { id: 'main', tabindex: -1 }), {
      read: () => location.hash,
      write: (hash) => history.replaceState(null, '', hash),
    });
    addEventListener('hashchange', () => this.follow());
    addEventListener('beforeprint', () => (chartsForPrint(true), unfoldForPrint(true)));
    addEventListener('afterprint', () => (chartsForPrint(false), unfoldForPrint(false)));
    this.makeAll();
  }

  /** The address was changed by hand, or by going back. A link to a section leaves everything else as it is. */
  private follow(): void {
    if (document.getElementById(location.hash.slice(1))) {
      history.replaceState(null, '', this.subject.toHash(this.sections.state));
      return;
    }
    const before = this.sections.state.lang;
    this.sections.follow();
    if (this.sections.state.lang !== before) this.makeAll();
  }

  private speak(lang: Language): void {
    this.sections.choose({ lang } as Partial<S>);
    this.makeAll();
    document.getElementById('language')?.focus({ preventScroll: true });
  }

  private makeAll(): void {
    const words = new Words(this.sections.state.lang);
    document.documentElement.lang = words.lang;
    document.title = this.subject.title(words);
    this.root.replaceChildren(
      h('a', { class: 'skip', href: '#main', onclick: (event) => jump(event, 'main') }, words.t('page.skip')),
      this.header(words),
      this.sections.contents(),
      this.sections.element,
      h('footer', {}, h('p', {}, words.t('page.footer', { program: this.subject.program }))),
    );
    this.sections.makeAll();
  }

  private header(words: Words): HTMLElement {
    return h(
      'header',
      {},
      h(
        'div',
        { class: 'top' },
        h('span', { class: 'brand' }, 'Trapphus'),
        languageButtons(words.lang, (lang) => this.speak(lang)),
      ),
      h('h1', {}, this.subject.title(words)),
      h('p', { class: 'subtitle' }, this.subject.subtitle(words)),
    );
  }
}
