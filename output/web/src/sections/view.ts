// SPDX-License-Identifier: MIT
import type { Model } from '../data/model';
import type { Key, Language, Words } from '../language/language';
import type { State } from './state';

/** Context of every part of a page: data, texts, the reader's choices, and a function to change these. */
export interface ViewOf<M, S> {
  readonly model: M;
  readonly words: Words;
  readonly state: S;
  choose(change: Partial<S>): void;
}

/** A part of the page, from top to bottom. It is left out where there is nothing to show. */
export interface SectionOf<M, S> {
  readonly id: string;
  readonly heading: Key;
  /** The choices, beside the language, that require a rebuild. */
  readonly depends: readonly (keyof S)[];
  present(model: M): boolean;
  build(view: ViewOf<M, S>): Node[];
}

/** What a page is about, and how its address keeps what the reader has chosen. */
export interface Subject<M, S extends { lang: Language }> {
  readonly model: M;
  readonly sections: readonly SectionOf<M, S>[];
  readonly program: string;
  title(words: Words): string;
  subtitle(words: Words): string;
  fromHash(hash: string): S;
  toHash(state: S): string;
}

/** The report of one scenario. */
export type View = ViewOf<Model, State>;
export type Section = SectionOf<Model, State>;
