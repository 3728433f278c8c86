// SPDX-License-Identifier: MIT
// What the reader has chosen. It is in the address, so that a reload or a bookmark shows the same.
import { ALL, type Model } from '../data/model';
import { languageOf } from '../language/choice';
import type { Language } from '../language/language';

export interface State {
  lang: Language;
  alternative: string;
  group: string;
  year: number;
  stage: string;
  household: number;
}

export function defaults(model: Model, lang: Language): State {
  const { years } = model;
  // The year in the middle: it is whole, and what an alternative changes has had time to show.
  const year = years.filter((y) => model.monthsOf(y) === 12)[0] ?? years[0] ?? 0;
  const stages = model.staircase.stages;
  const stage = (stages.find((s) => s.acute) ?? stages[0])?.name ?? '';
  return { lang, alternative: model.preferred, group: ALL, year, stage, household: 0 };
}

/** The state in the address, as far as it is valid for this report. */
export function fromHash(hash: string, model: Model, standard: State): State {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const pick = <T>(name: string, valid: (text: string) => T | undefined, otherwise: T): T => {
    const text = parameters.get(name);
    return (text === null ? undefined : valid(text)) ?? otherwise;
  };
  const oneOf = (names: string[]) => (text: string) => (names.includes(text) ? text : undefined);
  const stories = model.report.viewer.stories.length;
  return {
    lang: pick('lang', languageOf, standard.lang),
    alternative: pick('alternative', oneOf(model.alternatives), standard.alternative),
    group: pick('group', oneOf(model.groups.map((g) => g.name)), standard.group),
    year: pick('year', (text) => model.years.find((y) => String(y) === text), standard.year),
    stage: pick('stage', oneOf(model.staircase.stages.map((s) => s.name)), standard.stage),
    household: pick(
      'household',
      (text) => (/^\d+$/.test(text) && Number(text) < stories ? Number(text) : undefined),
      0,
    ),
  };
}

export function toHash(state: State, standard: State): string {
  const parameters = new URLSearchParams();
  // The language always: who sends the address on means the page as it looks.
  parameters.set('lang', state.lang);
  for (const key of ['alternative', 'group', 'year', 'stage', 'household'] as const)
    if (state[key] !== standard[key]) parameters.set(key, String(state[key]));
  return `#${parameters.toString()}`;
}
