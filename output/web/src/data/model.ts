// SPDX-License-Identifier: MIT
import { monthNumber, yearOf } from './months';
import type { Account, Alternative, Estimate, MeasureSet, Named, Report, Series, Stage, Value } from './report';

export const ALL = 'all';

/** Questions to a report, without words and without a page. */
export class Model {
  readonly alternatives: string[];
  readonly base: string;

  constructor(readonly report: Report) {
    this.alternatives = Object.keys(report.alternatives);
    this.base = this.alternatives[0] ?? '';
  }

  /** Compared with the base by default: the alternative after it. */
  get preferred(): string {
    return this.alternatives[1] ?? this.base;
  }
  /** Those without the ones that only show what a part of another contributes. */
  get ordinary(): string[] {
    const parts = this.report.contributions ?? {};
    return this.alternatives.filter((name) => !(name in parts));
  }
  get staircase() {
    return this.report.viewer.staircase;
  }
  get groups(): Named[] {
    return this.staircase.groups;
  }
  /** Whether anything was simulated; an interrupted run may have nothing. */
  get hasResults(): boolean {
    return this.report.replications > 1 && Object.keys(this.measures(this.base)).length > 0;
  }

  alternative(name: string): Alternative | undefined {
    return this.report.alternatives[name];
  }
  set(alternative: string, group = ALL): MeasureSet | undefined {
    const found = this.alternative(alternative);
    return group === ALL ? found : found?.groups[group];
  }
  measures(alternative: string, group = ALL): Record<string, Estimate> {
    return this.set(alternative, group)?.measures ?? {};
  }
  estimate(alternative: string, measure: string, group = ALL): Estimate | undefined {
    return known(this.measures(alternative, group)[measure]);
  }
  /** This alternative minus the first. */
  difference(alternative: string, measure: string, group = ALL): Estimate | undefined {
    const all =
      group === ALL ? this.report.differences[alternative] : this.report.differences_by_group[alternative]?.[group];
    return known(all?.[measure]);
  }
  monthly(alternative: string, measure: string, group = ALL): Series | undefined {
    return this.set(alternative, group)?.monthly[measure];
  }
  yearly(alternative: string, measure: string, group = ALL): Series | undefined {
    return this.set(alternative, group)?.yearly[measure];
  }
  /** The names of the measures that begin so and have a value in any alternative. */
  family(prefix: string): string[] {
    return Object.keys(this.measures(this.base)).filter(
      (name) => name.startsWith(prefix) && this.alternatives.some((a) => this.estimate(a, name)),
    );
  }
  unit(measure: string): string {
    return this.report.viewer.measures[measure]?.unit ?? '';
  }
  stage(name: string): Stage | undefined {
    return this.staircase.stages.find((stage) => stage.name === name);
  }

  get months(): { first: number; count: number } {
    const first = monthNumber(this.report.period.from);
    const { to } = this.report.period;
    return { first, count: monthNumber(to) + (to.endsWith('-01') ? 0 : 1) - first };
  }
  get years(): number[] {
    const { first, count } = this.months;
    const begin = yearOf(first);
    return Array.from({ length: yearOf(first + count - 1) - begin + 1 }, (_, i) => begin + i);
  }
  inYear(series: Series | undefined, year: number): Value {
    if (!series) return null;
    return series.values[year - yearOf(monthNumber(series.from))] ?? null;
  }
  /** Months of the year that lie in the period. */
  monthsOf(year: number): number {
    const { first, count } = this.months;
    return Math.max(0, Math.min(first + count, year * 12 + 12) - Math.max(first, year * 12));
  }

  accounts(alternative: string): Account[] {
    return this.report.viewer.ledger[alternative] ?? [];
  }
  get costLines(): string[] {
    const prefix = 'cost.';
    return Object.keys(this.report.viewer.measures)
      .filter((name) => name.startsWith(prefix) && name !== 'cost.total')
      .map((name) => name.slice(prefix.length));
  }
  /** The cost lines that only acute stages are booked on. */
  get acuteLines(): string[] {
    const { stages } = this.staircase;
    const lines = new Set(stages.filter((stage) => stage.acute).map((stage) => stage.line));
    return [...lines].filter((line) => stages.every((stage) => stage.line !== line || stage.acute));
  }
  /** What acute housing costs, as a measure, where one line has it all. */
  get acuteCost(): string | undefined {
    const [line, ...more] = this.acuteLines;
    const stages = this.staircase.stages.filter((stage) => stage.acute);
    if (line === undefined || more.length > 0 || stages.some((stage) => stage.line !== line)) return undefined;
    const name = `cost.${line}`;
    return this.estimate(this.base, name) ? name : undefined;
  }
  /** SEK saved up to the end of each month, on average, on all cost lines; without grants. */
  meanCumulativeSaving(alternative: string): number[] {
    const base = this.costByMonth(this.base);
    const other = this.costByMonth(alternative);
    let sum = 0;
    return base.map((cost, month) => (sum += cost - (other[month] ?? 0)));
  }
  private costByMonth(alternative: string): number[] {
    const sums = new Array<number>(this.months.count).fill(0);
    for (const account of this.accounts(alternative)) {
      if (isGrant(account.line)) continue;
      const shift = monthNumber(account.from) - this.months.first;
      account.values.forEach((value, i) => {
        if (sums[i + shift] !== undefined) sums[i + shift]! += value ?? 0;
      });
    }
    return sums;
  }
}

export function isGrant(line: string): boolean {
  return line.startsWith('grant:');
}

function known(estimate: Estimate | undefined): Estimate | undefined {
  return estimate && estimate.mean !== null ? estimate : undefined;
}
