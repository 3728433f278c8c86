// SPDX-License-Identifier: MIT
// What theory says of the narrowest places, in words.
import type { Narrow } from '../data/report';
import { plain } from '../language/format';
import type { Key } from '../language/language';
import { thingName, type Speaker } from './names';

const KINDS: Record<Narrow['kind'], Key> = {
  units: 'limits.units',
  support: 'limits.support',
  allotments: 'limits.allotments',
  service: 'limits.service',
  alone: 'limits.alone',
};

export function narrowText(speaker: Speaker, { kind, name, other, amount }: Narrow): string {
  return speaker.words.t(KINDS[kind], {
    thing: thingName(speaker, name),
    other: other ? thingName(speaker, other) : '',
    n: plain(speaker.words, amount),
  });
}
