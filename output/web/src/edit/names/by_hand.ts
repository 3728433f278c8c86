// SPDX-License-Identifier: MIT
// A value that is changed by hand: its source no longer holds, and it says what it was.
import type { Words } from '../../language/language';
import { putBack, setByHand, setValue, type Draft } from '../text/change';
import { quantity } from '../text/quantity';
import { annotation, annotationAround, find, isText, pathOf, plain, type Steps } from '../text/tree';
import { atPath } from '../text/tree_diff';

/** The scenario as it was opened. */
export interface Opened {
  original: string;
  originalTree: Draft['tree'];
}

/** Only numbers carry what they were: a choice or a name needs no source. */
export function changedByHand(draft: Draft, steps: Steps, value: string, opened: Opened, words: Words): string {
  const { tree } = draft;
  const node = find(tree, steps);
  const now = plain(node);
  const first = atPath(opened.originalTree, pathOf(tree, steps));
  if (!isText(now) || !first || !quantity(value) || !quantity(now.text)) return setValue(draft, steps, value);
  if (value === first.text) return putBack(draft, steps, { text: opened.original, tree: opened.originalTree }, first.steps);
  const source = annotationAround(opened.originalTree, first.steps, 'source');
  // What was changed in an earlier session keeps what it was then.
  const was = annotation(find(opened.originalTree, first.steps), 'was') ?? first.text;
  const why = words.t('edit.form.assumed', { source: source ?? '' });
  return setByHand(draft, steps, value, was, source, why);
}
