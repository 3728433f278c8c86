// SPDX-License-Identifier: MIT
// Values as offices of statistics and accounts write them in tables, in the unit of their measure.
import { quantity, tidied } from '../text/quantity';

export type Amount =
  | { kind: 'number'; number: number; percent: boolean }
  /** ".." and its like: there is no value. */
  | { kind: 'absent' }
  /** "600.000": thousands or decimals. */
  | { kind: 'two_ways' }
  /** "51" counted over a window that is no year, where the measure is per year. */
  | { kind: 'per' }
  | { kind: 'none' };

const ABSENT = /^(?:[.…·\-–—−*]+|x|[#]?n\/?a!?|#(?:saknas|värdefel|null)!?|i\.?u\.?|uppgift saknas|saknas|missing|null)$/i;
const SPACES = /[\s\u00a0\u2007\u2009\u200a\u202f]+/g;
const TWO_WAYS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}(?!\d|[.,]\d)/;
const THOUSANDS =
  /^([+-]?[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+|(?:\.\d{3}){2,}|(?:,\d{3}){2,}))(?![\d.,])(.*)$/;
const SCALES: Record<string, number> = { '': 1, t: 1e3, k: 1e3, m: 1e6, mn: 1e6 };
const PERIODS: Record<string, number> = { dag: 365.25, dygn: 365.25, day: 365.25, vecka: 365.25 / 7, week: 365.25 / 7 };
for (const word of ['mån', 'man', 'månad', 'month']) PERIODS[word] = 12;
for (const word of ['år', 'ar', 'year']) PERIODS[word] = 1;
const MONEY = /^(t|k|m|mn)? ?(?:kr|sek|kronor|:-)\.?(?: ?(?:\/|per|i) ?([a-zåäö]+)\.?)?$/;
const COUNTED = /^(?:st|styck|stycken|pcs|hushåll|households|personer|ärenden)\.?(?: ?(?:\/|per) ?([a-zåäö]+)\.?)?$/;

/** Points or commas that can only be between thousands, taken away: "1.234.567", "1.234,5" and "1,234.5". */
function withoutThousands(text: string): string {
  const [, number = '', after = ''] = THOUSANDS.exec(text) ?? [];
  if (number === '') return text;
  const signs = number.replace(/[+\-\d]/g, '');
  const [first = '', last = ''] = [signs[0], signs[signs.length - 1]];
  const whole = number.replaceAll(first, '');
  return (first === last ? whole : whole.replace(last, '.')) + after;
}

/** How many of this unit a year make one of the measure's; nothing where they are not of one kind. */
function factor(unit: string, measure: string, months: number): number | 'per' | undefined {
  const plain = unit.toLowerCase().replace(SPACES, ' ').replace(/[\u2212\u2013]/g, '-').trim();
  const money = MONEY.exec(plain);
  const counted = COUNTED.exec(plain);
  if (!money && !counted) return undefined;
  const period = money ? money[2] : counted?.[1];
  const wanted = /^SEK\/(month|year)$/.exec(measure)?.[1] ?? (measure === 'per year' ? 'year' : '');
  if (money ? !measure.startsWith('SEK') : !['households', 'per year'].includes(measure)) return undefined;
  const scale = money ? (SCALES[money[1] ?? ''] ?? 1) : 1;
  if (wanted === '') return period === undefined ? scale : undefined;
  const of = PERIODS[wanted] ?? 1;
  if (period === undefined) return months > 0 && Math.abs(months * of - 12) < 1e-9 ? scale : 'per';
  const given = PERIODS[period];
  return given === undefined ? undefined : (scale * given) / of;
}

/** `unit` is the measure's; `months` is the length of the row's window, 0 where it is not of whole months. */
export function amount(found: string, unit: string, months: number): Amount {
  const text = found.replace(SPACES, ' ').trim().replace(/^'/, '');
  if (ABSENT.test(text)) return { kind: 'absent' };
  const turned = text.replace(/^(kr|sek) ?(?=[\d+-])(.*)$/i, '$2 $1');
  if (TWO_WAYS.test(turned)) return { kind: 'two_ways' };
  const read = quantity(withoutThousands(turned));
  if (!read || read.number < 0) return { kind: 'none' };
  const percent = unit === 'share' && read.unit === '%';
  if (unit === 'share') {
    const most = percent ? 100 : 1;
    return (read.unit === '' || percent) && read.number <= most
      ? { kind: 'number', number: read.number, percent }
      : { kind: 'none' };
  }
  if (read.unit === '') return { kind: 'number', number: read.number, percent };
  const by = factor(read.unit, unit, months);
  if (by === 'per') return { kind: 'per' };
  return by === undefined ? { kind: 'none' } : { kind: 'number', number: tidied(read.number * by), percent };
}
