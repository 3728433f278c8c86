// SPDX-License-Identifier: MIT
// A measure in words, and its unit.
import type { Interval } from '../data/report';
import { h } from '../page/dom';
import { meanAndRange } from '../language/format';
import type { Words } from '../language/language';
import { causeName, lineName, stageName, thingName, type Namer, type Speaker } from './names';

/** Of a measure that is one of its kind, and not about a stage or a service. */
export function wholeName(words: Words, name: string): string | undefined {
  if (name.startsWith('blocked.')) return undefined;
  const id = name.startsWith('retention.') ? name : `measure.${name}`;
  return words.takesNoFields(id) ? words.t(id) : undefined;
}

/** Measures without a text keep their name. */
export function measureName(speaker: Namer, name: string): string {
  const { words } = speaker;
  const whole = wholeName(words, name);
  if (whole) return whole;
  const [family = '', about = '', last = ''] = name.split('.');
  const thing = thingName(speaker, about);
  if (family === 'moves') return words.t('measure.moves', { from: thing, to: stageName(speaker, last) });
  if (family === 'cost') return words.t('measure.cost', { what: lineName(speaker, about) });
  if (family === 'blocked') return words.t('measure.blocked', { cause: causeName(speaker, about) });
  const id = `measure.${last === '' ? family : `${family}.${last}`}`;
  return words.knows(id) ? words.t(id, { what: thing }) : name;
}

/** Shares are shown as per cent. */
export function factorOf(unit: string): number {
  return unit === 'share' ? 100 : 1;
}

/** A measure's value for a cell of a table: the mean, and its interval below; without the unit. */
export function shown({ words, model }: Speaker, measure: string, alternative: string): Node[] {
  return cell(words, model.estimate(alternative, measure), factorOf(model.unit(measure)));
}

/** The same of its difference to the first alternative. */
export function shownDifference({ words, model }: Speaker, measure: string, alternative: string): Node[] {
  return cell(words, model.difference(alternative, measure), factorOf(model.unit(measure)), true);
}

export function cell(words: Words, value: Interval | undefined, factor = 1, sign = false): Node[] {
  const [mean, range] = meanAndRange(words, value, factor, sign);
  const parts = [h('span', {}, mean)];
  if (range !== '') parts.push(h('span', { class: 'interval' }, range));
  return parts;
}
