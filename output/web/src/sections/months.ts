// SPDX-License-Identifier: MIT
// Acute households and costs month by month: simulated, observed, and what changed when.
import { bandOption, type BandLine, type Measured } from '../charts/bands';
import { chart } from '../charts/chart';
import { look } from '../charts/look';
import { ALL, type Model } from '../data/model';
import { beginOf, monthNumber, yearOf } from '../data/months';
import type { Observation } from '../data/report';
import { isAssumed } from '../data/observed';
import { h, type Child } from '../page/dom';
import { figure, printed, select, type LegendItem } from '../charts/figure';
import { date, isNumber, month, number, span, written, NO_VALUE, plain } from '../language/format';
import { table } from '../page/table';
import type { Section, View } from './view';
import { changeText } from '../words/changes';
import { cell, factorOf, measureName } from '../words/measures';
import { alternativeName, groupName, sourceName } from '../words/names';
import { compared } from './answer';
import { unitName } from '../words/units';

function lines(view: View, measure: string): BandLine[] {
  const { model, state } = view;
  return compared(view).flatMap((alternative) => {
    const series = model.monthly(alternative, measure, state.group);
    const place = model.alternatives.indexOf(alternative);
    return series ? [{ name: alternativeName(view, alternative), look: look(place), series }] : [];
  });
}

/** Of the alternatives that are shown: what was seen with the project says nothing of the zero alternative. */
export function observed(
  { model, state }: Pick<View, 'model' | 'state'>,
  measure: string,
  alternatives: readonly string[],
): Measured[] {
  return model.report.observations.flatMap((one) =>
    one.measure === measure &&
    (one.group ?? ALL) === state.group &&
    isNumber(one.observed) &&
    alternatives.includes(one.alternative || model.base)
      ? [{ from: one.from, to: one.to, value: one.observed, assumed: isAssumed(one) }]
      : [],
  );
}

const monthText = (n: number) => new Date(beginOf(n)).toISOString().slice(0, 7);

/** In the unit of the chart: `scale` of the measure's own make one of it. */
export function monthTable({ words }: Pick<View, 'words'>, shown: BandLine[], scale: number) {
  const first = monthNumber(shown[0]?.series.from ?? '');
  const decimals = (value: number) => (Math.abs(value) >= 100 ? 0 : 1);
  const figure = (value: number | null | undefined) =>
    isNumber(value) ? number(words, value / scale, decimals(value / scale)) : NO_VALUE;
  return {
    columns: [
      { title: words.t('table.month') },
      ...shown.flatMap(({ name }) => [
        { title: words.t('table.mean_of', { name }), figures: true },
        { title: words.t('table.band_of', { name }), figures: true },
      ]),
    ],
    rows: (shown[0]?.series.values ?? []).map((_, i) => [
      month(words, monthText(first + i), true),
      ...shown.flatMap(({ series }) => [
        figure(series.values[i]),
        `${figure(series.p5?.[i])} – ${figure(series.p95?.[i])}`,
      ]),
    ]),
  };
}

/** The dates on which something changes in the alternative shown; they are numbered alike in all charts. */
function timeline({ model, state }: View) {
  return model.report.viewer.timeline[state.alternative] ?? [];
}

function changeList(view: View): HTMLElement | null {
  const dated = timeline(view);
  if (dated.length === 0) return null;
  const { words } = view;
  const title = words.t('months.changes', { alternative: alternativeName(view, view.state.alternative) });
  return h(
    'div',
    { class: 'changes' },
    h('h3', {}, title),
    h(
      'ol',
      {},
      dated.map(({ on, changes }) =>
        h(
          'li',
          {},
          h('strong', {}, date(words, on)),
          h(
            'ul',
            {},
            changes.map((change) => h('li', {}, changeText(view, change))),
          ),
        ),
      ),
    ),
  );
}

function bandFigure(view: View, measure: string, title: string, scale: number, unit: string): HTMLElement | null {
  const { model, words } = view;
  const shown = lines(view, measure);
  if (shown.length === 0) return null;
  const measured = observed(view, measure, compared(view));
  const items: LegendItem[] = shown.map(({ name, look: of }) => ({ name, look: of }));
  items.push({ name: words.t('months.band'), sign: '░' });
  if (measured.some(({ assumed }) => !assumed)) items.push({ name: words.t('months.observed'), sign: '◇' });
  if (measured.some(({ assumed }) => assumed)) items.push({ name: words.t('months.assumed'), sign: '○' });
  const value = (x: number) => `${plain(words, Number((x / scale).toPrecision(3)))} ${unit}`;
  const option = (width: number) =>
    bandOption(
      {
        lines: shown,
        measured,
        measuredName: words.t('months.observed'),
        marks: timeline(view).map(({ on }) => on),
        period: model.report.period,
        axis: (x) => plain(words, x / scale),
        value,
        month: (n) => month(words, monthText(n), true),
        year: (n) => String(yearOf(n)),
        fromZero: true,
      },
      width,
    );
  return figure(view, {
    title,
    legend: items,
    chart: chart(option, { height: (width) => (width < 560 ? 260 : 320), label: title }),
    table: monthTable(view, shown, scale),
  });
}

