// SPDX-License-Identifier: MIT
import { h } from '../page/dom';
import { pieces, type Phrase, type Words } from '../language/language';

/** A phrase with its parameters set strong. */
export function rich(words: Words, { key, parameters }: Phrase): Node[] {
  return pieces(words.text(key)).map((piece) =>
    typeof piece === 'string'
      ? document.createTextNode(piece)
      : h('strong', {}, String(parameters[piece.parameter] ?? '')),
  );
}
