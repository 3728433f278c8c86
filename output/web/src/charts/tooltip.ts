// SPDX-License-Identifier: MIT
import { h } from '../page/dom';
import { INK, RULE } from './look';

export interface TooltipLine {
  colour?: string;
  name: string;
  value: string;
}

/** As elements, never as markup: names come from whoever wrote the scenario. */
export function tooltipBox(title: string, lines: TooltipLine[]): HTMLElement {
  const rows = lines.map(({ colour, name, value }) => {
    const mark = h('span', { class: 'tip-mark' });
    if (colour) mark.style.background = colour;
    return h('div', { class: 'tip-row' }, mark, h('span', {}, name), h('strong', {}, value));
  });
  return h('div', { class: 'tip' }, h('div', { class: 'tip-title' }, title), rows);
}

export const TOOLTIP = {
  backgroundColor: '#ffffff',
  borderColor: RULE,
  borderWidth: 1,
  padding: [8, 12],
  textStyle: { color: INK, fontSize: 13 },
  extraCssText: 'box-shadow:0 2px 8px rgb(0 0 0 / 12%);border-radius:4px;',
  confine: true,
};
