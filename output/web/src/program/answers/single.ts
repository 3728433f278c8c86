// SPDX-License-Identifier: MIT
// A subject without choices of its own but the language.
import { firstLanguage, languageOf } from '../../language/choice';
import type { Language, Words } from '../../language/language';
import type { SectionOf, Subject } from '../../sections/view';

export interface Spoken {
  lang: Language;
}

export function singleSubject<M>(
  model: M,
  sections: SectionOf<M, Spoken>[],
  subtitle: (words: Words) => string,
): Subject<M, Spoken> {
  return {
    model,
    sections,
    program: '',
    title: subtitle,
    subtitle,
    fromHash: (hash) => {
      const lang = new URLSearchParams(hash.replace(/^#/, '')).get('lang');
      return { lang: languageOf(lang) ?? firstLanguage(undefined, navigator.languages) };
    },
    toHash: ({ lang }) => `#lang=${lang}`,
  };
}
