// SPDX-License-Identifier: MIT
// What was observed of each, beside what is simulated.
import type { ComparedObservation } from '../data/comparison';
import { isNumber, NO_VALUE, span, written } from '../language/format';
import { h } from '../page/dom';
import { table } from '../page/table';
import { cell, factorOf } from '../words/measures';
import { columnName, rowHeading, rowName } from './names';
import type { ComparisonSection, ComparisonView } from './state';

function verdict({ words }: ComparisonView, { fits }: ComparedObservation): string {
  if (fits === null) return NO_VALUE;
  return words.t(fits ? 'observations.inside' : 'observations.outside');
}

function cells(view: ComparisonView, one: ComparedObservation) {
  const { words } = view;
  const factor = factorOf(one.unit);
  const value = isNumber(one.observed) ? written(words, one.observed * factor) : NO_VALUE;
  return [
    columnName(view, one.measure) + (one.group ? `, ${one.group}` : ''),
    span(words, one.from, one.to),
    value + (one.assumption === '' ? '' : ' *'),
    cell(words, { mean: one.simulated, low: one.prediction_low, high: one.prediction_high }, factor),
    verdict(view, one),
  ];
}

export const observedSection: ComparisonSection = {
  id: 'observed',
  heading: 'section.observed',
  depends: [],
  present: (model) => model.comparison.rows.some(({ observations }) => observations.length > 0),
  build(view) {
    const { model, words } = view;
    const rows = model.comparison.rows.flatMap((row) =>
      row.observations.map((one) => [rowName(view, row), ...cells(view, one)]),
    );
    const all = model.comparison.rows.flatMap(({ observations }) => observations);
    const assumed = all.some(({ assumption }) => assumption !== '');
    const outside = all.filter(({ fits }) => fits === false).length;
    return [
      table({
        caption: words.t('section.observed'),
        columns: [
          { title: rowHeading(view) },
          { title: words.t('table.measure') },
          { title: words.t('table.when') },
          { title: words.t(assumed ? 'column.observed.assumed' : 'column.observed'), figures: true },
          { title: words.t('table.simulated'), figures: true },
          { title: words.t('table.inside') },
        ],
        rows,
      }),
      assumed ? h('p', { class: 'note' }, words.t('summary.assumed')) : null,
      outside > 0 ? h('p', {}, words.t('comparison.no_fit', { n: outside })) : null,
    ].filter((part) => part !== null);
  },
};
