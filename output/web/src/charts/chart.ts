// SPDX-License-Identifier: MIT
// A chart on the page: made when its element is in the document, as wide as there is room, gone with its element.
import { h } from '../page/dom';
import { init, type ECharts, type EChartsCoreOption } from './echarts';
import { FONT, INK } from './look';

/** Of a sheet of A4 with its margins, in CSS pixels. */
const PRINT_WIDTH = 660;
/** Under this a chart has a phone's width. */
export const NARROW = 560;

type Option = (width: number) => EChartsCoreOption;

interface Mounted {
  chart: ECharts;
  option: Option;
  element: HTMLElement;
}

const waiting: (() => void)[] = [];
const mounted = new Set<Mounted>();

export interface ChartOptions {
  /** In CSS pixels, by width. */
  height: (width: number) => number;
  /** What it shows, for those who do not see it. The figures are in the table behind it. */
  label: string;
  /** Wider than the page if need be; then it scrolls. */
  least?: number;
  onClick?: (data: unknown) => void;
}

/** `option` gets the width in pixels, and is asked again when it changes. */
export function chart(option: Option, { height, label, least = 0, onClick }: ChartOptions): HTMLElement {
  const element = h('div', { class: 'chart', role: 'img', 'aria-label': label });
  if (least > 0) element.style.minWidth = `${least}px`;
  waiting.push(() => {
    if (!element.isConnected) return;
    element.style.height = `${height(element.clientWidth)}px`;
    const made = init(element, null, { renderer: 'svg' });
    if (onClick) made.on('click', (event: { data?: unknown }) => onClick(event.data));
    const entry: Mounted = { chart: made, option, element };
    mounted.add(entry);
    draw(entry, element.clientWidth);
    watch(entry, height);
  });
  return least > 0 ? h('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': label }, element) : element;
}

function draw({ chart: made, option }: Mounted, width: number): void {
  made.setOption(
    { animation: false, textStyle: { fontFamily: FONT, color: INK, fontSize: 13 }, ...option(width) },
    { notMerge: true },
  );
}

function watch(entry: Mounted, height: (width: number) => number): void {
  let last = entry.element.clientWidth;
  const observer = new ResizeObserver(() => {
    const width = entry.element.clientWidth;
    if (!entry.element.isConnected) return observer.disconnect();
    if (width === last || width === 0) return;
    last = width;
    entry.element.style.height = `${height(width)}px`;
    entry.chart.resize();
    draw(entry, width);
  });
  observer.observe(entry.element);
}

/** Call when what was built is in the document: makes new charts, drops those whose elements are gone. */
export function settleCharts(): void {
  for (const entry of mounted) {
    if (entry.element.isConnected) continue;
    entry.chart.dispose();
    mounted.delete(entry);
  }
  for (const make of waiting.splice(0)) make();
}

/** As wide as the sheet before printing, as wide as the page after it. */
export function chartsForPrint(printing: boolean): void {
  for (const entry of mounted) {
    const width = printing ? PRINT_WIDTH : entry.element.clientWidth;
    entry.chart.resize({ width: printing ? width : 'auto' });
    draw(entry, width);
  }
}
