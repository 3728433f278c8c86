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

/** What the address says, as far as it makes sense for this comparison. */
export function fromHash(hash: string, model: ComparisonModel, standard: ComparisonState): ComparisonState {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const column = model.column(said.get('measure') ?? '') ?? model.column(standard.measure);
  const by = BYS.find((one) => one === said.get('by')) ?? standard.by;
  return {
    lang: languageOf(said.get('lang')) ?? standard.lang,
    measure: column?.measure ?? '',
    by: column && model.dividable(column, by) ? by : 'total',
  };
}

export function toHash(state: ComparisonState, standard: ComparisonState): string {
  const said = new URLSearchParams({ lang: state.lang });
  if (state.measure !== standard.measure) said.set('measure', state.measure);
  if (state.by !== standard.by) said.set('by', state.by);
  return `#${said.toString()}`;
}
