// SPDX-License-Identifier: MIT
// What an observation rests on.
import type { Observation } from './report';

/** A value that is believed or aimed at, and not measured. */
export function isAssumed({ observed, assumption }: Pick<Observation, 'observed' | 'assumption'>): boolean {
  return observed !== null && !!assumption;
}