function verdictOf(view: View, { observed: value, low, high }: Observation): string {
  if (!isNumber(value) || !isNumber(low) || !isNumber(high)) return NO_VALUE;
  return view.words.t(value >= low && value <= high ? 'observations.inside' : 'observations.outside');
}

/** What is only believed is not called measured, and a value that nobody answers for says so. */
function origin({ words, model }: View, one: Observation): Child {
  if (isAssumed(one)) return [h('span', { class: 'tag' }, words.t('inputs.assumption')), ' ', one.assumption];
  if (one.source) return words.t('inputs.source_of', { source: sourceName(model, one.source) });
  return isNumber(one.observed) ? words.t('observations.no_source') : words.t('observations.forecast');
}

/** Observations beside the simulated values of the same period. */
function observations(view: View): HTMLElement | null {
  const { model, words } = view;
  const all = model.report.observations;
  if (all.length === 0) return null;
  const several = model.alternatives.length > 1;
  const rows = all.map((one) => {
    const unit = model.unit(one.measure);
    const factor = factorOf(unit);
    const value = isNumber(one.observed) ? written(words, one.observed * factor) : NO_VALUE;
    return [
      [
        measureName(view, one.measure),
        one.group ? `, ${groupName(view, one.group)}` : '',
        h('span', { class: 'unit' }, unitName(view, unit)),
      ],
      span(words, one.from, one.to),
      ...(several ? [alternativeName(view, one.alternative || model.base)] : []),
      value,
      cell(words, { mean: one.simulated, low: one.low, high: one.high }, factor),
      verdictOf(view, one),
      origin(view, one),
    ];
  });
  const assumed = all.some(isAssumed);
  const title = words.t(assumed ? 'observations.title.assumed' : 'observations.title');
  return printed(
    title,
    h('p', { class: 'note' }, words.t('observations.note')),
    table({
      caption: title,
      columns: [
        { title: words.t('table.measure') },
        { title: words.t('table.when') },
        ...(several ? [{ title: words.t('column.alternative') }] : []),
        { title: words.t(assumed ? 'column.observed.assumed' : 'column.observed'), figures: true },
        { title: words.t('table.simulated'), figures: true },
        { title: words.t('table.inside') },
        { title: words.t('inputs.origin') },
      ],
      rows,
    }),
  );
}

function controls(view: View): HTMLElement | null {
  const { model, words, state } = view;
  if (model.groups.length < 2) return null;
  const choices = [
    { value: ALL, name: words.t('groups.all') },
    ...model.groups.map(({ name }) => ({ value: name, name: groupName(view, name) })),
  ];
  return h(
    'div',
    { class: 'controls' },
    select('group', words.t('months.group'), choices, state.group, (group) => view.choose({ group })),
  );
}

function costFigures(view: View): (HTMLElement | null)[] {
  const { model, words } = view;
  const unit = words.t('unit.tkr_month');
  const titled = (measure: string) =>
    words.t('months.cost', { what: measureName(view, measure), unit: words.t('unit.tkr_month_long') });
  const acute = model.acuteCost;
  return [
    acute ? bandFigure(view, acute, titled(acute), 1000, unit) : null,
    bandFigure(view, 'cost.total', titled('cost.total'), 1000, unit),
  ];
}

export const monthsSection: Section = {
  id: 'months',
  heading: 'section.months',
  depends: ['alternative', 'group'],
  present: (model: Model) => model.hasResults && model.monthly(model.base, 'households.acute') !== undefined,
  build(view) {
    const { words } = view;
    const parts = [
      h('p', {}, words.t('months.intro')),
      controls(view),
      bandFigure(view, 'households.acute', words.t('months.acute'), 1, words.t('unit.households')),
      ...costFigures(view),
      changeList(view),
      observations(view),
    ];
    return parts.filter((part) => part !== null);
  },
};
