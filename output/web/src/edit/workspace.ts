// SPDX-License-Identifier: MIT
// The editing of one scenario: sliders, form, text, observations, and the comparison with what it was.
import type { Checked, Facts, Fields } from '../data/server';
import { h } from '../page/dom';
import type { Key, Words } from '../language/language';
import { CompareView } from './compare_view';
import { Form } from './form/view';
import { ObservationsView } from './observations/view';
import { Session, type How } from './text/session';
import { SliderView } from './sliders/view';
import { TextView } from './editor/text_view';

export interface WorkspaceOptions {
  words: Words;
  scenario: { id: string; text: string; shipped: boolean };
  fields: Fields;
  check(text: string): Promise<Checked>;
  onChange(text: string, how: How, valid: boolean): void;
  tab?: string;
  onTab(tab: string): void;
  /** The alternative that the reader has chosen to look at, if he has. */
  lookedAt?(): string | undefined;
}

export interface Workspace {
  text(): string;
  original(): string;
  /** Can be undone. */
  setText(text: string): void;
  saved(id: string, text: string): void;
  facts(): Facts | undefined;
  setWords(words: Words): void;
  /** The reader looks at another alternative. */
  follow(): void;
  destroy(): void;
}

interface Panel {
  element: HTMLElement;
  update(): void;
  destroy?(): void;
}

const TABS = ['sliders', 'form', 'text', 'observations', 'compare'] as const;
type Tab = (typeof TABS)[number];
class View implements Workspace {
  private readonly session: Session;
  private words: Words;
  private tab: Tab;
  private panel: Panel | undefined;
  private bar = new Map<string, HTMLButtonElement>();
  private readonly status = h('p', { class: 'edit-status', role: 'status' });
  private readonly holder = h('div', { class: 'edit-panel', role: 'tabpanel', tabindex: -1 });
  private readonly onKey = (event: KeyboardEvent) => this.key(event);

  constructor(
    private readonly root: HTMLElement,
    private readonly options: WorkspaceOptions,
  ) {
    this.words = options.words;
    this.tab = TABS.find((tab) => tab === options.tab) ?? 'sliders';
    this.session = new Session({
      text: options.scenario.text,
      check: (text) => options.check(text),
      onChange: (text, how, valid) => options.onChange(text, how, valid),
    });
    this.session.listen(() => this.update());
    document.addEventListener('keydown', this.onKey);
    this.build();
  }

  text = () => this.session.text;
  original = () => this.session.original;
  facts = () => this.session.facts;

  setText(text: string): void {
    this.session.seal();
    this.session.change(text, 'form');
  }
  saved(_id: string, text: string): void {
    this.session.saved(text);
  }
  setWords(words: Words): void {
    this.words = words;
    this.build();
    this.session.again();
  }
  follow(): void {
    this.panel?.update();
  }
  destroy(): void {
    document.removeEventListener('keydown', this.onKey);
    this.panel?.destroy?.();
    this.session.end();
    this.root.replaceChildren();
  }

  private build(): void {
    this.root.classList.add('edit');
    this.root.replaceChildren(this.toolbar(), this.status, this.tabs(), this.holder);
    this.show(this.tab);
    this.update();
  }

  private toolbar(): HTMLElement {
    const { words, session } = this;
    const button = (name: string, key: Key, sign: string, click: () => void) => {
      const made = h('button', { type: 'button', onclick: click }, `${sign} ${words.t(key)}`);
      this.bar.set(name, made);
      return made;
    };
    return h(
      'div',
      { class: 'edit-bar', role: 'group', 'aria-label': words.t('edit.bar') },
      button('undo', 'edit.undo', '↶', () => session.undo()),
      button('redo', 'edit.redo', '↷', () => session.redo()),
    );
  }

  private tabs(): HTMLElement {
    const tab = (name: Tab) =>
      h(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `edit-tab-${name}`,
          'aria-selected': String(name === this.tab),
          'aria-controls': 'edit-panel',
          tabindex: name === this.tab ? 0 : -1,
          onclick: () => this.choose(name),
        },
        this.words.t(`edit.tab.${name}`),
      );
    return h(
      'div',
      { class: 'edit-tabs', role: 'tablist', 'aria-label': this.words.t('edit.tabs'), onkeydown: (e) => this.arrow(e) },
      TABS.map(tab),
    );
  }

  private arrow(event: Event): void {
    const { key } = event as KeyboardEvent;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (by === undefined) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(this.tab) + by + TABS.length) % TABS.length];
    if (next) this.choose(next);
    document.getElementById(`edit-tab-${this.tab}`)?.focus();
  }

  private choose(tab: Tab): void {
    if (tab !== this.tab) this.options.onTab(tab);
    this.tab = tab;
    this.session.seal();
    this.root.querySelectorAll('[role="tab"]').forEach((one) => {
      const chosen = one.id === `edit-tab-${tab}`;
      one.setAttribute('aria-selected', String(chosen));
      one.setAttribute('tabindex', chosen ? '0' : '-1');
    });
    this.show(tab);
  }

  private show(tab: Tab): void {
    this.panel?.destroy?.();
    this.panel = this.makePanel(tab);
    this.holder.id = 'edit-panel';
    this.holder.setAttribute('aria-labelledby', `edit-tab-${tab}`);
    this.holder.replaceChildren(this.panel.element);
  }

  private makePanel(tab: Tab): Panel {
    const { session, words, options } = this;
    if (tab === 'text') return new TextView(session, words, options.fields);
    if (tab === 'form') return new Form(session, words, options.fields);
    if (tab === 'observations') return new ObservationsView(session, words);
    if (tab === 'compare') return new CompareView(session, words, options.fields);
    return new SliderView(session, words, () => options.lookedAt?.());
  }

  private update(): void {
    const { session } = this;
    this.enable('undo', session.canUndo);
    this.enable('redo', session.canRedo);
    this.panel?.update();
    this.showStatus();
  }

  private enable(name: string, can: boolean): void {
    const button = this.bar.get(name);
    if (button) button.disabled = !can;
  }

  private showStatus(): void {
    const { session, words } = this;
    const { length } = session.problems;
    if (session.failure !== '') this.status.textContent = words.t('edit.status.failure', { error: session.failure });
    else if (!session.current || length === 0 || this.tab === 'text') this.status.textContent = '';
    else
      this.status.replaceChildren(
        session.readable ? words.t('edit.status.problems', { n: length }) : words.t('edit.status.unreadable'),
        ' ',
        h('button', { type: 'button', onclick: () => this.choose('text') }, words.t('edit.status.look')),
      );
    this.status.hidden = this.status.textContent === '';
  }

  /** Where one types, undoing is that field's own business. */
  private key(event: KeyboardEvent): void {
    const typing = (event.target as HTMLElement | null)?.closest(
      'input:not([type="range"]):not([type="checkbox"]):not([type="radio"]):not([type="file"]), textarea, [contenteditable="true"]',
    );
    if (typing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const letter = event.key.toLowerCase();
    if (letter !== 'z' && letter !== 'y') return;
    event.preventDefault();
    if (letter === 'y' || event.shiftKey) this.session.redo();
    else this.session.undo();
  }
}

export function mountWorkspace(root: HTMLElement, options: WorkspaceOptions): Workspace {
  return new View(root, options);
}
