// SPDX-License-Identifier: MIT
import type { Language } from './language';

/** The report's, if it names one; else the first of the reader's that there is. */
export function firstLanguage(named: string | undefined, readers: readonly string[]): Language {
  for (const language of named ? [named] : readers) {
    if (language.startsWith('sv')) return 'sv';
    if (language.startsWith('en')) return 'en';
  }
  return 'en';
}
