// SPDX-License-Identifier: MIT
// Units in words: those of measures, and those that a scenario writes.
import type { Words } from '../language/language';

/** "%/week" is "percent_per_week", "per year" and "/year" are "per_year". */
export function idOf(unit: string): string {
  const spoken = unit.toLowerCase().replace('%', 'percent').replace('/', ' per ');
  return `unit.${spoken.trim().replace(/\W+/g, '_')}`;
}

/** A scenario may write "1 week": in words it is "weeks" all the same. A unit without words is shown as it is. */
export function unitName({ words }: { readonly words: Words }, unit: string): string {
  const id = [idOf(unit), `${idOf(unit)}s`].find((one) => words.knows(one));
  return id ? words.t(id) : unit;
}
