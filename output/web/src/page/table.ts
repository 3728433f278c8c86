// SPDX-License-Identifier: MIT
import { h, type Child } from './dom';

export interface Column {
  title: string;
  /** Figures are set flush right. */
  figures?: boolean;
}

export interface TableOptions {
  caption: string;
  columns: Column[];
  /** The first cell names the row. */
  rows: Child[][];
  /** Rows that sum up what is above them, by their place. */
  sums?: ReadonlySet<number>;
  /** The caption is for screen readers only: where a heading has the same text. */
  captionHidden?: boolean;
  /** So many columns that they need to be narrow. */
  many?: boolean;
}

/** A table that scrolls by itself where the page is narrow. */
export function table({ caption, columns, rows, sums, captionHidden = true, many = false }: TableOptions): HTMLElement {
  const kind = (i: number) => (columns[i]?.figures ? 'figures' : undefined);
  const head = columns.map((column, i) => h('th', { scope: 'col', class: kind(i) }, column.title));
  const body = rows.map((row, r) =>
    h(
      'tr',
      { class: sums?.has(r) ? 'sum' : undefined },
      row.map((cell, i) => (i === 0 ? h('th', { scope: 'row' }, cell) : h('td', { class: kind(i) }, cell))),
    ),
  );
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': caption },
    h(
      'table',
      { class: many ? 'many' : undefined },
      h('caption', { class: captionHidden ? 'unseen' : undefined }, caption),
      h('thead', {}, h('tr', {}, head)),
      h('tbody', {}, body),
    ),
  );
}
