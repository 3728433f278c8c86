// SPDX-License-Identifier: MIT
// Numbers with their unit, as people write them in a scenario and as they read them on the page.
import type { Words } from '../../language/language';

export interface Quantity {
  number: number;
  /** "SEK/month", "%", "/week", "h/week", or nothing. */
  unit: string;
}

const NUMBER = /^\s*([+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?|[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/;
const SPACES = /[\u00a0\u2007\u2009\u200a\u202f\t]/g;
const DASHES = /[\u2212\u2013\u2014]/g;

/** Nothing where it is no plain number: a distribution, a range, a word. */
export function quantity(text: string): Quantity | undefined {
  const found = NUMBER.exec(text.replace(SPACES, ' ').replace(DASHES, '-'));
  if (!found) return undefined;
  const number = Number((found[1] ?? '').replace(/ /g, '').replace(',', '.'));
  const unit = found[2] ?? '';
  return Number.isFinite(number) && !/^[\d.,(+-]/.test(unit) ? { number, unit } : undefined;
}

/** As many digits as matter, without the errors of binary fractions. */
export function tidied(number: number): number {
  return Number(number.toPrecision(10));
}

/** In a scenario: a decimal point; thousands set apart in money, and where they were before. */
export function writtenQuantity({ number, unit }: Quantity, before = ''): string {
  const [whole = '0', decimals] = String(tidied(number)).split('.');
  const apart = /^(?:SEK|kr)/i.test(unit) || /\d \d{3}/.test(before);
  const grouped = apart ? whole.replace(/\B(?=(?:\d{3})+$)/g, ' ') : whole;
  // Three decimals could be thousands as well.
  const clear = decimals?.length === 3 && whole !== '0' && whole !== '-0' ? `${decimals}0` : decimals;
  const digits = clear === undefined ? grouped : `${grouped}.${clear}`;
  return unit === '' || unit.startsWith('/') ? digits + unit : `${digits} ${unit}`;
}

/** A number as typed: decimal comma or point, spaces (commas where the language has them) between thousands. Three digits
 * after the sign that is not the language's own decimal sign could be thousands: such a text is none. */
export function typed(words: Words, text: string): number | undefined {
  const commas = new Intl.NumberFormat(words.locale).format(12_345).includes(',');
  if (!commas && /^\s*[+-]?[1-9]\d{0,2}\.\d{3}\s*$/.test(text)) return undefined;
  const grouped = commas && /^\s*[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*$/.test(text);
  const found = quantity(grouped ? text.replace(/,/g, '') : text);
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
