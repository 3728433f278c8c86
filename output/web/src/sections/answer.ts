// SPDX-License-Identifier: MIT
import { answer } from '../words/answer';
import { h } from '../page/dom';
import { details, select } from '../charts/figure';
import { table } from '../page/table';
import type { Section, View } from './view';
import { changedByHand, changeText } from '../words/changes';
import { measureName, shown, shownDifference } from '../words/measures';
import { alternativeName } from '../words/names';
import { rich } from '../words/rich';
import { unitName } from '../words/units';

const NOTES: ReadonlySet<string> = new Set(['answer.cases.less', 'answer.cases.more', 'answer.cases.against']);

function picker(view: View): HTMLElement | null {
  const { model, words, state } = view;
  if (model.alternatives.length < 3) return null;
  const choices = model.alternatives
    .filter((name) => name !== model.base)
    .map((name) => ({ value: name, name: alternativeName(view, name) }));
  return h(
    'div',
    { class: 'controls' },
    select('alternative', words.t('answer.alternative'), choices, state.alternative, (alternative) =>
      view.choose({ alternative }),
    ),
  );
}

/** The alternatives that are compared, the base first. */
export function compared({ model, state }: Pick<View, 'model' | 'state'>): string[] {
  return state.alternative === model.base ? [model.base] : [model.base, state.alternative];
}

/** The numbers beside each other. */
function keyFigures(view: View): HTMLElement {
  const { model, words, state } = view;
  const shownAlternatives = compared(view);
  const withDifference = shownAlternatives.length > 1;
  const measures = model.report.viewer.headline.filter((name) =>
    shownAlternatives.some((a) => model.estimate(a, name)),
  );
  const rows = measures.map((name) => [
    [measureName(view, name), h('span', { class: 'unit' }, unitName(view, model.unit(name)))],
    ...shownAlternatives.map((alternative) => shown(view, name, alternative)),
    ...(withDifference ? [shownDifference(view, name, state.alternative)] : []),
  ]);
  return table({
    caption: words.t('answer.key_figures'),
    captionHidden: false,
    columns: [
      { title: words.t('table.measure') },
      ...shownAlternatives.map((name) => ({ title: alternativeName(view, name), figures: true })),
      ...(withDifference ? [{ title: words.t('table.difference'), figures: true }] : []),
    ],
    rows,
  });
}

/** First of all: on which figures the answer does not rest on what the sources say. */
function byHand({ model, words }: View): HTMLElement | null {
  const changed = changedByHand(words, model.report.viewer.inputs);
  if (changed.length === 0) return null;
  return h(
    'div',
    { class: 'caution by-hand' },
    h('p', {}, words.t('answer.by_hand', { n: changed.length })),
    h(
      'ul',
      {},
      changed.map((text) => h('li', {}, text)),
    ),
  );
}

function contrast(view: View): HTMLElement | null {
  const { model, words, state } = view;
  const changes = model.report.viewer.contrasts[state.alternative] ?? [];
  if (changes.length === 0) return null;
  return details(
    words.t('answer.contrast', {
      alternative: alternativeName(view, state.alternative),
      base: alternativeName(view, model.base),
    }),
    h('p', { class: 'note' }, words.t('answer.contrast.note')),
    h(
      'ul',
      {},
      changes.map((change) => h('li', {}, changeText(view, change))),
    ),
  );
}

export const answerSection: Section = {
  id: 'answer',
  heading: 'section.answer',
  depends: ['alternative'],
  present: () => true,
  build(view) {
    const { model, words, state } = view;
    const phrases = answer(words, model, state.alternative);
    const sentences = phrases.filter(({ key }) => !NOTES.has(key));
    const notes = phrases.filter(({ key }) => NOTES.has(key));
    const parts: (Node | null)[] = [byHand(view), picker(view)];
    if (compared(view).length > 1) {
      const names = { alternative: alternativeName(view, state.alternative), base: alternativeName(view, model.base) };
      parts.push(h('p', { class: 'lead' }, words.t('answer.compared', names)));
    }
    const single = sentences.length === 1;
    parts.push(
      single
        ? h('p', { class: 'answer' }, rich(words, sentences[0]!))
        : h(
            'ul',
            { class: 'answer' },
            sentences.map((phrase) => h('li', {}, rich(words, phrase))),
          ),
      ...notes.map((phrase) => h('p', { class: 'caution' }, rich(words, phrase))),
    );
    for (const { path, text } of model.report.viewer.warnings ?? [])
      parts.push(h('p', { class: 'caution' }, words.t('answer.warning', { path, text: words.label(text, '') })));
    if (!model.report.complete) parts.push(h('p', { class: 'caution' }, words.t('answer.incomplete')));
    if (!model.hasResults) return parts.filter((part) => part !== null);
    parts.push(h('p', { class: 'note' }, words.t('answer.interval')), keyFigures(view), contrast(view));
    return parts.filter((part) => part !== null);
  },
};
