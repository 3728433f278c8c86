// SPDX-License-Identifier: MIT
// Turnover and stay by kind of apartment, homes and first-hand contracts, children's nights.
import type { Model } from '../data/model';
import { h } from '../page/dom';
import type { Section } from './view';
import { stageName, type Speaker } from '../words/names';
import { measuresFigure, yearsFigure } from './parts';

/** "turnover.training" -> "Training apartment": the title has the measure. */
const aboutStage = (view: Speaker, measure: string) => stageName(view, measure.split('.')[1] ?? '');

function whole(model: Model, family: string, last: string): string[] {
  return model.staircase.stages
    .filter((stage) => stage.kind === 'apartment')
    .map((stage) => `${family}.${stage.name}${last}`)
    .filter((measure) => model.alternatives.some((alternative) => model.estimate(alternative, measure)));
}

export const apartmentsSection: Section = {
  id: 'apartments',
  heading: 'section.apartments',
  depends: ['alternative'],
  present: (model) => model.hasResults,
  build(view) {
    const { model, words } = view;
    const parts = [
      h('p', {}, words.t('apartments.intro')),
      measuresFigure(
        view,
        whole(model, 'turnover', ''),
        words.t('apartments.turnover'),
        words.t('apartments.turnover.note'),
        aboutStage,
      ),
      measuresFigure(
        view,
        whole(model, 'stay', '.p50'),
        words.t('apartments.stay'),
        words.t('apartments.stay.note'),
        aboutStage,
      ),
      measuresFigure(view, whole(model, 'vacancy', ''), words.t('apartments.vacancy'), undefined, aboutStage),
      yearsFigure(view, 'homes', words.t('apartments.homes'), words.t('apartments.homes.note')),
      yearsFigure(view, 'first_hand', words.t('apartments.first_hand')),
      yearsFigure(view, 'child_nights.acute', words.t('apartments.child_nights')),
    ];
    return parts.filter((part) => part !== null);
  },
};
