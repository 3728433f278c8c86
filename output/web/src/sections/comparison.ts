// SPDX-License-Identifier: MIT
// Retention by every definition, and all alternatives beside each other.
import { chart } from '../charts/chart';
import { intervalHeight, intervalOption } from '../charts/intervals';
import { look } from '../charts/look';
import type { Model } from '../data/model';
import type { Interval } from '../data/report';
import { h } from '../page/dom';
import { figure } from '../charts/figure';
import { estimate, plain } from '../language/format';
import type { Key } from '../language/language';
import { table } from '../page/table';
import type { Section, View } from './view';
import { cell, measureName, shown } from '../words/measures';
import { alternativeName } from '../words/names';
import { measuresFigure } from './parts';
import { unitName } from '../words/units';

export const retentionSection: Section = {
  id: 'retention',
  heading: 'section.retention',
  depends: ['alternative'],
  present: (model) => model.hasResults && model.family('retention.').length > 0,
  build(view) {
    const { model, words } = view;
    const measures = [...model.family('retention.'), ...model.family('unplanned_endings')];
    const found = measuresFigure(view, measures, words.t('retention.title'), words.t('retention.note'));
    return [h('p', {}, words.t('retention.intro')), ...(found ? [found] : [])];
  },
};

interface Compared {
  measure: string;
  heading: Key;
  /** Per cent, million SEK... */
  factor: number;
}

/** What the alternatives are compared by, as far as the run has it. */
function criteria(model: Model): Compared[] {
  const all: Compared[] = [
    { measure: 'homes', heading: 'comparison.homes', factor: 1 },
    { measure: 'first_hand', heading: 'comparison.first_hand', factor: 1 },
    { measure: 'prevented', heading: 'comparison.prevented', factor: 1 },
    { measure: 'households.acute', heading: 'comparison.acute', factor: 1 },
    { measure: 'cost.total', heading: 'comparison.cost', factor: 12 / 1e6 },
  ];
  return all.filter(({ measure }) => model.estimate(model.base, measure));
}

function scaled(interval: Interval | undefined, factor: number): Interval | undefined {
  const times = (value: number | null) => (value === null ? null : value * factor);
  return interval && { mean: times(interval.mean), low: times(interval.low), high: times(interval.high) };
}

function turned(interval: Interval | undefined): Interval | undefined {
  const minus = (value: number | null) => (value === null ? null : -value);
  return interval && { mean: minus(interval.mean), low: minus(interval.high), high: minus(interval.low) };
}

interface Row {
  name: string;
  value: Interval | undefined;
}

function differenceFigure(view: View, title: string, rows: Row[]) {
  const { words } = view;
  const option = (width: number) =>
    intervalOption(
      {
        rows: rows.map(({ name }) => name),
        series: [{ name: title, look: look(1), values: rows.map(({ value }) => value) }],
        axis: (value) => plain(words, value),
        value: (interval) => estimate(words, interval, 1, true),
        zero: true,
      },
      width,
    );
  return figure(view, {
    title,
    chart: chart(option, { height: () => intervalHeight(rows.length, 1), label: title }),
    table: {
      columns: [{ title: words.t('table.alternative') }, { title: words.t('table.difference'), figures: true }],
      rows: rows.map(({ name, value }) => [name, cell(words, value, 1, true)]),
    },
  });
}

/** Every headline measure of every alternative. */
function matrix(view: View) {
  const { model, words } = view;
  const measures = model.report.viewer.headline.filter((name) => model.estimate(model.base, name));
  return table({
    caption: words.t('comparison.matrix'),
    columns: [
      { title: words.t('table.measure') },
      ...model.ordinary.map((name) => ({ title: alternativeName(view, name), figures: true })),
    ],
    rows: measures.map((name) => [
      [measureName(view, name), h('span', { class: 'unit' }, unitName(view, model.unit(name)))],
      ...model.ordinary.map((alternative) => shown(view, name, alternative)),
    ]),
  });
}

export const comparisonSection: Section = {
  id: 'comparison',
  heading: 'section.comparison',
  depends: [],
  present: (model) => model.hasResults && model.ordinary.length > 2,
  build(view) {
    const { model, words } = view;
    const base = alternativeName(view, model.base);
    const figures = criteria(model).map(({ measure, heading, factor }) =>
      differenceFigure(
        view,
        words.t('comparison.against', { what: words.t(heading), base }),
        model.ordinary.slice(1).map((alternative) => ({
          name: alternativeName(view, alternative),
          value: scaled(model.difference(alternative, measure), factor),
        })),
      ),
    );
    return [
      h('p', {}, words.t('comparison.intro', { base })),
      ...figures,
      h('h3', {}, words.t('comparison.matrix')),
      matrix(view),
    ];
  },
};

/** What changes when a part is taken away: the alternative without it minus the whole. */
export const partsSection: Section = {
  id: 'parts',
  heading: 'section.parts',
  depends: [],
  present: (model) => model.hasResults && Object.keys(model.report.contributions ?? {}).length > 0,
  build(view) {
    const { model, words } = view;
    const parts = Object.entries(model.report.contributions ?? {});
    const value = (at: number, { measure, factor }: Compared) =>
      turned(scaled(parts[at]?.[1].measures[measure], factor));
    const names = parts.map(([without]) => alternativeName(view, without));
    const all = criteria(model);
    const drawn = all.filter(({ measure }) => measure === 'households.acute' || measure === 'cost.total');
    return [
      h('p', {}, words.t('parts.intro')),
      ...drawn.map((one) =>
        differenceFigure(
          view,
          words.t(one.heading),
          names.map((name, i) => ({ name, value: value(i, one) })),
        ),
      ),
      table({
        caption: words.t('section.parts'),
        columns: [
          { title: words.t('table.part') },
          ...all.map(({ heading }) => ({ title: words.t(heading), figures: true })),
        ],
        rows: names.map((name, i) => [name, ...all.map((one) => cell(words, value(i, one), 1, true))]),
      }),
    ];
  },
};
