// SPDX-License-Identifier: MIT
// Two reports of one scenario, before and after a change of it.
import type { Model } from './model';
import type { Estimate, Interval } from './report';

/** same: not the least difference. unseen: a difference that chance may have made. */
export type Direction = 'same' | 'more' | 'less' | 'unseen';

export interface ChangedFigure {
  measure: string;
  before: Estimate;
  after: Estimate;
  direction: Direction;
}

const half = ({ low, high }: Interval) => (low === null || high === null ? 0 : (high - low) / 2);

/**
 * The two intervals as if they were of different clients. They are of the same, so that the real uncertainty of the
 * difference is smaller: no difference is claimed that does not exist.
 */
export function direction(before: Interval, after: Interval): Direction {
  const difference = (after.mean ?? 0) - (before.mean ?? 0);
  if (difference === 0) return 'same';
  if (Math.abs(difference) <= Math.hypot(half(before), half(after))) return 'unseen';
  return difference > 0 ? 'more' : 'less';
}

/** The key figures of an alternative that both have; not what there is nothing of in either. */
export function changedFigures(before: Model, after: Model, alternative: string): ChangedFigure[] {
  return after.report.viewer.headline.flatMap((measure) => {
    const [was, is] = [before.estimate(alternative, measure), after.estimate(alternative, measure)];
    if (!was || !is || (!was.mean && !is.mean)) return [];
    return [{ measure, before: was, after: is, direction: direction(was, is) }];
  });
}

export function anyChanged(before: Model, after: Model, alternative: string): boolean {
  return changedFigures(before, after, alternative).some((figure) => figure.direction !== 'same');
}
