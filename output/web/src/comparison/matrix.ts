// SPDX-License-Identifier: MIT
// Every row by every measure.
import type { ComparedColumn } from '../data/comparison';
import { h } from '../page/dom';
import { table } from '../page/table';
import { cell, factorOf } from '../words/measures';
import { columnName, rowHeading, rowName, unitOf, wholePercent } from './names';
import type { ComparisonSection, ComparisonView } from './state';

/** Without the unit of shares: the sentence above has the per cent. */
function heading(view: ComparisonView, column: ComparedColumn): string {
  const name = columnName(view, column.measure);
  return view.model.counted(column) ? name : `${name}, ${unitOf(view, column)}`;
}

export const matrixSection: ComparisonSection = {
  id: 'matrix',
  heading: 'section.matrix',
  depends: [],
  present: (model) => model.columns.length > 1,
  build(view) {
    const { model, words } = view;
    const counted = model.columns.some((column) => model.counted(column));
    return [
      h('p', {}, words.t(counted ? 'compare.matrix.shares' : 'compare.matrix.means')),
      table({
        many: true,
        caption: words.t('section.matrix'),
        columns: [
          { title: rowHeading(view) },
          ...model.columns.map((column) => ({
            title: heading(view, column),
            figures: true,
          })),
        ],
        rows: model.comparison.rows.map((row) => [
          rowName(view, row),
          ...model.columns.map((column) => {
            const value = row.measures[column.measure];
            if (!value) return '–';
            const shown = model.shown(column, value);
            if (!model.counted(column)) return cell(words, shown, factorOf(column.unit));
            const [mean = '', range = ''] = wholePercent(words, shown).split(' ', 2);
            return [h('span', {}, mean), h('span', { class: 'interval' }, range)];
          }),
        ]),
      }),
    ];
  },
};
