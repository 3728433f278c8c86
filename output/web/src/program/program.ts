// SPDX-License-Identifier: MIT
// The program in the browser: the frame around its pages, and the way from one to another.
import { chartsForPrint, settleCharts } from '../charts/chart';
import { unfoldForPrint } from '../charts/figure';
import type { Program } from '../data/server';
import { h } from '../page/dom';
import type { mountWorkspace } from '../edit/workspace';
import { firstLanguage } from '../language/choice';
import { Words, type Language } from '../language/language';
import { languageButtons } from '../report/page';
import { jump } from '../report/sections_view';
import { hashOf, routeOf, samePlace, withChoices, type PageName, type Route } from './shared/address';
import type { Api, Sleep } from './shared/api';
import { ComparePage } from './pages/compare';
import type { Context, ProgramPage } from './shared/context';
import { RunPage } from './pages/run';
import { RunsPage } from './pages/runs';
import { ScenarioPage } from './pages/scenario';
import { ScenariosPage } from './pages/scenarios';

const TABS = [
  ['scenarios', 'program.scenarios'],
  ['runs', 'program.runs'],
  ['compare', 'program.compare'],
] as const;

/** Which of the tabs a page belongs to. */
const TAB: Record<PageName, PageName> = {
  scenarios: 'scenarios',
  scenario: 'scenarios',
  runs: 'runs',
  run: 'runs',
  compare: 'compare',
};

export class Frame {
  private route: Route;
  private words: Words;
  private page: ProgramPage | undefined;
  private readonly header = h('header', { class: 'program-header' });
  private readonly gone = h('div', { class: 'gone', role: 'alert' });
  private readonly main = h('main', { id: 'main', tabindex: -1 });
  private readonly status = h('div', { class: 'unseen', role: 'status' });
  private readonly footer = h('footer', {});
  private readonly skip = h('a', { class: 'skip', href: '#main', onclick: (event) => jump(event, 'main') });

  constructor(
    root: HTMLElement,
    private readonly api: Api,
    private readonly sleep: Sleep,
    private readonly program: Program,
    private readonly edit: typeof mountWorkspace,
  ) {
    this.route = routeOf(location.hash, firstLanguage(undefined, navigator.languages));
    this.words = new Words(this.route.lang);
    history.replaceState(null, '', withChoices(this.route, location.hash));
    root.classList.add('program');
    root.replaceChildren(this.skip, this.header, this.gone, this.main, this.footer, this.status);
    addEventListener('hashchange', () => this.follow());
    addEventListener('beforeprint', () => (chartsForPrint(true), unfoldForPrint(true)));
    addEventListener('afterprint', () => (chartsForPrint(false), unfoldForPrint(false)));
    this.speak();
    this.open();
  }

  /** Whether the server answers, or is asked again and again. */
  answers(yes: boolean): void {
    const text = yes ? '' : this.words.t('program.gone');
    if (this.gone.textContent !== text) this.gone.textContent = text;
  }

  private follow(): void {
    const before = this.route;
    this.route = routeOf(location.hash, before.lang);
    if (before.lang !== this.route.lang) this.speak();
    if (!samePlace(before, this.route)) return this.open(true);
    if (before.lang !== this.route.lang) this.page?.speak();
    else this.page?.follow?.();
    this.showHeader();
  }

  private speak(): void {
    const { words } = this;
    if (words.lang !== this.route.lang) this.words = new Words(this.route.lang);
    document.documentElement.lang = this.words.lang;
    this.skip.textContent = this.words.t('page.skip');
    this.footer.replaceChildren(h('p', {}, this.words.t('program.footer', { program: this.program.version })));
    this.showHeader();
  }

  private showHeader(): void {
    const { words } = this;
    const focus = document.activeElement?.id;
    const tab = ([page, name]: (typeof TABS)[number]) =>
      h(
        'a',
        {
          href: hashOf({ page, lang: words.lang }),
          id: `tab-${page}`,
          'aria-current': TAB[this.route.page] === page ? 'page' : undefined,
        },
        words.t(name),
      );
    this.header.replaceChildren(
      h('span', { class: 'brand' }, 'Trapphus'),
      h('nav', { 'aria-label': words.t('program.pages') }, TABS.map(tab)),
      ...languageButtons(words.lang, (lang) => this.choose(lang)),
    );
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  private choose(lang: Language): void {
    this.route = { ...this.route, lang };
    history.replaceState(null, '', withChoices(this.route, location.hash));
    this.speak();
    this.page?.speak();
    this.showTitle();
  }

  private open(moveFocus = false): void {
    this.page?.leave();
    this.page = this.make();
    this.main.replaceChildren(this.page.element);
    this.main.dataset['page'] = this.route.page;
    settleCharts();
    this.showHeader();
    this.showTitle();
    if (!moveFocus) return;
    scrollTo(0, 0);
    this.main.querySelector('h1')?.focus({ preventScroll: true });
  }

  private showTitle(): void {
    if (this.page) document.title = `${this.page.title()} – Trapphus`;
  }

  private make(): ProgramPage {
    const { id, run, page } = this.route;
    const context = this.context();
    if (page === 'scenario' && id !== undefined) return new ScenarioPage(context, id);
    if (page === 'run' && run !== undefined) return new RunPage(context, run);
    if (page === 'runs') return new RunsPage(context);
    if (page === 'compare') return new ComparePage(context);
    return new ScenariosPage(context);
  }

  /** What a page sees of this frame: always as it is now. */
  private context(): Context {
    const now = () => ({ words: this.words, route: this.route });
    return {
      api: this.api,
      sleep: this.sleep,
      program: this.program,
      edit: this.edit,
      get words() {
        return now().words;
      },
      get route() {
        return now().route;
      },
      go: (route) => this.go(route),
      stay: (change) => {
        this.route = { ...this.route, ...change };
        history.replaceState(null, '', withChoices(this.route, location.hash));
      },
      choices: {
        read: () => location.hash,
        write: (hash) => {
          history.replaceState(null, '', withChoices(this.route, hash));
          this.page?.chosen?.();
        },
      },
      announce: (text) => (this.status.textContent = text),
    };
  }

  private go(route: Omit<Route, 'lang'>): void {
    this.route = { ...route, lang: this.route.lang };
    history.pushState(null, '', hashOf(this.route));
    this.open(true);
  }
}
