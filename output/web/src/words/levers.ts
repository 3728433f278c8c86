// SPDX-License-Identifier: MIT
// A small change of a scenario, in words.
import { leverOf } from '../data/bottleneck';
import { plain } from '../language/format';
import { thingName, type Namer } from './names';

/** "+0.5 full-time equivalents: Housing counsellors". */
export function leverText(namer: Namer, { path, step }: { path: string; step: number }): string {
  const { kind, thing } = leverOf(path);
  const share = kind === 'budget' || kind === 'market';
  return namer.words.t(`bottleneck.lever.${kind}`, {
    n: plain(namer.words, share ? step * 100 : step),
    what: thing ? thingName(namer, thing) : '',
  });
}
