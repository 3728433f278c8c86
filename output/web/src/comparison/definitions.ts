// SPDX-License-Identifier: MIT
// Why teams' own figures differ: what the definition does on the same tenants, and what is left on one definition.
import { chart } from '../charts/chart';
import { intervalHeight, intervalOption, type IntervalSeries } from '../charts/intervals';
import { look, OBSERVED } from '../charts/look';
import type { Interval } from '../data/report';
import type { Explained } from '../data/comparison_model';
import { h } from '../page/dom';
import { figure } from '../charts/figure';
import { estimate, number, NO_VALUE, signed } from '../language/format';
import type { Key } from '../language/language';
import { definitionName, plainName, rowHeading, rowName, scaled, wholePercent } from './names';
import type { ComparisonSection, ComparisonView } from './state';

/** No intervals: they would be those of means, far narrower than what one team's own figure can be. */
function meanOnly({ mean }: Interval): Interval {
  return { mean, low: mean, high: mean };
}

function observedInterval({ own }: Explained): Interval {
  return { mean: own.observed.value, low: own.observed.low, high: own.observed.high };
}

function series({ words }: ComparisonView, all: Explained[]): IntervalSeries[] {
  return [
    {
      name: words.t('compare.own.observed'),
      look: { colour: OBSERVED, dash: 'solid', symbol: 'diamond' },
      values: all.map((one) => scaled(observedInterval(one), 100)),
    },
    {
      name: words.t('compare.own.simulated'),
      look: look(0),
      values: all.map(({ own }) => scaled(meanOnly(own.simulated), 100)),
    },
    {
      name: words.t('compare.own.common'),
      look: look(1),
      values: all.map(({ own }) => scaled(meanOnly(own.common), 100)),
    },
  ];
}

function figuresOf(view: ComparisonView, all: Explained[]): HTMLElement {
  const { words, model } = view;
  const three = series(view, all);
  const title = words.t('compare.own.title');
  const option = (width: number) =>
    intervalOption(
      {
        rows: all.map(({ row }) => rowName(view, row)),
        series: three,
        axis: (value) => number(words, value),
        value: (value) => wholePercent(words, scaled(value, 1 / 100)),
        zero: false,
        max: 100,
      },
      width,
    );
  return figure(view, {
    title,
    note: words.t('compare.own.note', { common: definitionName(view, model.comparison.definition) }),
    legend: three.map(({ name, look: of }) => ({ name, look: of })),
    chart: chart(option, { height: () => intervalHeight(all.length, three.length), label: title }),
    table: {
      columns: [
        { title: rowHeading(view) },
        { title: words.t('compare.own.definition') },
        ...three.map(({ name }) => ({ title: `${name}, %`, figures: true })),
      ],
      rows: all.map((one) => [
        rowName(view, one.row),
        definitionName(view, one.own.definition) || NO_VALUE,
        wholePercent(words, observedInterval(one)),
        number(words, one.own.simulated.mean === null ? null : one.own.simulated.mean * 100),
        number(words, one.own.common.mean === null ? null : one.own.common.mean * 100),
      ]),
    },
  });
}

/** Whose rest is the work, and whose is not. */
export function restText({ words }: Pick<ComparisonView, 'words'>, all: Explained[]): string {
  const of = (rates: Explained['row']['rates']) => all.filter(({ row }) => row.rates === rates);
  const own = of('own');
  const sameTime = own.every(({ own: { by_work } }) => by_work.mean !== null);
  if (sameTime && own.length === all.length) return words.t('comparison.rest_work');
  const sentence = (key: Key, some: Explained[]) => {
    if (some.length === 0) return [];
    const everybody = some.length === all.length;
    const names = some.map(({ row }) => plainName({ words }, row));
    return [words.t(key, { names: everybody ? words.t('comparison.rest_all') : names.join(', ') })];
  };
  return [
    ...(sameTime ? sentence('comparison.rest_own', own) : [words.t('comparison.rest_time')]),
    ...sentence('comparison.rest_shared', of('shared')),
    ...sentence('comparison.rest_assumed', of('assumed')),
  ].join(' ');
}

function splitFigure(view: ComparisonView, all: Explained[]): HTMLElement {
  const { words } = view;
  const title = words.t('compare.split.title');
  const work = all.filter(({ own }) => own.by_work.mean !== null);
  const rest = words.t(work.length === all.length ? 'compare.split.work' : 'compare.split.rest');
  const two: IntervalSeries[] = [
    {
      name: words.t('compare.split.definition'),
      look: look(0),
      values: all.map(({ own }) => scaled(own.by_definition, 100)),
    },
    { name: rest, look: look(1), values: all.map(({ own }) => scaled(own.by_rest, 100)) },
  ];
  const option = (width: number) =>
    intervalOption(
      {
        rows: all.map(({ row }) => rowName(view, row)),
        series: two,
        axis: (value) => signed(words, value, 0),
        value: (value) => estimate(words, value, 1, true),
        zero: true,
      },
      width,
    );
  return figure(view, {
    title,
    note: `${words.t('compare.split.note', { rest })} ${restText(view, all)}`,
    legend: two.map(({ name, look: of }) => ({ name, look: of })),
    chart: chart(option, { height: () => intervalHeight(all.length, two.length), label: title }),
    table: {
      columns: [{ title: rowHeading(view) }, ...two.map(({ name }) => ({ title: name, figures: true }))],
      rows: all.map(({ row, own }) => [
        rowName(view, row),
        estimate(words, own.by_definition, 100, true),
        estimate(words, own.by_rest, 100, true),
      ]),
    },
  });
}

export const definitionsSection: ComparisonSection = {
  id: 'definitions',
  heading: 'section.definitions',
  depends: [],
  present: (model) => model.explained.length > 0,
  build(view) {
    const all = view.model.explained;
    const split = all.filter(({ own }) => own.by_definition.mean !== null || own.by_rest.mean !== null);
    return [
      h('p', {}, view.words.t('compare.own.intro')),
      figuresOf(view, all),
      ...(split.length > 0 ? [splitFigure(view, split)] : []),
    ];
  },
};
