// SPDX-License-Identifier: MIT
// Numbers with their unit, as people write them in a scenario and as they read them on the page.
import type { Words } from '../../language/language';

export interface Quantity {
  number: number;
  /** "SEK/month", "%", "/week", "h/week", or nothing. */
  unit: string;
}

const NUMBER = /^\s*(\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/;
/** Thousands to some, decimals to others. */
const TWO_WAYS = /^[1-9]\d{0,2}[.,]\d{3}$/;
/** Shares and hours a week have no thousands. */
const NO_THOUSANDS = /^(?:%|(?:h|hours?|tim|timm(?:e|ar)|min|minutes?|minut(?:er)?) ?(?:\/|per|a) ?(?:week|vecka))$/i;
const SPACES = /[\u00a0\u2007\u2009\u200a\u202f\t]/g;
const DASHES = /[\u2212\u2013\u2014]/g;

/** Nothing where it is no plain number: a distribution, a range, a word, a change ("+10 %"), or to be read in two ways. */
export function quantity(text: string): Quantity | undefined {
  const found = NUMBER.exec(text.replace(SPACES, ' ').replace(DASHES, '-'));
  if (!found) return undefined;
  const digits = found[1] ?? '';
  const number = Number(digits.replace(/ /g, '').replace(',', '.'));
  const unit = found[2] ?? '';
  // Bare numbers, such as FTE, have no thousands after a point.
  const decimals = NO_THOUSANDS.test(unit) || (unit === '' && digits.includes('.'));
  if (TWO_WAYS.test(digits) && !decimals) return undefined;
  return Number.isFinite(number) && !/^[\d.,(+-]/.test(unit) ? { number, unit } : undefined;
}

/** As many digits as matter, without the errors of binary fractions. */
export function tidied(number: number): number {
  return Number(number.toPrecision(10));
}

/** With a zero more where three decimals could be read as thousands. */
function unambiguous(digits: string): string {
  return TWO_WAYS.test(digits) ? `${digits}0` : digits;
}

/** In a scenario: a decimal point; thousands set apart in money, and where they were before. */
export function writtenQuantity({ number, unit }: Quantity, before = ''): string {
  const [whole = '0', decimals] = String(tidied(number)).split('.');
  const apart = /^(?:SEK|kr)/i.test(unit) || /\d \d{3}/.test(before);
  const grouped = apart ? whole.replace(/\B(?=(?:\d{3})+$)/g, ' ') : whole;
  const digits = decimals === undefined ? grouped : unambiguous(`${grouped}.${decimals}`);
  return unit === '' || unit.startsWith('/') ? digits + unit : `${digits} ${unit}`;
}

/** A number as typed: decimal comma or point, spaces (commas where the language has them) between thousands. Three digits
 * after the sign that is not the language's own decimal sign could be thousands: such a text is none. */
export function typed(words: Words, text: string): number | undefined {
  const commas = new Intl.NumberFormat(words.locale).format(12_345).includes(',');
  if (!commas && /^\s*[+-]?[1-9]\d{0,2}\.\d{3}\s*$/.test(text)) return undefined;
  const grouped = commas && /^\s*[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*$/.test(text);
  const decimal = commas ? text : text.replace(',', '.');
  const found = quantity(grouped ? text.replace(/,/g, '') : decimal);
  return found && found.unit === '' ? found.number : undefined;
}

/** For a box for numbers: in the reader's language, thousands set apart by spaces so that no comma is misread. */
export function readNumber(words: Words, number: number): string {
  return new Intl.NumberFormat(words.locale, { maximumFractionDigits: 6 })
    .formatToParts(number)
    .map(({ type, value }) => (type === 'group' ? '\u00a0' : value))
    .join('');
}

/** "1.3/week..1.9/week", also where only the second has the unit; in the unit of the value. */
export function rangeOf(text: string | undefined, unit: string): [number, number] | undefined {
  const [low, high] = (text ?? '').split('..').map((part) => quantity(part));
  if (!low || !high || high.unit !== unit || (low.unit !== '' && low.unit !== unit)) return undefined;
  return low.number < high.number ? [low.number, high.number] : undefined;
}
