// SPDX-License-Identifier: MIT
// Numbers, dates and money in the form of a language.
import { monthNumber, instant, beginOf } from '../data/months';
import type { Interval, Value } from '../data/report';
import type { Words } from './language';

export const NO_VALUE = '–';
const MINUS = '\u2212';

export function isNumber(value: Value | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/**
 * Decimals for a figure whose interval has this half-width: the half-width keeps one digit, or two when it begins with
 * 1 or 2. Negative for tens and hundreds. As in the program's summary.
 */
export function decimalsFor(halfWidth: number): number {
  if (!Number.isFinite(halfWidth) || halfWidth <= 0) return 2;
  const exponent = Math.floor(Math.log10(halfWidth));
  const first = halfWidth / 10 ** exponent;
  return Math.max(-9, Math.min(6, (first < 3 ? 1 : 0) - exponent));
}

export function number(words: Words, value: Value | undefined, decimals = 0): string {
  if (!isNumber(value)) return NO_VALUE;
  const step = 10 ** Math.max(0, -decimals);
  const rounded = decimals < 0 ? Math.round(value / step) * step : value;
  const digits = Math.max(0, decimals);
  const text = new Intl.NumberFormat(words.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(rounded)
    .replace('-', MINUS);
  return /[1-9]/.test(text) ? text : text.replace(MINUS, '');
}

/** As written: all digits, at most four decimals. */
export function written(words: Words, value: Value): string {
  if (!isNumber(value)) return NO_VALUE;
  return new Intl.NumberFormat(words.locale, { maximumFractionDigits: 4 }).format(value).replace('-', MINUS);
}

/** For a figure without interval: three digits, or the whole number where that has more. */
export function plain(words: Words, value: Value | undefined): string {
  if (!isNumber(value)) return NO_VALUE;
  if (value === 0 || Math.abs(value) >= 100) return number(words, value, 0);
  const decimals = 2 - Math.floor(Math.log10(Math.abs(value)));
  return written(words, Number(value.toFixed(Math.min(4, decimals))));
}

export function signed(words: Words, value: Value | undefined, decimals: number): string {
  const text = number(words, value, decimals);
  return isNumber(value) && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function halfWidth(interval: Interval, factor: number): number {
  return isNumber(interval.low) && isNumber(interval.high) ? ((interval.high - interval.low) / 2) * factor : NaN;
}

/** "15.5–15.9", or "−3 to 5" where a dash could be read as a minus. */
export function range(words: Words, low: Value, high: Value, decimals: number): string {
  const a = number(words, low, decimals);
  const b = number(words, high, decimals);
  return isNumber(low) && low >= 0 ? `${a}–${b}` : words.t('number.range', { low: a, high: b });
}

/** A mean with a low end and no high one: stays were not followed to their end. */
export function isLowerBound(interval: Interval): boolean {
  return isNumber(interval.low) && !isNumber(interval.high);
}

/** "at least 512". */
function atLeast(words: Words, { mean, low }: Interval, factor: number): string {
  const half = ((mean ?? 0) - (low ?? 0)) * factor;
  const figure = (mean ?? 0) * factor;
  return words.t('at_least', { figure: half > 0 ? number(words, figure, decimalsFor(half)) : plain(words, figure) });
}

/** Many simulations make an interval of 0.001 %, and no figure of a municipality is that sure. */
function mostDecimals(factor: number): number {
  return factor === 100 ? 1 : 6;
}

/** In per cent: what is not quite all or nothing does not become it by rounding. */
function shareText(words: Words, percentage: number, decimals: number): string {
  const step = 10 ** -Math.max(0, decimals);
  if (percentage < 100 && percentage > 100 - step / 2) return `>${number(words, 100 - step, decimals)}`;
  if (percentage > 0 && percentage < step / 2) return `<${number(words, step, decimals)}`;
  return number(words, percentage, decimals);
}

function shareAndRange(words: Words, interval: Interval, decimals: number): [string, string] {
  const [mean, low, high] = [interval.mean, interval.low, interval.high].map((x) =>
    shareText(words, (x ?? 0) * 100, decimals),
  );
  return [mean ?? '', (low ?? '') === (high ?? '') ? '' : `(${low}–${high})`];
}

/** "19.5" and "(18.9–20.1)", with no more digits than the interval carries. */
export function meanAndRange(words: Words, interval: Interval | undefined, factor = 1, sign = false): [string, string] {
  if (!interval || !isNumber(interval.mean)) return [NO_VALUE, ''];
  const figure = interval.mean * factor;
  const plus = sign && figure > 0 ? '+' : '';
  if (isLowerBound(interval)) return [atLeast(words, interval, factor), ''];
  if (!isNumber(interval.low) || !isNumber(interval.high) || interval.low === interval.high)
    return [plus + plain(words, figure), ''];
  const decimals = Math.min(mostDecimals(factor), decimalsFor(Math.abs(halfWidth(interval, factor))));
  if (factor === 100 && !sign) return shareAndRange(words, interval, decimals);
  const mean = sign ? signed(words, figure, decimals) : number(words, figure, decimals);
  const [low = 0, high = 0] = [interval.low * factor, interval.high * factor].sort((x, y) => x - y);
  return [mean, `(${range(words, low, high, decimals)})`];
}

/** As estimate(), with three digits at most: for sentences. */
export function inBrief(words: Words, interval: Interval, factor = 1): string {
  if (!isNumber(interval.mean)) return NO_VALUE;
  if (isLowerBound(interval)) return atLeast(words, interval, factor);
  const mean = interval.mean * factor;
  const digits = mean === 0 ? 2 : 2 - Math.floor(Math.log10(Math.abs(mean)));
  const decimals = Math.min(digits, decimalsFor(Math.abs(halfWidth(interval, factor))));
  const text = number(words, mean, decimals);
  if (!isNumber(interval.low) || !isNumber(interval.high)) return text;
  return `${text} (${range(words, interval.low * factor, interval.high * factor, decimals)})`;
}

/** "19.5 (18.9–20.1)". */
export function estimate(words: Words, interval: Interval | undefined, factor = 1, sign = false): string {
  return meanAndRange(words, interval, factor, sign).join(' ').trimEnd();
}

/** A share as per cent that never claims certainty: "more than 99 %". */
export function probability(words: Words, share: number): string {
  if (share > 0.99) return words.t('number.almost_certain', { percent: percent(words, 0.99) });
  if (share < 0.01) return words.t('number.almost_impossible', { percent: percent(words, 0.01) });
  return percent(words, share);
}

export function percent(words: Words, share: Value | undefined, decimals = 0): string {
  if (!isNumber(share)) return NO_VALUE;
  return words.t('number.percent', { n: number(words, share * 100, decimals) });
}

/** "September 2011", "Sep 2011" when short. */
export function month(words: Words, text: string, short = false): string {
  const format = new Intl.DateTimeFormat(words.locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: short ? 'short' : 'long',
  });
  return format.format(beginOf(monthNumber(text)));
}

export function date(words: Words, text: string): string {
  const format = new Intl.DateTimeFormat(words.locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
  return format.format(instant(text));
}

/** Day and time where the reader is, of something that was done. */
export function moment(words: Words, text: string): string {
  return new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));
}

/** "September–December 2011" from the first day to the last, in months where they are whole. */
export function span(words: Words, from: string, lastDay: string): string {
  const next = new Date(instant(lastDay) + 86_400_000).toISOString().slice(0, 10);
  const whole = from.endsWith('-01') && next.endsWith('-01');
  if (!whole) return `${date(words, from)} – ${date(words, lastDay)}`;
  if (from.slice(0, 4) === lastDay.slice(0, 4) && from.slice(5, 7) === '01' && lastDay.slice(5, 7) === '12')
    return from.slice(0, 4);
  return from.slice(0, 7) === lastDay.slice(0, 7)
    ? month(words, from, true)
    : `${month(words, from, true)} – ${month(words, lastDay, true)}`;
}
