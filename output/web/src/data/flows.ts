// SPDX-License-Identifier: MIT
// The staircase as flows from left to right.
import type { Model } from './model';

export const ARRIVALS = 'arrivals:';
/** Before the name of a stage: households that come back to it, drawn as a node of its own on the right. */
export const BACK = 'back:';

export interface Flow {
  from: string;
  to: string;
  /** Where it is drawn to: `to`, or the node of those who come back. */
  target: string;
  /** In the year. */
  households: number;
}

type Pair = [string, string];

/** The moves that lead back to a stage passed before, found from where households enter; the rest has no circles. */
export function returning(pairs: Pair[], begins: string[]): Set<string> {
  const next = new Map<string, string[]>();
  for (const [from, to] of pairs) next.set(from, [...(next.get(from) ?? []), to]);
  const back = new Set<string>();
  const done = new Set<string>();
  const path = new Set<string>();
  const visit = (stage: string) => {
    if (done.has(stage)) return;
    path.add(stage);
    for (const to of next.get(stage) ?? []) {
      if (path.has(to)) back.add(`${stage}>${to}`);
      else visit(to);
    }
    path.delete(stage);
    done.add(stage);
  };
  for (const stage of [...begins, ...next.keys()]) visit(stage);
  return back;
}

function arrivals(model: Model, alternative: string, year: number): Flow[] {
  const sums = new Map<string, number>();
  for (const group of model.staircase.groups) {
    const came = model.inYear(model.yearly(alternative, 'arrivals', group.name), year) ?? 0;
    group.enters.forEach((share, i) => {
      const stage = model.staircase.stages[i]?.name;
      if (stage !== undefined && share * came > 0) sums.set(stage, (sums.get(stage) ?? 0) + share * came);
    });
  }
  return [...sums].map(([to, households]) => ({ from: ARRIVALS, to, target: to, households }));
}

/** Those of one calendar year, as far as it lies in the period; means over the replications. */
export function flows(model: Model, alternative: string, year: number): Flow[] {
  const order = new Map(model.staircase.stages.map((stage, i) => [stage.name, i]));
  const set = model.set(alternative);
  if (!set) return [];
  const pairs = Object.keys(set.yearly)
    .filter((name) => name.startsWith('moves.'))
    .map((name): Pair => [name.split('.')[1] ?? '', name.split('.')[2] ?? ''])
    .sort((a, b) => (order.get(a[1]) ?? 0) - (order.get(b[1]) ?? 0));
  const begins = model.staircase.groups.flatMap((group) =>
    group.enters.flatMap((share, i) => (share > 0 ? [model.staircase.stages[i]?.name ?? ''] : [])),
  );
  const back = returning(pairs, begins);
  const moves = pairs.map(([from, to]): Flow => {
    const households = model.inYear(set.yearly[`moves.${from}.${to}`], year) ?? 0;
    return { from, to, target: back.has(`${from}>${to}`) ? BACK + to : to, households };
  });
  return [...arrivals(model, alternative, year), ...moves].filter((flow) => flow.households > 0);
}
