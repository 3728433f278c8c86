// SPDX-License-Identifier: MIT
// What changes on a date, or between two alternatives, in words.
import type { Change, Value } from '../data/report';
import { NO_VALUE, isNumber, number, plain } from '../language/format';
import type { Key } from '../language/language';
import { unitName } from './measures';
import { groupName, stageName, thingName, type Speaker } from './names';

const FIELDS: Record<string, Key> = {
  'group.arrivals': 'change.group.arrivals',
  'group.attribute': 'change.group.attribute',
  'group.without': 'change.group.without',
  'group.with': 'change.group.with',
  'stage.units': 'change.stage.units',
  'stage.price': 'change.stage.price',
  'form.price': 'change.form.price',
  'form.share': 'change.form.share',
  'stage.rent': 'change.stage.rent',
  'stage.fee': 'change.stage.fee',
  'stage.income_support': 'change.stage.income_support',
  'stage.allotted': 'change.stage.allotted',
  'service.work': 'change.service.work',
  'service.reached': 'change.service.reached',
  'team.fte': 'change.team.fte',
  'team.vacant': 'change.team.vacant',
  'team.direct_hours': 'change.team.direct_hours',
  'team.absence': 'change.team.absence',
  'team.caseload': 'change.team.caseload',
  'team.cost': 'change.team.cost',
  'move.share': 'change.move.share',
  'move.stay': 'change.move.stay',
  'move.offers': 'change.move.offers',
  'move.alone': 'change.move.alone',
  'move.risk': 'change.move.risk',
  'board.diverts': 'change.board.diverts',
  'cost.amount': 'change.cost.amount',
  'ceiling.amount': 'change.ceiling.amount',
};

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
  const key = FIELDS[change.field];
  if (!key) return `${change.field} ${thing}`;
  const price = change.unit.startsWith('SEK/') ? ` ${unitName(speaker, change.unit)}` : '';
  const text = words.t(key, {
    thing,
    other: otherName(speaker, change),
    before: amount(speaker, change.before, change.unit),
    after: amount(speaker, change.after, change.unit) + price,
  });
  return change.group ? words.t('change.of_group', { text, group: groupName(speaker, change.group) }) : text;
}
