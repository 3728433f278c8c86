// SPDX-License-Identifier: MIT
import { LANGUAGES, type Language } from './language';

/** The language with this code, if there is one. */
export function languageOf(code: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === code);
}

/** The report's, if it names one; else the first of the reader's that there is. */
export function firstLanguage(named: string | undefined, readers: readonly string[]): Language {
  for (const reader of named ? [named] : readers) {
    const language = LANGUAGES.find((code) => reader.startsWith(code));
    if (language) return language;
  }
  return 'en';
}
