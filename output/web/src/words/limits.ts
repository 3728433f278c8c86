// SPDX-License-Identifier: MIT
// The narrowest places of the analytical limits, in words.
import type { Narrow } from '../data/report';
import { plain } from '../language/format';
import { thingName, type Speaker } from './names';

export function narrowText(speaker: Speaker, { kind, name, other, amount }: Narrow): string {
  return speaker.words.t(`limits.${kind}`, {
    thing: thingName(speaker, name),
    other: other ? thingName(speaker, other) : '',
    n: plain(speaker.words, amount),
  });
}
