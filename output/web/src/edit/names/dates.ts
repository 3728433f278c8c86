// SPDX-License-Identifier: MIT
import { date as longDate, month } from '../../language/format';
import type { Words } from '../../language/language';

/** "May 2012", or the day where it is not the first of the month. */
export function dateWords(words: Words, text: string): string {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return text;
  return text.length === 7 || text.endsWith('-01') ? month(words, text.slice(0, 7)) : longDate(words, text);
}
