// SPDX-License-Identifier: MIT
// A comparison of several scenarios, as the subject of a page.
import type { Comparison } from '../data/comparison';
import { ComparisonModel } from '../data/comparison_model';
import { firstLanguage } from '../language/choice';
import { number } from '../language/format';
import type { Subject } from '../sections/view';
import { answerSection } from './answer';
import { answersSection } from './answers';
import { definitionsSection } from './definitions';
import { matrixSection } from './matrix';
import { methodSection } from './method';
import { observedSection } from './observed';
import { standingsSection } from './standings';
import { defaults, fromHash, toHash, type ComparisonState } from './state';
import { whoSection } from './who';

export function comparisonSubject(comparison: Comparison): Subject<ComparisonModel, ComparisonState> {
  const model = new ComparisonModel(comparison);
  const standard = defaults(model, firstLanguage(undefined, navigator.languages));
  const title = model.explained.length > 0 ? 'compare.title.teams' : 'compare.title';
  const replications = comparison.replications;
  return {
    model,
    sections: [answerSection, standingsSection, matrixSection, observedSection, definitionsSection, whoSection, answersSection, methodSection],
    program: comparison.viewer.program,
    title: (words) => words.t(title, { n: comparison.rows.length }),
    subtitle: (words) => words.t('compare.subtitle', { replications: number(words, replications) }),
    fromHash: (hash) => fromHash(hash, model, standard),
    toHash: (state) => toHash(state, standard),
  };
}
