// SPDX-License-Identifier: MIT
// What the reader of a comparison has chosen; it is in the address.
import { BYS, type By, type ComparisonModel } from '../data/comparison_model';
import { languageOf } from '../language/choice';
import type { Language } from '../language/language';
import type { SectionOf, ViewOf } from '../sections/view';

export interface ComparisonState {
  lang: Language;
  measure: string;
  by: By;
}

export type ComparisonView = ViewOf<ComparisonModel, ComparisonState>;
export type ComparisonSection = SectionOf<ComparisonModel, ComparisonState>;

export function defaults(model: ComparisonModel, lang: Language): ComparisonState {
  return { lang, measure: model.preferred, by: 'total' };
}

/** The state in the address, as far as it is valid for this comparison. */
export function fromHash(hash: string, model: ComparisonModel, standard: ComparisonState): ComparisonState {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const column = model.column(parameters.get('measure') ?? '') ?? model.column(standard.measure);
  const by = BYS.find((one) => one === parameters.get('by')) ?? standard.by;
  return {
    lang: languageOf(parameters.get('lang')) ?? standard.lang,
    measure: column?.measure ?? '',
    by: column && model.dividable(column, by) ? by : 'total',
  };
}

export function toHash(state: ComparisonState, standard: ComparisonState): string {
  const parameters = new URLSearchParams({ lang: state.lang });
  if (state.measure !== standard.measure) parameters.set('measure', state.measure);
  if (state.by !== standard.by) parameters.set('by', state.by);
  return `#${parameters.toString()}`;
}
