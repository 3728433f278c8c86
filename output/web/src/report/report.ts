// SPDX-License-Identifier: MIT
// The report of one scenario, as the subject of a page.
import { Model } from '../data/model';
import { dayAfter } from '../data/months';
import type { Report } from '../data/report';
import { firstLanguage } from '../language/choice';
import { number, span } from '../language/format';
import { answerSection } from '../sections/answer';
import { apartmentsSection } from '../sections/apartments';
import { comparisonSection, partsSection, retentionSection } from '../sections/comparison';
import { flowSection } from '../sections/flow';
import { inputsSection } from '../sections/inputs';
import { moneySection } from '../sections/money';
import { monthsSection } from '../sections/months';
import { obstaclesSection } from '../sections/obstacles';
import { animationSection, storySection } from '../sections/story';
import { defaults, fromHash, toHash, type State } from '../sections/state';
import type { Section, Subject } from '../sections/view';

const SECTIONS: Section[] = [
  answerSection,
  monthsSection,
  flowSection,
  apartmentsSection,
  obstaclesSection,
  moneySection,
  retentionSection,
  comparisonSection,
  partsSection,
  storySection,
  animationSection,
  inputsSection,
];

export function reportSubject(report: Report): Subject<Model, State> {
  const model = new Model(report);
  const standard = defaults(model, firstLanguage(report.viewer.language, navigator.languages));
  return {
    model,
    sections: SECTIONS,
    program: report.viewer.program,
    title: (words) => words.label(report.scenario.label, report.scenario.name || report.scenario.file),
    subtitle: (words) =>
      words.t('page.subtitle', {
        period: span(words, report.period.from, dayAfter(report.period.to, -1)),
        replications: number(words, report.replications),
      }),
    fromHash: (hash) => fromHash(hash, model, standard),
    toHash: (state) => toHash(state, standard),
  };
}
