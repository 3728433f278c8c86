// SPDX-License-Identifier: MIT
import type { Label, Named } from '../data/report';
import { Formatter, type Message, type Parameters, type Piece } from './message';
import catalogues from './catalogues';

/** The code of a language that has a catalogue. */
export type Language = string;
export type Key = keyof (typeof catalogues)[Language];
export type { Parameters };

export const LANGUAGES: readonly Language[] = Object.keys(catalogues);

/** A text with its parameters, not yet in any language. */
export interface Phrase {
  key: Key;
  parameters: Parameters;
}

export function phrase(key: Key, parameters: Parameters = {}): Phrase {
  return { key, parameters };
}

/** The words of one language. */
export class Words {
  readonly locale: string;
  private readonly catalogue: Record<Key, Message>;
  private readonly formatters = new Map<Key, Formatter>();

  constructor(readonly lang: Language) {
    const catalogue = catalogues[lang];
    if (!catalogue) throw new Error(`no texts in ${lang}`);
    this.catalogue = catalogue;
    this.locale = this.t('page.locale');
  }

  /** Whether the catalogue has a text of this id, which a name was built into. */
  knows(id: string): id is Key {
    return Object.hasOwn(this.catalogue, id);
  }

  /** Whether the catalogue has a text of this id without fields. */
  takesNoFields(id: string): id is Key {
    return this.knows(id) && typeof this.catalogue[id] === 'string';
  }

  t(key: Key, parameters: Parameters = {}): string {
    const message = this.catalogue[key];
    return typeof message === 'string' ? message : this.formatter(key, message).text(parameters);
  }

  pieces({ key, parameters }: Phrase): Piece[] {
    const message = this.catalogue[key];
    return typeof message === 'string' ? [message] : this.formatter(key, message).pieces(parameters);
  }

  private formatter(key: Key, message: Exclude<Message, string>): Formatter {
    const formatter = this.formatters.get(key) ?? new Formatter(message, this.locale);
    this.formatters.set(key, formatter);
    return formatter;
  }

  /** What a language is called in this one. */
  language(code: Language): string {
    return new Intl.DisplayNames(this.locale, { type: 'language' }).of(code) ?? code;
  }

  /** The label in this language, else in English, else in any, else the name. */
  called(thing: Named | undefined, name = ''): string {
    if (!thing) return name;
    return this.label(thing.label, thing.name);
  }
  label(label: Label, name: string): string {
    return label[this.lang] || label.en || Object.values(label).find((text) => text !== '') || name;
  }
}
