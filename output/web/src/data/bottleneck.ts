// SPDX-License-Identifier: MIT
// The result of `bottleneck`, as in its JSON (output/json/bottleneck.cpp), and queries on it.
import type { LeverKind } from './enumerations';
import type { Interval, Label, LostRow, Staircase } from './report';

/** One small change of a scenario, and what it does to the measure and to the cost of all. */
export interface LeverEffect {
  /** The field that it changes: "staff.project.fte"; of the housing market "moves.*.offers". */
  path: string;
  step: number;
  effect: Interval;
  /** SEK a month; below 0 it saves. */
  cost: Interval;
  /** SEK for one more (or less) of the measure. */
  price: Interval;
  /** The effect's interval excludes 0. */
  distinguishable: boolean;
  helps: boolean;
}

export interface Together {
  paths: [string, string];
  effect: Interval;
  cost: Interval;
  /** Beyond the sum of the two by themselves. */
  interaction: Interval;
}

export interface Bottleneck {
  scenario: { name: string; file: string; sha256: string };
  period: { from: string; to: string };
  alternative: string;
  seed: number;
  replications: number;
  complete: boolean;
  /** more_is_better: null where neither more nor less of it is better. */
  measure: { name: string; unit: string; more_is_better: boolean | null };
  as_it_is: { measure: Interval; cost: Interval };
  /** The best first. */
  changes: LeverEffect[];
  market: LeverEffect | null;
  together: Together | null;
  lost: LostRow[];
  /** Only where it stands by itself, and not in a report. */
  viewer?: { program?: string; staircase?: Staircase; label?: Label };
}

export interface Lever {
  kind: LeverKind;
  /** The stage, team or ceiling. */
  thing: string;
}

const FIELDS: Record<string, LeverKind> = { units: 'units', fte: 'staff', allotted: 'allotments', amount: 'budget' };

export function leverOf(path: string): Lever {
  const [, thing = '', field = ''] = path.split('.');
  const kind = FIELDS[field];
  return kind ? { kind, thing } : { kind: 'market', thing: '' };
}

/** Days lost by cause in all stages and groups together, the greatest first. */
export function lostByCause(lost: LostRow[]): { cause: string; days: number }[] {
  const sums = new Map<string, number>();
  for (const { cause, days } of lost) sums.set(cause, (sums.get(cause) ?? 0) + (days ?? 0));
  return [...sums].map(([cause, days]) => ({ cause, days })).sort((a, b) => b.days - a.days);
}

const ends = ({ low, high }: Interval) => [Math.abs(low ?? 0), Math.abs(high ?? 0)];

/** The next best, if the intervals leave open which of the two is better. */
export function rivalOf({ changes: [best, next] }: Bottleneck): LeverEffect | undefined {
  if (!best || !next?.helps) return undefined;
  const [bestCost, nextCost] = [best.cost.mean ?? 0, next.cost.mean ?? 0];
  if (bestCost <= 0 && nextCost <= 0)
    return Math.max(...ends(next.effect)) >= Math.min(...ends(best.effect)) ? next : undefined;
  if (bestCost > 0 && nextCost > 0) return (next.price.low ?? 0) > (best.price.high ?? Infinity) ? undefined : next;
  return (next.cost.low ?? 0) <= 0 ? next : undefined;
}

export type Interplay = 'more' | 'less' | 'same';

export function interplay({ measure }: Bottleneck, { interaction }: Together): Interplay {
  const sign = measure.more_is_better ? 1 : -1;
  const [low, high] = [(interaction.low ?? 0) * sign, (interaction.high ?? 0) * sign];
  if (low > 0 && high > 0) return 'more';
  return low < 0 && high < 0 ? 'less' : 'same';
}
