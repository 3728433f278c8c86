// SPDX-License-Identifier: MIT
// A measure in words, and its unit.
import type { Interval } from '../data/report';
import { h } from '../page/dom';
import { meanAndRange } from '../language/format';
import type { Key, Words } from '../language/language';
import { causeName, lineName, stageName, thingName, type Namer, type Speaker } from './names';

const WHOLE: Record<string, Key> = {
  'households.acute': 'measure.households.acute',
  arrivals: 'measure.arrivals',
  prevented: 'measure.prevented',
  homes: 'measure.homes',
  first_hand: 'measure.first_hand',
  'cost.total': 'measure.cost.total',
  cost_per_home: 'measure.cost_per_home',
  home_within_year: 'measure.home_within_year',
  returns: 'measure.returns',
  'child_nights.acute': 'measure.child_nights',
  'days_to_home.mean': 'measure.days_to_home.mean',
  'days_to_home.p50': 'measure.days_to_home.p50',
  'days_to_home.p90': 'measure.days_to_home.p90',
  unplanned_endings: 'measure.unplanned_endings',
  'retention.not_given_notice': 'retention.not_given_notice',
  'retention.not_evicted': 'retention.not_evicted',
  'retention.one_year': 'retention.one_year',
  'retention.takeover_18_months': 'retention.takeover_18_months',
  'retention.closed_first_hand': 'retention.closed_first_hand',
  'retention.stays_or_moves_on': 'retention.stays_or_moves_on',
  'retention.since_move_in': 'retention.since_move_in',
  'retention.move_balance': 'retention.move_balance',
  'retention.home_kept': 'retention.home_kept',
};

const FAMILIES: Record<string, Key> = {
  households: 'measure.households',
  waiting: 'measure.waiting',
  exits: 'measure.exits',
  vacancy: 'measure.vacancy',
  utilisation: 'measure.utilisation',
  situation: 'measure.situation',
  overspent: 'measure.overspent',
};

const STATISTICS: Record<string, Key> = { mean: 'measure.stay.mean', p50: 'measure.stay.p50', p90: 'measure.stay.p90' };
const TURNOVER: Record<string, Key> = {
  moveouts: 'measure.turnover.moveouts',
  takeovers: 'measure.turnover.takeovers',
};

/** Of a measure that is one of its kind, and not about a stage or a service. */
export function wholeName(words: Words, name: string): string | undefined {
  const key = WHOLE[name];
  return key && words.t(key);
}

/** Measures that nobody has words for keep their name. */
export function measureName(speaker: Namer, name: string): string {
  const { words } = speaker;
  const whole = wholeName(words, name);
  if (whole) return whole;
  const [family = '', about = '', last = ''] = name.split('.');
  const thing = thingName(speaker, about);
  if (family === 'stay' && STATISTICS[last]) return words.t(STATISTICS[last], { what: thing });
  if (family === 'turnover') return words.t(TURNOVER[last] ?? 'measure.turnover', { what: thing });
  if (family === 'moves') return words.t('measure.moves', { from: thing, to: stageName(speaker, last) });
  if (family === 'cost') return words.t('measure.cost', { what: lineName(speaker, about) });
  if (family === 'blocked') return words.t('measure.blocked', { cause: causeName(speaker, about) });
  const key = FAMILIES[family];
  return key ? words.t(key, { what: thing }) : name;
}

const UNITS: Record<string, Key> = {
  households: 'unit.households',
  'per year': 'unit.per_year',
  'SEK/day': 'unit.sek_day',
  'SEK/week': 'unit.sek_week',
  'SEK/month': 'unit.sek_month',
  'SEK/year': 'unit.sek_year',
  SEK: 'unit.sek',
  days: 'unit.days',
  'per unit and year': 'unit.per_unit',
  'household-days/year': 'unit.household_days',
  share: 'unit.percent',
  FTE: 'unit.fte',
  h: 'unit.hours',
  'h/week': 'unit.hours_week',
};

export function unitName({ words }: { readonly words: Words }, unit: string): string {
  const key = UNITS[unit];
  return key ? words.t(key) : unit;
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
