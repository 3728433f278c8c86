// SPDX-License-Identifier: MIT
// What a slider is called: "Project workers, from May 2012".
import type { TreeNode } from '../../data/server';
import type { Words } from '../../language/language';
import { dateWords } from '../names/dates';
import { nameLabel, thingLabel } from '../names/labels';
import { readNumber } from '../text/quantity';
import { child, keysOf } from '../text/tree';
import { overriding, type SliderSection, type SliderSpot } from './spots';
import { unitName } from '../../words/units';

export function sectionHeading(words: Words, section: SliderSection): string {
  return words.t(`edit.sliders.${section}`);
}

/** The thing alone, with the form or group that it is about. */
export function thingWords(words: Words, tree: TreeNode | undefined, spot: SliderSpot): string {
  const whole = thingLabel(words, tree, spot.thing.slice(0, 2));
  const parts = [whole];
  if (spot.thing.length > 2) parts.push(thingLabel(words, tree, spot.thing));
  if (spot.field === 'rent') parts.push(words.t('edit.sliders.rent'));
  if (spot.group !== undefined)
    parts.push(spot.group === 'others' ? words.t('edit.others') : nameLabel(words, tree, spot.group));
  return parts.join(', ');
}

export function spotWords(words: Words, tree: TreeNode | undefined, spot: SliderSpot): string {
  const parts = [thingWords(words, tree, spot)];
  if (spot.alternative !== undefined)
    parts.push(
      words.t('edit.sliders.in', { alternative: thingLabel(words, tree, ['alternatives', spot.alternative]) }),
    );
  if (spot.date !== undefined) parts.push(words.t('edit.sliders.from', { date: dateWords(words, spot.date) }));
  return parts.join(', ');
}

const MOST_NAMED = 3;

/** In which alternatives a number of the scenario itself holds, where it is not in all of them. */
export function whereWords(words: Words, tree: TreeNode | undefined, spot: SliderSpot): string {
  const set = overriding(tree, spot);
  if (set.length === 0) return '';
  const all = keysOf(child(tree, 'alternatives'));
  const holds = all.filter((name) => !set.includes(name));
  const few = set.length < holds.length ? set : holds;
  const named = few.slice(0, MOST_NAMED).map((name) => thingLabel(words, tree, ['alternatives', name]));
  const alternatives = [...named, ...(few.length > MOST_NAMED ? ['…'] : [])].join(', ');
  if (holds.length === 0) return words.t('edit.sliders.in_none');
  return words.t(few === set ? 'edit.sliders.not_in' : 'edit.sliders.only_in', { alternatives });
}

export function spotUnit(words: Words, spot: Pick<SliderSpot, 'section' | 'unit'>): string {
  if (spot.unit !== '') return unitName({ words }, spot.unit);
  if (spot.section === 'fte') return words.t('unit.fte');
  return spot.section === 'units' ? words.t('edit.places') : '';
}

export function valueWords(words: Words, spot: Pick<SliderSpot, 'section' | 'unit'>, number: number): string {
  return `${readNumber(words, number)} ${spotUnit(words, spot)}`.trimEnd();
}
