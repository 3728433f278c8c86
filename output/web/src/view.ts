// SPDX-License-Identifier: MIT
import type { Model } from './data/model';
import type { Key, Words } from './language/language';
import type { State } from './state';

/** What every part of the page gets: the data, the words, what the reader has chosen, and how to choose anew. */
export interface View {
  readonly model: Model;
  readonly words: Words;
  readonly state: State;
  choose(change: Partial<State>): void;
}

/** A part of the page, from top to bottom. It is left out where there is nothing to show. */
export interface Section {
  readonly id: string;
  readonly heading: Key;
  /** What it depends on beside the language: only then it is made anew. */
  readonly depends: readonly (keyof State)[];
  present(model: Model): boolean;
  build(view: View): Node[];
}
