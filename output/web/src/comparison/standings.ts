// SPDX-License-Identifier: MIT
// One measure of all of them: points with their intervals, the best first, and what a rank is worth.
import { chart } from '../charts/chart';
import { intervalHeight, intervalOption } from '../charts/intervals';
import { look } from '../charts/look';
import type { ComparedColumn } from '../data/comparison';
import { BYS, type Standing } from '../data/comparison_model';
import { h } from '../page/dom';
import { figure, select } from '../charts/figure';
import { isNumber, number, plain, probability } from '../language/format';
import { phrase, type Phrase } from '../language/language';
import { factorOf } from '../words/measures';
import { rich } from '../words/rich';
import { byName, columnName, figureText, rowHeading, rowName, scaled, unitOf, type Teller } from './names';
import type { ComparisonSection, ComparisonView } from './state';

/** Whether the order is significant: pairs that single realisations would put in the same order. */
export function toldApart({ pairs, told_apart }: ComparedColumn): Phrase[] {
  if (pairs === 0) return [];
  if (told_apart === 0) return [phrase('compare.apart.none', { pairs })];
  return [phrase(2 * told_apart < pairs ? 'compare.apart.few' : 'compare.apart.many', { pairs, told: told_apart })];
}

/** Why a measure has no ranks. */
export function notComparable(teller: Teller, column: ComparedColumn): Phrase {
  const years = teller.model.exposures;
  return phrase('comparison.not_comparable', {
    names: columnName(teller, column.measure),
    least: number(teller.words, Math.min(...years), 1),
    most: number(teller.words, Math.max(...years), 1),
  });
}

function rankText({ words }: ComparisonView, { cell }: Standing): string {
  if (cell.rank === null || !isNumber(cell.rank_probability)) return '';
  const parameters = { rank: cell.rank, p: probability(words, cell.rank_probability) };
  return words.t(cell.rank_shared ? 'compare.rank.shared' : 'compare.rank', parameters);
}

function standingsFigure(view: ComparisonView, column: ComparedColumn): HTMLElement {
  const { model, words, state } = view;
  const { by } = state;
  const standings = model.standings(column, by);
  const factor = factorOf(column.unit);
  const title = `${columnName(view, column.measure)} (${unitOf(view, column, by)})`;
  const ranked = by === 'total' && column.pairs > 0;
  const sentences = column.comparable ? (ranked ? toldApart(column) : []) : [notComparable(view, column)];
  const option = (width: number) =>
    intervalOption(
      {
        rows: standings.map(({ row }) => rowName(view, row)),
        series: [{ name: title, look: look(1), values: standings.map(({ shown }) => scaled(shown, factor)) }],
        axis: (value) => plain(words, value),
        value: (value) => figureText(view, column, scaled(value, 1 / factor)),
        zero: false,
        ...(model.counted(column) ? { max: 100 } : {}),
      },
      width,
    );
  return figure(view, {
    title,
    note: words.t(model.counted(column) ? 'compare.bar.one' : 'compare.bar.mean'),
    chart: chart(option, { height: () => intervalHeight(standings.length, 1), label: title }),
    below: sentences.length > 0 ? sentences.map((one) => h('p', {}, rich(words, one))) : null,
    table: {
      columns: [
        { title: rowHeading(view) },
        { title: unitOf(view, column, by), figures: true },
        ...(ranked ? [{ title: words.t('compare.rank.heading'), figures: true }] : []),
      ],
      rows: standings.map((standing) => [
        rowName(view, standing.row),
        figureText(view, column, standing.shown),
        ...(ranked ? [rankText(view, standing)] : []),
      ]),
    },
  });
}

export const standingsSection: ComparisonSection = {
  id: 'standings',
  heading: 'section.standings',
  depends: ['measure', 'by'],
  present: (model) => model.columns.length > 0,
  build(view) {
    const { model, words, state } = view;
    const column = model.column(state.measure);
    if (!column) return [];
    const measures = model.columns.map(({ measure }) => ({ value: measure, name: columnName(view, measure) }));
    const sizes = BYS.filter((by) => model.dividable(column, by)).map((by) => ({ value: by, name: byName(view, by) }));
    return [
      h(
        'div',
        { class: 'controls' },
        select('measure', words.t('table.measure'), measures, state.measure, (measure) =>
          view.choose({ measure, by: 'total' }),
        ),
        sizes.length > 1
          ? select('by', words.t('compare.by'), sizes, state.by, (value) =>
              view.choose({ by: BYS.find((by) => by === value) ?? 'total' }),
            )
          : null,
      ),
      standingsFigure(view, column),
    ];
  },
};
