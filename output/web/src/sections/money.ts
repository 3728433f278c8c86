// SPDX-License-Identifier: MIT
// Costs and financing: by line and year, one alternative against the other, and what has been saved by when.
import { bandOption } from '../charts/bands';
import { bars, type BarSeries } from '../charts/bars';
import { chart, NARROW } from '../charts/chart';
import { look, partColour } from '../charts/look';
import { isGrant, type Model } from '../data/model';
import { overLines, stayedAbove, sums, total, type Sums } from '../data/money';
import { beginOf, yearOf } from '../data/months';
import type { Series } from '../data/report';
import { h } from '../page/dom';
import { details, figure } from '../charts/figure';
import { isNumber, month, number, plain, probability, signed, NO_VALUE } from '../language/format';
import { phrase } from '../language/language';
import { table } from '../page/table';
import type { Section, View } from './view';
import { alternativeName, lineName } from '../words/names';
import { rich } from '../words/rich';
import { compared } from './answer';
import { yearName } from './parts';

const THOUSAND = 1000;
const MILLION = 1e6;

function costLines(all: Sums[]): string[] {
  return [...new Set(all.flatMap(({ lines }) => [...lines.keys()]))].filter((line) => !isGrant(line));
}
function grantLines(all: Sums[]): string[] {
  return [...new Set(all.flatMap(({ lines }) => [...lines.keys()]))].filter(isGrant);
}

/** Stacks by year, the base's beside the alternative's: "2012 · Zero alternative". */
function stackFigure(view: View, all: Sums[]) {
  const { model, words } = view;
  const alternatives = compared(view);
  const lines = costLines(all);
  const columns = model.years.flatMap((year, y) => alternatives.map((alternative, a) => ({ year, y, alternative, a })));
  const series = lines.map(
    (line, i): BarSeries => ({
      name: lineName(view, line),
      colour: partColour(i),
      stack: 'costs',
      values: columns.map(({ y, a }) => (all[a]?.lines.get(line)?.[y] ?? 0) / MILLION),
    }),
  );
  const several = alternatives.length > 1;
  const categories = columns.map(({ year, a }) => {
    const name = yearName(view, year).replace(' (', '\n(');
    return several ? `${name}\n${String.fromCharCode(65 + a)}` : name;
  });
  const value = (x: number | null) => (isNumber(x) ? words.t('unit.mkr_amount', { amount: number(words, x, 2) }) : '');
  const option = (width: number) =>
    bars({ categories, series, axis: (x) => plain(words, x), value, lying: false }, width);
  const letters = alternatives.map((alternative, a) => ({
    name: alternativeName(view, alternative),
    sign: String.fromCharCode(65 + a),
  }));
  const title = words.t('money.by_year');
  return figure(view, {
    title,
    note: words.t('money.by_year.note'),
    legend: [...(several ? letters : []), ...series.map(({ name, colour }) => ({ name, colour }))],
    chart: chart(option, {
      height: (width) => (width < NARROW ? 300 : 340),
      label: title,
      least: several ? 80 * columns.length : 0,
    }),
    table: {
      columns: [
        { title: words.t('table.line_tkr') },
        ...columns.map(({ year, alternative }) => ({
          title: `${yearName(view, year)}, ${alternativeName(view, alternative)}`,
          figures: true,
        })),
      ],
      rows: [...lines, ...grantLines(all)].map((line) => [
        lineName(view, line),
        ...columns.map(({ y, a }) => number(words, (all[a]?.lines.get(line)?.[y] ?? 0) / THOUSAND)),
      ]),
    },
  });
}

/** The whole period: a line a row, what it costs in each alternative, the difference; then grants. */
function periodTable(view: View, all: Sums[]) {
  const { words } = view;
  const alternatives = compared(view);
  const row = (name: string, values: number[]) => [
    name,
    ...values.map((value) => number(words, value / THOUSAND)),
    ...(values.length > 1 ? [signed(words, ((values[1] ?? 0) - (values[0] ?? 0)) / THOUSAND, 0)] : []),
  ];
  const of = (line: string) => all.map(({ lines }) => total(lines.get(line)));
  const over = (wanted: (line: string) => boolean) => all.map((sum) => total(overLines(sum, wanted)));
  const costs = costLines(all).map((line) => row(lineName(view, line), of(line)));
  const grants = grantLines(all).map((line) => row(lineName(view, line), of(line)));
  const rows = [
    ...costs,
    row(
      words.t('money.all_costs'),
      over((line) => !isGrant(line)),
    ),
  ];
  const sumRows = new Set([costs.length]);
  if (grants.length > 0) {
    rows.push(
      ...grants,
      row(
        words.t('money.after_grants'),
        over(() => true),
      ),
    );
    sumRows.add(rows.length - 1);
  }
  return table({
    caption: words.t('money.period'),
    captionHidden: false,
    columns: [
      { title: words.t('table.line_tkr') },
      ...alternatives.map((name) => ({ title: alternativeName(view, name), figures: true })),
      ...(alternatives.length > 1 ? [{ title: words.t('table.difference'), figures: true }] : []),
    ],
    rows,
    sums: sumRows,
  });
}

