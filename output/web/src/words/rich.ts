// SPDX-License-Identifier: MIT
import { h } from '../page/dom';
import type { Phrase, Words } from '../language/language';

/** A phrase with its parameters set strong. */
export function rich(words: Words, phrase: Phrase): Node[] {
  return words
    .pieces(phrase)
    .map((piece) => (typeof piece === 'string' ? document.createTextNode(piece) : h('strong', {}, piece.parameter)));
}
