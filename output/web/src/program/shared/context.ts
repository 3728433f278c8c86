// SPDX-License-Identifier: MIT
// What every page of the program gets.
import type { Program } from '../../data/server';
import type { mountWorkspace } from '../../edit/workspace';
import type { Words } from '../../language/language';
import type { Choices } from '../../report/sections_view';
import { hashOf, type Route } from './address';
import type { Api, Sleep } from './api';

export interface Context {
  readonly api: Api;
  readonly sleep: Sleep;
  readonly program: Program;
  readonly words: Words;
  readonly route: Route;
  /** To another page; "back" comes back to this one. */
  go(route: Omit<Route, 'lang'>): void;
  /** The same page, of something else: "back" does not stop here. */
  stay(change: Partial<Route>): void;
  readonly choices: Choices;
  readonly edit: typeof mountWorkspace;
  /** Read out to those who do not see the page. */
  announce(text: string): void;
}

/** A page of the program. What it started, it stops when it is left. */
export interface ProgramPage {
  readonly element: HTMLElement;
  title(): string;
  /** Another language: all texts are rebuilt. */
  speak(): void;
  /** The address was changed, but not the page. */
  follow?(): void;
  /** The reader of a report on it has chosen something. */
  chosen?(): void;
  leave(): void;
}

export function link({ words }: Pick<Context, 'words'>, route: Omit<Route, 'lang'>): string {
  return hashOf({ ...route, lang: words.lang });
}