const monthText = (n: number) => new Date(beginOf(n)).toISOString().slice(0, 7);

/** With its band where the run kept it; else the mean alone, from the ledger. */
function cumulative(model: Model, alternative: string): Series {
  const kept = model.report.cumulative_saving?.[alternative]?.cost;
  return kept ?? { from: monthText(model.months.first), values: model.meanCumulativeSaving(alternative) };
}

function breakEven(view: View, series: Series): HTMLElement | null {
  const { model, words, state } = view;
  const payback = model.report.payback?.[state.alternative]?.cost;
  if (payback === null) return null;
  const values = series.values.map((value) => value ?? 0);
  const first = stayedAbove(values);
  const sentence =
    first === undefined
      ? phrase('money.break_even.never', { amount: number(words, Math.abs(values.at(-1) ?? 0) / MILLION, 2) })
      : phrase('money.break_even.mean', { month: month(words, monthText(model.months.first + first)) });
  const parts: Node[] = rich(words, sentence);
  if (payback && isNumber(payback.probability)) {
    const parameters = { by: month(words, payback.by), p: probability(words, payback.probability) };
    parts.push(document.createTextNode(' '), ...rich(words, phrase('money.break_even.probability', parameters)));
  }
  return h('p', {}, parts);
}

function savingFigure(view: View) {
  const { model, words, state } = view;
  if (compared(view).length < 2) return null;
  const series = cumulative(model, state.alternative);
  const name = alternativeName(view, state.alternative);
  const of = look(model.alternatives.indexOf(state.alternative));
  const value = (x: number) => words.t('unit.mkr_amount', { amount: number(words, x / MILLION, 2) });
  const title = words.t('money.saving', { alternative: name, base: alternativeName(view, model.base) });
  const option = (width: number) =>
    bandOption(
      {
        lines: [{ name, look: of, series }],
        measured: [],
        measuredName: '',
        marks: [],
        period: model.report.period,
        axis: (x) => plain(words, x / MILLION),
        value,
        month: (n) => month(words, monthText(n), true),
        year: (n) => String(yearOf(n)),
        fromZero: false,
      },
      width,
    );
  const hasBand = series.p5 !== undefined;
  const figureOf = (x: number | null | undefined) => (isNumber(x) ? number(words, x / THOUSAND) : NO_VALUE);
  return figure(view, {
    title,
    note: words.t(hasBand ? 'money.saving.note_band' : 'money.saving.note_mean'),
    legend: hasBand
      ? [
          { name, look: of },
          { name: words.t('months.band'), sign: '░' },
        ]
      : [{ name, look: of }],
    chart: chart(option, { height: () => 260, label: title }),
    below: breakEven(view, series),
    table: {
      columns: [
        { title: words.t('table.month') },
        { title: words.t('table.saved_tkr'), figures: true },
        ...(hasBand ? [{ title: words.t('table.band'), figures: true }] : []),
      ],
      rows: series.values.map((x, i) => [
        month(words, monthText(model.months.first + i), true),
        figureOf(x),
        ...(hasBand ? [`${figureOf(series.p5?.[i])} – ${figureOf(series.p95?.[i])}`] : []),
      ]),
    },
  });
}

/** By year, for both alternatives, with the years' sums: what an accountant asks for. */
function yearDetails(view: View, all: Sums[]) {
  const { model, words } = view;
  return compared(view).map((alternative, a) => {
    const one = all[a];
    if (!one) return null;
    const lines = [...costLines([one]), ...grantLines([one])];
    const cells = (values: number[]) => [...values, total(values)].map((value) => number(words, value / THOUSAND));
    const rows = lines.map((line) => [lineName(view, line), ...cells(one.lines.get(line) ?? [])]);
    rows.push([words.t('money.after_grants'), ...cells(overLines(one, () => true))]);
    const caption = words.t('money.years_of', { alternative: alternativeName(view, alternative) });
    return details(
      caption,
      table({
        caption,
        columns: [
          { title: words.t('table.line_tkr') },
          ...model.years.map((year) => ({ title: yearName(view, year), figures: true })),
          { title: words.t('table.sum'), figures: true },
        ],
        rows,
        sums: new Set([rows.length - 1]),
      }),
    );
  });
}

export const moneySection: Section = {
  id: 'money',
  heading: 'section.money',
  depends: ['alternative'],
  present: (model) => model.hasResults && model.accounts(model.base).length > 0,
  build(view) {
    const all = compared(view).map((alternative) => sums(view.model, alternative));
    const parts = [
      h('p', {}, view.words.t('money.intro')),
      stackFigure(view, all),
      periodTable(view, all),
      ...yearDetails(view, all),
      savingFigure(view),
    ];
    return parts.filter((part) => part !== null);
  },
};
