// SPDX-License-Identifier: MIT
// What several sections draw alike.
import { bars } from '../charts/bars';
import { chart, NARROW } from '../charts/chart';
import { intervalHeight, intervalOption, type IntervalSeries } from '../charts/intervals';
import { look } from '../charts/look';
import type { Interval } from '../data/report';
import { figure } from '../charts/figure';
import { estimate, number, plain } from '../language/format';
import type { View } from './view';
import { factorOf, measureName, shown, shownDifference } from '../words/measures';
import { alternativeName } from '../words/names';
import { compared } from './answer';
import { unitName } from '../words/units';

export function yearName({ model, words }: View, year: number): string {
  const months = model.monthsOf(year);
  return months === 12 ? String(year) : words.t('year.part', { year, months });
}

function scaled(interval: Interval | undefined, factor: number): Interval | undefined {
  const times = (value: number | null) => (value === null ? null : value * factor);
  return interval && { mean: times(interval.mean), low: times(interval.low), high: times(interval.high) };
}

type Naming = (view: View, measure: string) => string;

/** Measures of one unit as rows, the compared alternatives as points with their intervals. */
export function measuresFigure(
  view: View,
  measures: string[],
  title: string,
  note?: string,
  names: Naming = measureName,
) {
  const { model, words } = view;
  if (measures.length === 0) return null;
  const unit = model.report.viewer.measures[measures[0] ?? '']?.unit ?? '';
  const factor = factorOf(unit);
  const series = compared(view).map((alternative): IntervalSeries => ({
    name: alternativeName(view, alternative),
    look: look(model.alternatives.indexOf(alternative)),
    values: measures.map((measure) => scaled(model.estimate(alternative, measure), factor)),
  }));
  const rows = measures.map((measure) => names(view, measure));
  const option = (width: number) =>
    intervalOption(
      {
        rows,
        series,
        axis: (value) => plain(words, value),
        value: (interval) => `${estimate(words, interval)} ${unitName(view, unit)}`,
        zero: false,
      },
      width,
    );
  return figure(view, {
    title: `${title} (${unitName(view, unit)})`,
    note,
    legend: series.map(({ name, look: of }) => ({ name, look: of })),
    chart: chart(option, { height: () => intervalHeight(rows.length, series.length), label: title }),
    table: {
      columns: [
        { title: words.t('table.measure') },
        ...series.map(({ name }) => ({ title: name, figures: true })),
        ...(series.length > 1 ? [{ title: words.t('table.difference'), figures: true }] : []),
      ],
      rows: measures.map((measure, i) => [
        rows[i],
        ...compared(view).map((alternative) => shown(view, measure, alternative)),
        ...(series.length > 1 ? [shownDifference(view, measure, view.state.alternative)] : []),
      ]),
    },
  });
}

/** What is counted by calendar year: the compared alternatives beside each other. */
export function yearsFigure(view: View, measure: string, title: string, note?: string) {
  const { model, words } = view;
  const alternatives = compared(view).filter((alternative) => model.yearly(alternative, measure));
  if (alternatives.length === 0) return null;
  const categories = model.years.map((year) => yearName(view, year));
  const series = alternatives.map((alternative) => ({
    name: alternativeName(view, alternative),
    colour: look(model.alternatives.indexOf(alternative)).colour,
    hollow: alternative === model.base,
    values: model.years.map((year) => model.inYear(model.yearly(alternative, measure), year)),
  }));
  const value = (x: number | null) => (x === null ? '' : number(words, x, Math.abs(x) < 100 ? 1 : 0));
  const option = (width: number) =>
    bars({ categories, series, axis: (x) => plain(words, x), value, lying: false }, width);
  return figure(view, {
    title,
    note,
    legend: series.map(({ name, colour, hollow }) => ({ name, colour, hollow })),
    chart: chart(option, { height: (width) => (width < NARROW ? 220 : 240), label: title }),
    table: {
      columns: [{ title: words.t('table.year') }, ...series.map(({ name }) => ({ title: name, figures: true }))],
      rows: model.years.map((_, i) => [categories[i], ...series.map(({ values }) => value(values[i] ?? null))]),
    },
  });
}
