// SPDX-License-Identifier: MIT
// Units as they are written in a scenario, in words.
import type { Key, Words } from '../../language/language';

const NAMES: Record<string, Key> = {
  'SEK/day': 'unit.sek_day',
  'SEK/week': 'unit.sek_week',
  'SEK/month': 'unit.sek_month',
  'SEK/year': 'unit.sek_year',
  SEK: 'unit.sek',
  kSEK: 'edit.unit.ksek',
  MSEK: 'edit.unit.msek',
  '/day': 'edit.unit.per_day',
  '/week': 'edit.unit.per_week',
  '/month': 'edit.unit.per_month',
  '/year': 'unit.per_year',
  '%/day': 'edit.unit.percent_day',
  '%/week': 'edit.unit.percent_week',
  '%/month': 'edit.unit.percent_month',
  '%/year': 'edit.unit.percent_year',
  'h/week': 'unit.hours_week',
  h: 'unit.hours',
  min: 'edit.unit.minutes',
  day: 'unit.days',
  days: 'unit.days',
  week: 'edit.unit.weeks',
  weeks: 'edit.unit.weeks',
  month: 'edit.unit.months',
  months: 'edit.unit.months',
  year: 'edit.unit.years',
  years: 'edit.unit.years',
};

export function unitWord(words: Words, unit: string): string {
  const key = NAMES[unit];
  return key ? words.t(key) : unit;
}

/** What may stand behind a number of a type: the table of fields says it in the reader's language only. */
const UNITS: Record<string, readonly string[]> = {
  rate: ['/day', '/week', '/month', '/year'],
  price: ['SEK/day', 'SEK/week', 'SEK/month', 'SEK/year'],
  'sum of money': ['SEK', 'kSEK', 'MSEK'],
  'length of time': ['h', 'days', 'weeks', 'months', 'years'],
  'distribution of time': ['h', 'days', 'weeks', 'months', 'years'],
  'distribution of work': ['min', 'h'],
  'hours a week': ['h/week'],
  'useful hours a week': ['h/week'],
  share: ['%'],
  part: ['%'],
};

export function unitsOf(type: string): readonly string[] {
  return UNITS[type] ?? [];
}
