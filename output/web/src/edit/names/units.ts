// SPDX-License-Identifier: MIT
// The units of a scenario's numbers.

/** Units of a type; the table of fields has them in the reader's language only. */
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
