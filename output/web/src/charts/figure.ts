// SPDX-License-Identifier: MIT
import type { Look } from './look';
import { h, type Child } from '../page/dom';
import type { Words } from '../language/language';
import { table, type TableOptions } from '../page/table';

export interface LegendItem {
  name: string;
  look?: Look;
  /** Instead of a look: a filled square, or an outlined one. */
  colour?: string;
  hollow?: boolean;
  /** Instead of both: a sign. */
  sign?: string;
}

const SYMBOLS: Record<Look['symbol'], string> = { circle: '●', rect: '■', triangle: '▲', diamond: '◆' };

function swatch({ look, colour, hollow, sign }: LegendItem): HTMLElement {
  if (sign !== undefined) return h('span', { class: 'swatch', 'aria-hidden': 'true' }, sign);
  if (look) {
    const line = h('span', { class: 'swatch', 'aria-hidden': 'true' }, SYMBOLS[look.symbol]);
    line.style.color = look.colour;
    line.style.borderBottom = `2px ${look.dash === 'solid' ? 'solid' : 'dashed'} ${look.colour}`;
    return line;
  }
  const square = h('span', { class: 'swatch square', 'aria-hidden': 'true' });
  square.style.border = `2px solid ${colour ?? ''}`;
  if (!hollow) square.style.background = colour ?? '';
  return square;
}

export function legend(items: LegendItem[]): HTMLElement {
  return h(
    'ul',
    { class: 'legend' },
    items.map((item) => h('li', {}, swatch(item), item.name)),
  );
}

export interface FigureOptions {
  title: string;
  note?: Child;
  legend?: LegendItem[];
  controls?: Child;
  chart: HTMLElement;
  below?: Child;
  /** The figures behind the chart. */
  table: Omit<TableOptions, 'caption'>;
}

/** A chart with its title, what its signs mean, and the table behind it. */
export function figure({ words }: { words: Words }, options: FigureOptions): HTMLElement {
  return h(
    'figure',
    {},
    h('figcaption', {}, h('h3', {}, options.title), options.note ? h('p', { class: 'note' }, options.note) : null),
    options.controls ? h('div', { class: 'controls' }, options.controls) : null,
    options.legend ? legend(options.legend) : null,
    options.chart,
    options.below,
    details(words.t('figure.table'), table({ caption: options.title, ...options.table })),
  );
}

export function details(summary: string, ...content: Child[]): HTMLDetailsElement {
  return h('details', {}, h('summary', {}, summary), content);
}

/** Folded away on a screen, but not on paper: see print.css and unfoldForPrint(). */
export function printed(summary: string, ...content: Child[]): HTMLDetailsElement {
  const made = details(summary, ...content);
  made.classList.add('printed');
  return made;
}

/** What is folded away is not printed by itself; afterwards it is as the reader had it. */
export function unfoldForPrint(printing: boolean): void {
  if (printing)
    for (const one of document.querySelectorAll<HTMLDetailsElement>('details.printed:not([open])')) {
      one.open = true;
      one.dataset['unfolded'] = '';
    }
  else
    for (const one of document.querySelectorAll<HTMLDetailsElement>('details[data-unfolded]')) {
      one.open = false;
      delete one.dataset['unfolded'];
    }
}

export interface Choice {
  value: string;
  name: string;
}

/** A list to choose from. The id keeps the focus when the part around it is rebuilt. */
export function select(id: string, label: string, choices: Choice[], chosen: string, choose: (value: string) => void) {
  const list = h(
    'select',
    { id, onchange: (event: Event) => choose((event.target as HTMLSelectElement).value) },
    choices.map(({ value, name }) => h('option', { value, selected: value === chosen }, name)),
  );
  return h('label', { class: 'choice', for: id }, h('span', {}, label), list);
}
