// SPDX-License-Identifier: MIT
// Where every household of one replication is, week by week.

export const GONE = -1;
const WEEK = 7;

export interface Household {
  group: number;
  /** Days and stages in order of time; GONE at the end where it is not followed any more. */
  days: number[];
  stages: number[];
}

/** From [group, children, day, stage, day, stage...]. */
export function households(paths: number[][]): Household[] {
  return paths.map((path) => {
    const days: number[] = [];
    const stages: number[] = [];
    for (let i = 2; i + 1 < path.length; i += 2) {
      days.push(path[i]!);
      stages.push(path[i + 1]!);
    }
    return { group: path[0] ?? 0, days, stages };
  });
}

/** The stage on a day; undefined before it comes. */
export function stageOn({ days, stages }: Household, day: number): number | undefined {
  let found: number | undefined;
  for (let i = 0; i < days.length && days[i]! <= day; ++i) found = stages[i];
  return found;
}

/** How many live in each stage at the end of each week, and how many have ever come to each. */
export function counts(all: Household[], stages: number, weeks: number): { living: number[][]; come: number[][] } {
  const zeros = () => new Array<number>(stages).fill(0);
  const living = Array.from({ length: weeks }, zeros);
  const come = Array.from({ length: weeks }, zeros);
  for (const household of all) {
    let next = 0;
    let stage: number | undefined;
    const seen = zeros();
    for (let week = 0; week < weeks; ++week) {
      while (next < household.days.length && household.days[next]! <= week * WEEK) {
        stage = household.stages[next++];
        if (stage !== undefined && stage >= 0) seen[stage]! += 1;
      }
      if (stage !== undefined && stage >= 0) living[week]![stage]! += 1;
      seen.forEach((times, i) => (come[week]![i]! += times));
    }
  }
  return { living, come };
}
