// SPDX-License-Identifier: MIT
// The comparison in a few sentences, none of which claims an order that chance could turn round.
import type { ComparedColumn } from '../data/comparison';
import { h } from '../page/dom';
import { isNumber, number } from '../language/format';
import { phrase, type Phrase } from '../language/language';
import { rich } from '../words/rich';
import { columnName, definitionName, figureText, plainName, unitOf, type Teller } from './names';
import { notComparable, toldApart } from './standings';
import type { ComparisonSection } from './state';

function extent(teller: Teller, column: ComparedColumn): Phrase[] {
  if (!column.comparable) return [notComparable(teller, column)];
  const standings = teller.model.standings(column);
  const [best, worst] = [standings[0], standings.at(-1)];
  if (!best || !worst || best === worst) return [];
  const text = (standing: typeof best) => figureText(teller, column, standing.shown);
  return [
    phrase('compare.answer.extent', {
      measure: columnName(teller, column.measure),
      unit: unitOf(teller, column),
      best: plainName(teller, best.row),
      best_value: text(best),
      worst: plainName(teller, worst.row),
      worst_value: text(worst),
    }),
  ];
}

function unfinishedNames({ model, words }: Teller): string[] {
  const { unfinished, viewer } = model.comparison;
  return unfinished.map((name, i) => (viewer.unfinished?.[i] ? words.label(viewer.unfinished[i], name) : name));
}

/** The teams' own figures, and the effect of their definitions. */
function retention(teller: Teller): Phrase[] {
  const { model, words } = teller;
  const all = model.explained;
  const percent = (value: number) => number(words, value * 100);
  const of = (values: (number | null)[]) => values.filter(isNumber).sort((a, b) => a - b);
  const observed = of(all.map(({ own }) => own.observed.value));
  const common = of(all.map(({ own }) => own.common.mean));
  const byDefinition = of(all.map(({ own }) => own.by_definition.mean)).map(Math.abs);
  const found: Phrase[] = [];
  if (observed.length > 1)
    found.push(phrase('compare.answer.observed', { low: percent(observed[0]!), high: percent(observed.at(-1)!) }));
  if (common.length > 1)
    found.push(
      phrase('compare.answer.common', {
        definition: definitionName(teller, model.comparison.definition),
        low: percent(common[0]!),
        high: percent(common.at(-1)!),
      }),
    );
  const most = Math.max(0, ...byDefinition);
  if (Math.round(most * 100) > 0) found.push(phrase('compare.answer.definition', { points: percent(most) }));
  return found;
}

export function comparisonAnswer(teller: Teller): Phrase[] {
  const { model } = teller;
  const explained = retention(teller);
  const column = model.column(model.preferred);
  if (explained.length > 0 && column) return [...explained, ...(column.comparable ? toldApart(column) : [notComparable(teller, column)])];
  return model.columns.flatMap((one) => extent(teller, one));
}

export const answerSection: ComparisonSection = {
  id: 'answer',
  heading: 'section.answer',
  depends: [],
  present: () => true,
  build(view) {
    const { words } = view;
    const sentences = comparisonAnswer(view);
    const unfinished = unfinishedNames(view).join(', ');
    return [
      h(
        'ul',
        { class: 'answer' },
        sentences.map((one) => h('li', {}, rich(words, one))),
      ),
      ...(unfinished === '' ? [] : [h('p', { class: 'caution' }, words.t('compare.unfinished', { names: unfinished }))]),
    ];
  },
};
