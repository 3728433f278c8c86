// SPDX-License-Identifier: MIT
import type { Label, Named } from '../data/report';
// The build leaves out what the page does not use.
import en from '../../../language/en.json';
import sv from '../../../language/sv.json';

export type Language = 'sv' | 'en';
export type Key = keyof typeof en;
export type Parameters = Record<string, string | number>;

export const CATALOGUES: Record<Language, Record<Key, string>> = { sv, en };
const LOCALES: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** A text with its parameters, not yet in any language. */
export interface Phrase {
  key: Key;
  parameters: Parameters;
}

export function phrase(key: Key, parameters: Parameters = {}): Phrase {
  return { key, parameters };
}

/** Splits "a {b} c" into "a ", {b}, " c". */
export function pieces(text: string): (string | { parameter: string })[] {
  return text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{\w+\}$/.test(piece) ? { parameter: piece.slice(1, -1) } : piece));
}

/** The words of one language. */
export class Words {
  readonly locale: string;
  private readonly catalogue: Record<Key, string>;

  constructor(readonly lang: Language) {
    this.catalogue = CATALOGUES[lang];
    this.locale = LOCALES[lang];
  }

  text(key: Key): string {
    return this.catalogue[key];
  }

  t(key: Key, parameters: Parameters = {}): string {
    return pieces(this.catalogue[key])
      .map((piece) => (typeof piece === 'string' ? piece : String(parameters[piece.parameter] ?? '')))
      .join('');
  }

  /** The label in this language, else in the other, else the name. */
  called(thing: Named | undefined, name = ''): string {
    if (!thing) return name;
    return this.label(thing.label, thing.name);
  }
  label(label: Label, name: string): string {
    return label[this.lang] || label.en || label.sv || name;
  }
}
