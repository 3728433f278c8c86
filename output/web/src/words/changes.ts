// SPDX-License-Identifier: MIT
// What changes on a date, or between two alternatives, in words.
import type { Change, Input, Value } from '../data/report';
import { NO_VALUE, isNumber, number, plain } from '../language/format';
import type { Words } from '../language/language';
import { groupName, stageName, thingName, type Speaker } from './names';
import { unitName } from './units';

function otherName(speaker: Speaker, change: Change): string {
  if (change.field === 'group.attribute') return change.other.replace(/_/g, ' ');
  const form = speaker.model.stage(change.thing)?.forms.find((one) => one.name === change.other);
  return form ? speaker.words.called(form) : stageName(speaker, change.other);
}

function amount({ words }: Speaker, value: Value, unit: string): string {
  if (!isNumber(value)) return NO_VALUE;
  if (unit === 'share') return words.t('number.percent', { n: plain(words, value * 100) });
  if (unit.startsWith('SEK/')) return number(words, value);
  return plain(words, value);
}

/** "Project workers: 2.5 → 0.85 full-time equivalents". */
export function changeText(speaker: Speaker, change: Change): string {
  const { words } = speaker;
  const thing = thingName(speaker, change.thing);
  if (change.field === 'board.active')
    return words.t(change.after ? 'change.board.begins' : 'change.board.ends', { thing });
  const id = `change.${change.field}`;
  if (!words.knows(id)) return `${change.field} ${thing}`;
  const price = change.unit.startsWith('SEK/') ? ` ${unitName(speaker, change.unit)}` : '';
  const text = words.t(id, {
    thing,
    other: otherName(speaker, change),
    before: amount(speaker, change.before, change.unit),
    after: amount(speaker, change.after, change.unit) + price,
  });
  return change.group ? words.t('change.of_group', { text, group: groupName(speaker, change.group) }) : text;
}

/** "changed from 2.5"; nothing of an input that nobody changed. */
export function changedHow(words: Words, { was }: Pick<Input, 'was'>): string {
  if (was === undefined) return '';
  return was === '' ? words.t('changed.set') : words.t('changed.from', { was });
}

/** What was changed by hand since the sources were read, for the top of a report. */
export function changedByHand(words: Words, inputs: readonly Input[]): string[] {
  return inputs
    .filter(({ was }) => was !== undefined)
    .map((input) => words.t('changed.input', { path: input.path, value: input.value, how: changedHow(words, input) }));
}
