// SPDX-License-Identifier: MIT
// Labels of a scenario's groups, stages etc., from its tree.
import type { TreeNode } from '../../data/server';
import type { Words } from '../../language/language';
import { child, find, isText, keysOf, plain, textOf, type Steps } from '../text/tree';

/** A name without a label, made readable. */
export function readable(name: string): string {
  const text = name.replace(/_/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label: a text, or one in each language. */
export function labelText(words: Words, node: TreeNode | undefined): string {
  const label = plain(node);
  if (isText(label)) return label.text;
  const texts = [words.lang, 'en', ...keysOf(label)].map((code) => textOf(label, code));
  return texts.find((text) => text !== '') ?? '';
}

export function thingLabel(words: Words, tree: TreeNode | undefined, steps: Steps): string {
  const name = String(steps[steps.length - 1] ?? '');
  return labelText(words, child(find(tree, steps), 'label')) || readable(name);
}

const SECTIONS = ['groups', 'stages', 'services', 'staff', 'boards', 'costs', 'grants', 'ceilings', 'alternatives'];

/** A name that stands anywhere: of a stage, a group, a team, an alternative. */
export function nameLabel(words: Words, tree: TreeNode | undefined, name: string): string {
  const section = SECTIONS.find((one) => find(tree, [one, name]) !== undefined);
  return section ? thingLabel(words, tree, [section, name]) : readable(name);
}
