// SPDX-License-Identifier: MIT
// Two reports of one scenario, before and after a change of it. Both have the same random numbers: the k-th replication
// of one has the same households as the k-th of the other, so that the difference is taken pair by pair.
import type { Model } from './model';
import type { Estimate, Interval, Value } from './report';

/** same: not the least difference. unseen: a difference that chance may have made. unknown: not to be told yet. */
export type Direction = 'same' | 'more' | 'less' | 'unseen' | 'unknown';

export interface ChangedFigure {
  measure: string;
  before: Estimate;
  after: Estimate;
  /** After minus before, with its 95 % interval. */
  difference: Interval;
  direction: Direction;
}

const NOTHING: Interval = { mean: null, low: null, high: null };
const NO_DIFFERENCE: Interval = { mean: 0, low: 0, high: 0 };
const FEW = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706];

/** The 97.5 % quantile of Student's distribution, by Fisher's expansion about the normal one. */
export function student(freedom: number): number {
  const few = FEW[freedom - 1];
  if (few !== undefined) return few;
  const z = 1.959964;
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
}

/** Mean of independent values with its interval; nothing of fewer than two. */
export function meanOf(values: readonly number[]): Interval {
  const n = values.length;
  if (n < 2) return NOTHING;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  const half = student(n - 1) * Math.sqrt(variance / n);
  return { mean, low: mean - half, high: mean + half };
}

export function direction({ mean, low, high }: Interval): Direction {
  if (mean === null || low === null || high === null) return 'unknown';
  if (low === 0 && high === 0) return 'same';
  if (low <= 0 && high >= 0) return 'unseen';
  return mean > 0 ? 'more' : 'less';
}

function valuesOf({ report }: Model, alternative: string, measure: string): readonly Value[] {
  return report.viewer.replications?.[alternative]?.[measure] ?? [];
}

/** Of ratios and percentiles the value is not the mean of the replications. */
function isMean(values: readonly Value[], { mean }: Estimate): boolean {
  const numbers = values.filter((x): x is number => x !== null);
  const average = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  return mean !== null && Math.abs(average - mean) <= 1e-4 * Math.max(Math.abs(mean), Math.abs(average));
}

/** Whether it has an interval. A lower bound has none: of two of them no difference is known. */
function isKnown(estimate: Estimate): estimate is { mean: number; low: number; high: number } {
  return estimate.mean !== null && estimate.low !== null && estimate.high !== null;
}

/** As if of different households, which are the same: too wide, and so nothing is claimed that is not there. */
function apart(before: Estimate, after: Estimate): Interval {
  if (!isKnown(before) || !isKnown(after)) return NOTHING;
  const half = ({ low, high }: { low: number; high: number }) => (high - low) / 2;
  const [mean, width] = [after.mean - before.mean, Math.hypot(half(before), half(after))];
  return mean === 0 ? { mean, low: 0, high: 0 } : { mean, low: mean - width, high: mean + width };
}

/** So many replications that both have. */
export function common(before: Model, after: Model): number {
  return Math.min(before.report.replications, after.report.replications);
}

function figure(before: Model, after: Model, alternative: string, measure: string): ChangedFigure | undefined {
  const [was, is] = [before.estimate(alternative, measure), after.estimate(alternative, measure)];
  if (!was || !is || (!was.mean && !is.mean)) return undefined;
  const [old, now] = [valuesOf(before, alternative, measure), valuesOf(after, alternative, measure)];
  const n = Math.min(old.length, now.length);
  const paired = n >= 2 && isKnown(was) && isKnown(is) && isMean(old, was) && isMean(now, is) && before.report.seed === after.report.seed;
  const equal = before.report.replications === after.report.replications;
  if (!paired) {
    const untouched = n >= 2 && old.slice(0, n).every((x, i) => x === now[i]);
    const difference = untouched ? NO_DIFFERENCE : equal ? apart(was, is) : NOTHING;
    return { measure, before: was, after: is, difference, direction: direction(difference) };
  }
  const pairs = old.slice(0, n).flatMap((x, i) => {
    const y = now[i];
    return x === null || y === null || y === undefined ? [] : [[x, y] as const];
  });
  const difference = meanOf(pairs.map(([x, y]) => y - x));
  return {
    measure,
    before: equal ? was : meanOf(pairs.map(([x]) => x)),
    after: equal ? is : meanOf(pairs.map(([, y]) => y)),
    difference,
    direction: direction(difference),
  };
}

/** The key figures of an alternative that both have; not what there is nothing of in either. */
export function changedFigures(before: Model, after: Model, alternative: string): ChangedFigure[] {
  return after.report.viewer.headline.flatMap((measure) => figure(before, after, alternative, measure) ?? []);
}

export function anyChanged(before: Model, after: Model, alternative: string): boolean {
  return changedFigures(before, after, alternative).some((one) => one.direction !== 'same');
}
