// SPDX-License-Identifier: MIT
import type { Label, Named } from '../data/report';
import { Formatter, type Message, type Parameters, type Piece } from './message';
// The build compiles them, and leaves out what the page does not use.
import en from '../../../language/en.json';
import sv from '../../../language/sv.json';

export type Language = 'sv' | 'en';
export type Key = keyof typeof en;
export type { Parameters };

const CATALOGUES: Record<Language, Record<Key, Message>> = { sv, en };
const LOCALES: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

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
    this.catalogue = CATALOGUES[lang];
    this.locale = LOCALES[lang];
  }

  /** Whether the catalogue has a text of this id, which a name was built into. */
  knows(id: string): id is Key {
    return Object.hasOwn(this.catalogue, id);
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

  /** The label in this language, else in the other, else the name. */
  called(thing: Named | undefined, name = ''): string {
    if (!thing) return name;
    return this.label(thing.label, thing.name);
  }
  label(label: Label, name: string): string {
    return label[this.lang] || label.en || label.sv || name;
  }
}
