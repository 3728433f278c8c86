// SPDX-License-Identifier: MIT
// What the program expects of the part in which a scenario is edited.
import type { Checked, Facts, Fields } from '../data/server';
import type { Words } from '../language/language';

export interface WorkspaceOptions {
  words: Words;
  scenario: { id: string; text: string; shipped: boolean };
  /** In the language of the words: where those change, these have changed before. */
  fields: Fields;
  check(text: string): Promise<Checked>;
  onChange(text: string, how: 'slider' | 'form' | 'text', valid: boolean): void;
  tab?: string;
  onTab(tab: string): void;
}

export interface Workspace {
  text(): string;
  /** As it was opened, or saved last. */
  original(): string;
  /** Can be undone. */
  setText(text: string): void;
  saved(id: string, text: string): void;
  facts(): Facts | undefined;
  setWords(words: Words): void;
  destroy(): void;
}

export type MountWorkspace = (root: HTMLElement, options: WorkspaceOptions) => Workspace;
