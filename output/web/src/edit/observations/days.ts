// SPDX-License-Identifier: MIT
// Dates as people and offices of statistics write them in a table: a day, a week, a month, a quarter, a year, or from one
// to another; and the number that a spreadsheet program has for a day.

export interface Days {
  from: string;
  /** The last day. */
  to: string;
}

const DAY = 86_400_000;
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

/** The first day of a month and the last of another in the same year. */
function several(year: number, first: number, last: number): Days | undefined {
  const [from, to] = [whole(year, first), whole(year, last)];
  return from && to ? { from: from.from, to: to.to } : undefined;
}

/** By ISO 8601: the first week of a year has its 4 January. */
function week(year: number, number: number): Days | undefined {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (number - 1) * DAY * 7;
  const [from, thursday, to] = [0, 3, 6].map((after) => new Date(monday + after * DAY).toISOString().slice(0, 10));
  return number >= 1 && from && to && thursday?.startsWith(String(year)) ? { from, to } : undefined;
}

/** Parts of a year: 2012M01, 2012K1, kv 1 2012, 2012-Q1, 2012H1, 2012W05, v. 5 2012. */
function part(text: string): Days | undefined {
  const sign = '(m|k|kv|kvartal|q|quarter|h|halvår|v|w|vecka|week)\\.?';
  const after = new RegExp(`^(\\d{4})[ -]?${sign} ?(\\d{1,2})$`).exec(text);
  const before = new RegExp(`^${sign} ?(\\d{1,2})[ ,/-]+(\\d{4})$`).exec(text);
  const ordinal = /^(\d):?[ae] (kvartal|halvår)(?:et)? (\d{4})$/.exec(text);
  const [year, name, n] = after
    ? [Number(after[1]), after[2], Number(after[3])]
    : before
      ? [Number(before[3]), before[1], Number(before[2])]
      : [Number(ordinal?.[3]), ordinal?.[2], Number(ordinal?.[1])];
  switch (name?.[0]) {
    case 'm':
      return whole(year, n);
    case 'k':
    case 'q':
      return n >= 1 && n <= 4 ? several(year, 3 * n - 2, 3 * n) : undefined;
    case 'h':
      return n >= 1 && n <= 2 ? several(year, 6 * n - 5, 6 * n) : undefined;
    case 'v':
    case 'w':
      return week(year, n);
    default:
      return undefined;
  }
}

/** "1/2 2012" and "1 februari 2012" are Swedish and can only be read one way; 01/02/2012 can be read two ways. */
function spelled(text: string): Days | undefined {
  const slashed = /^(\d{1,2})\/(\d{1,2}) (\d{4})$/.exec(text);
  const named = /^(?:den )?(\d{1,2}):?[ae]? ([a-zåäö]+)\.? (\d{4})$/.exec(text);
  const month = slashed ? Number(slashed[2]) : (MONTHS[named?.[2] ?? ''] ?? 0);
  const found = slashed ?? named;
  const from = found && day(Number(found[3]), month, Number(found[1]));
  return from ? { from, to: from } : undefined;
}

/** The days since 1899-12-30 that Excel stores, from 1954 on: smaller numbers may be anything. */
function serial(text: string): Days | undefined {
  if (!/^\d{5}$/.test(text) || Number(text) < 20_000 || Number(text) > 75_000) return undefined;
  const from = new Date(Date.UTC(1899, 11, 30) + Number(text) * DAY).toISOString().slice(0, 10);
  return { from, to: from };
}

function single(text: string): Days | undefined {
  const other = part(text) ?? spelled(text) ?? serial(text);
  if (other) return other;
  const full = /^(\d{4})-?(\d{2})-?(\d{2})(?:[ T]00:00(?::00(?:\.0+)?z?)?)?$/.exec(text);
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

/** The number of months from one day to another, with both; 0 where they are not whole months. */
export function wholeMonths({ from, to }: Days): number {
  const end = new Date(Date.parse(`${to}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  const number = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return from.endsWith('-01') && end.endsWith('-01') ? number(end) - number(from) : 0;
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
