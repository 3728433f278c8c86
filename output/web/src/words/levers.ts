// SPDX-License-Identifier: MIT
// A small change of a scenario, in words.
import { leverOf, type LeverKind } from '../data/bottleneck';
import { plain } from '../language/format';
import type { Key } from '../language/language';
import { thingName, type Namer } from './names';

const KINDS: Record<LeverKind, Key> = {
  units: 'bottleneck.lever.units',
  staff: 'bottleneck.lever.staff',
  allotments: 'bottleneck.lever.allotments',
  budget: 'bottleneck.lever.budget',
  market: 'bottleneck.lever.market',
};

/** "+0.5 full-time equivalents: Housing counsellors". */
export function leverText(namer: Namer, { path, step }: { path: string; step: number }): string {
  const { kind, thing } = leverOf(path);
  const share = kind === 'budget' || kind === 'market';
  return namer.words.t(KINDS[kind], {
    n: plain(namer.words, share ? step * 100 : step),
    what: thing ? thingName(namer, thing) : '',
  });
}
