// SPDX-License-Identifier: MIT
// What the organisations answer themselves: each question once, equal answers together.
import { ANSWERS } from '../data/comparison';
import type { Child } from '../page/dom';
import { table } from '../page/table';
import { plainName, type Teller } from './names';
import type { ComparisonSection } from './state';

/** Rows of question, answer and whose it is. */
export function answerRows({ model, words }: Teller): string[][] {
  return ANSWERS.flatMap((name) => {
    const given = new Map<string, string[]>();
    for (const row of model.comparison.rows) {
      const answer = row.answers[name];
      if (!answer) continue;
      const text = words.label(answer, '');
      given.set(text, [...(given.get(text) ?? []), plainName({ words }, row)]);
    }
    const question = words.t(`comparison.answer.${name}`);
    return [...given].map(([text, who]) => [question, text, who.join(', ')]);
  });
}

export const answersSection: ComparisonSection = {
  id: 'answers',
  heading: 'section.answers',
  depends: [],
  present: (model) => model.comparison.rows.some(({ answers }) => Object.keys(answers).length > 0),
  build(view) {
    const { words } = view;
    return [
      table({
        caption: words.t('section.answers'),
        columns: [
          { title: words.t('compare.answers.question') },
          { title: words.t('compare.answers.answer') },
          { title: words.t('compare.answers.who') },
        ],
        rows: answerRows(view) satisfies Child[][],
      }),
    ];
  },
};
