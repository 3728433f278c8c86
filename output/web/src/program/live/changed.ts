// SPDX-License-Identifier: MIT
// What a change of the scenario does: its key figures as it was opened, and as it is now.
import { anyChanged, changedFigures, common } from '../../data/changed';
import type { Model } from '../../data/model';
import { h } from '../../page/dom';
import { number } from '../../language/format';
import type { Words } from '../../language/language';
import { defaults } from '../../sections/state';
import { table } from '../../page/table';
import { cell, factorOf, measureName } from '../../words/measures';
import { alternativeName, type Speaker } from '../../words/names';
import type { Context } from '../shared/context';
import { unitName } from '../../words/units';

/** A scenario without alternatives is one alternative without a label. */
function alternativeText(speaker: Speaker, alternative: string): string {
  const label = speaker.model.alternative(alternative)?.label;
  return label && speaker.words.label(label, '')
    ? alternativeName(speaker, alternative)
    : speaker.words.t('bottleneck.scenario');
}

function changedTable(words: Words, before: Model, after: Model, alternative: string): HTMLElement {
  const speaker = { model: after, words };
  const name = alternativeText(speaker, alternative);
  return table({
    caption: name,
    captionHidden: false,
    columns: [
      { title: words.t('table.measure') },
      { title: words.t('program.before'), figures: true },
      { title: words.t('program.after'), figures: true },
      { title: words.t('table.difference'), figures: true },
      { title: words.t('program.changed.told') },
    ],
    rows: changedFigures(before, after, alternative).map((figure) => {
      const unit = after.unit(figure.measure);
      return [
        [measureName(speaker, figure.measure), h('span', { class: 'unit' }, unitName(speaker, unit))],
        cell(words, figure.before, factorOf(unit)),
        cell(words, figure.after, factorOf(unit)),
        cell(words, figure.difference, factorOf(unit), true),
        h('span', { class: `told told-${figure.direction}` }, words.t(`program.changed.${figure.direction}`)),
      ];
    }),
  });
}

/** The alternative that the reader looks at; the one it is compared with as well, where that changes too. */
export function changedPart({ words, choices }: Context, before: Model, after: Model): HTMLElement {
  const chosen = new URLSearchParams(choices.read().replace(/^#/, '')).get('alternative') ?? '';
  const alternative = after.alternatives.includes(chosen) ? chosen : defaults(after, words.lang).alternative;
  const shown = [...new Set([alternative, after.base])].filter(
    (name) => before.alternative(name) && (name === alternative || anyChanged(before, after, name)),
  );
  const renamed = after.alternatives.every(
    (name) => before.alternative(name) !== undefined && !anyChanged(before, after, name),
  );
  // A name or a remark is no change that could do anything.
  if (renamed) return h('p', { class: 'note', id: 'changed' }, words.t('program.changed.nothing'));
  return h(
    'section',
    { id: 'changed', tabindex: -1, 'aria-labelledby': 'changed-heading' },
    h('h2', { id: 'changed-heading' }, words.t('program.changed')),
    h(
      'p',
      { class: 'note' },
      words.t('program.changed.note', { n: number(words, common(before, after)) }),
    ),
    shown.map((name) => changedTable(words, before, after, name)),
  );
}
