// SPDX-License-Identifier: MIT
// Dates as people write them in a table: a day, a month, a year, or from one to another.

export interface Days {
  from: string;
  /** The last day. */
  to: string;
}

const MONTHS: Record<string, number> = {};
const NAMES = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'febr'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augusti', 'august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
NAMES.forEach((names, i) => names.forEach((name) => (MONTHS[name] = i + 1)));

const two = (n: number): string => String(n).padStart(2, '0');

function day(year: number, month: number, date: number): string | undefined {
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
  const real = new Date(`${text}T00:00:00Z`);
  const same = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(text);
  return same && year >= 1900 && year <= 2200 ? text : undefined;
}

function whole(year: number, month: number): Days | undefined {
  const from = day(year, month, 1);
  if (from === undefined) return undefined;
  return { from, to: `${from.slice(0, 8)}${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}` };
}

function single(text: string): Days | undefined {
  const full = /^(\d{4})-?(\d{2})-?(\d{2})(?:[ T]00:00(?::00)?)?$/.exec(text);
  if (full) {
    const from = day(Number(full[1]), Number(full[2]), Number(full[3]));
    return from === undefined ? undefined : { from, to: from };
  }
  const month = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (month) return whole(Number(month[1]), Number(month[2]));
  const named = /^([a-zåäö]+)\.?[ -](\d{4}|\d{2})$/.exec(text);
  const number = MONTHS[named?.[1] ?? ''];
  if (named && number !== undefined) return whole(Number(named[2]) + (named[2]?.length === 2 ? 2000 : 0), number);
  const year = /^\d{4}$/.test(text) && day(Number(text), 1, 1) !== undefined;
  return year ? { from: `${text}-01-01`, to: `${text}-12-31` } : undefined;
}

/** Nothing where it is none of these. */
export function days(text: string): Days | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\u2012-\u2014\u2212]/g, '–')
    .replace(/\s+/g, ' ');
  const one = single(plain);
  if (one) return one;
  const parts = plain.split(/ ?(?:\.\.|–| till | to | - ) ?/);
  if (parts.length !== 2) return undefined;
  const [first, second] = parts.map(single);
  return first && second && first.from <= second.to ? { from: first.from, to: second.to } : undefined;
}
