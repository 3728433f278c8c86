// SPDX-License-Identifier: MIT
// What output/json/report_data.cpp writes: the object of results.json, and under `viewer` what only people need.
import type { Bottleneck } from './bottleneck';
import type { EventKind, MoveKind, NarrowKind, SavingKind, StageKind } from './enumerations';

/** null: the number does not exist. */
export type Value = number | null;

/** By the code of a language; empty where there is none in it. */
export type Label = Readonly<Record<string, string>>;

export interface Named {
  name: string;
  label: Label;
}

/** Mean over replications with the 95 % confidence interval of the mean. */
export interface Interval {
  mean: Value;
  low: Value;
  high: Value;
}

/** Its unit stands under `viewer.measures`. */
export type Estimate = Interval;

/** `values[i]` belongs to the i-th month or year from `from` (a month, "2011-09"). */
export interface Series {
  from: string;
  values: Value[];
  /** Between these lie 90 % of the replications. */
  p5?: Value[];
  p95?: Value[];
}

export interface MeasureSet {
  measures: Record<string, Estimate>;
  monthly: Record<string, Series>;
  yearly: Record<string, Series>;
}

/** Household-days a year lost by a group in a stage (null: outside) for one cause. */
export interface LostRow extends Partial<Interval> {
  stage: string | null;
  group: string;
  cause: string;
  days: Value;
}

/** Households of these stages wait for each other's units, in so many of the simulations. */
export interface CircularWait {
  stages: string[];
  replications: number;
  earliest: string;
}

export interface Alternative extends MeasureSet {
  label: Label;
  groups: Record<string, MeasureSet>;
  lost?: LostRow[];
  circular_waits?: CircularWait[];
}

export interface Observation {
  measure: string;
  group: string | null;
  from: string;
  /** The last day. */
  to: string;
  alternative: string;
  /** null: not measured, a forecast. */
  observed: Value;
  simulated: Value;
  /** 95 % prediction interval of one realisation. */
  low: Value;
  high: Value;
  source: string;
  /** Why it is believed, where it was not measured. */
  assumption?: string | null;
}

export interface Check {
  kernel: string;
  version: string;
  events: number;
  /** null: not checked. */
  equal: boolean | null;
  whole: boolean;
  until: string | null;
  /** Why it stopped before the end: at its limit of events, or of what SimGrid keeps waiting at once. */
  limit?: 'events' | 'actors' | null;
  difference: string | null;
}

export interface Case {
  label: Label;
  differences: Record<string, Record<string, Estimate>>;
}

export interface Payback {
  by: string;
  probability: Value;
  low: Value;
  high: Value;
  median: string | null;
  p5: string | null;
  p95: string | null;
}

export interface Change {
  field: string;
  thing: string;
  other: string;
  group: string;
  before: Value;
  after: Value;
  unit: string;
}

export interface DatedChanges {
  on: string;
  changes: Change[];
}

export interface Stage extends Named {
  kind: StageKind;
  acute: boolean;
  home: boolean;
  first_hand: boolean;
  line: string;
  units?: number;
  forms: Named[];
}

export interface Move {
  from: string;
  to: string;
  kind: MoveKind;
  because: string;
  takeover: boolean;
}

export interface Staircase {
  groups: (Named & { enters: number[] })[];
  attributes: string[];
  stages: Stage[];
  services: Named[];
  teams: Named[];
  moves: Move[];
  boards: Named[];
  costs: (Named & { line: string })[];
  grants: Named[];
  ceilings: Named[];
  /** By the number that a `waits` event carries. */
  causes: string[];
}

export interface Account {
  line: string;
  stage: string;
  group: string;
  from: string;
  values: Value[];
}

export interface Input {
  path: string;
  value: string;
  source?: string;
  assumption?: string;
  low?: string;
  high?: string;
  file?: string;
  line: number;
  /** The value before it was changed by hand; empty: there was none. */
  was?: string;
}

/** [day, kind, subject]: what happened on which day of the period. */
export type StoryEvent = [number, EventKind] | [number, EventKind, number];

export interface Story {
  group: string;
  number: number;
  children: number;
  events: Record<string, StoryEvent[]>;
}

/** One of the places that let fewest households through, by theory. */
export interface Narrow {
  kind: NarrowKind;
  /** A stage or a service. */
  name: string;
  /** The service's team, or the stage that one leaves for alone. */
  other: string;
  /** Units, units allotted a year, or FTE. */
  amount: Value;
}

/** Analytical limits of an alternative from a date on, without simulation. */
export interface Limit {
  from: string;
  /** Per year, without waiting for units or staff. */
  homes: Value;
  /** A year, however many come; null: no limit. */
  greatest: Value;
  narrow: Narrow[];
}

export interface Viewer {
  version: number;
  program: string;
  /** The language to begin with; absent: the reader's. */
  language?: string;
  staircase: Staircase;
  timeline: Record<string, DatedChanges[]>;
  contrasts: Record<string, Change[]>;
  measures: Record<string, { unit: string; meaning: string }>;
  headline: string[];
  /** By alternative, of the end of the period. */
  limits: Record<string, Limit>;
  ledger: Record<string, Account[]>;
  inputs: Input[];
  /** Documents by the short names that inputs and observations refer to. */
  sources: Record<string, string>;
  /** Each: [group, children, day, stage, day, stage...]; stage -1: gone. Only every `every`-th household is there. */
  paths: { every: number; alternatives: Record<string, number[][]> };
  stories: Story[];
  /** Key figures by alternative and measure, one value a replication: of answers in the program. */
  replications?: Record<string, Record<string, Value[]>>;
  /** What is probably not meant in the scenario, and where. */
  warnings?: { path: string; text: Label }[];
  /** What gives most for the money, where it was looked for. */
  bottleneck?: Bottleneck | null;
}

/** What a part of an alternative contributes: `whole` minus the alternative without the part. */
export interface Contribution {
  whole: string;
  measures: Record<string, Estimate>;
}

export interface Report {
  trapphus: number;
  scenario: { name: string; label: Label; file: string; sha256: string };
  /** `to` is the first day after the period. */
  period: { from: string; to: string };
  seed: number;
  replications: number;
  complete: boolean;
  events: number;
  check: Check;
  alternatives: Record<string, Alternative>;
  differences: Record<string, Record<string, Estimate>>;
  differences_by_group: Record<string, Record<string, Record<string, Estimate>>>;
  /** By the alternative that is without the part. */
  contributions?: Record<string, Contribution>;
  /** null: there is no money, so nothing that could pay back. */
  payback?: Record<string, Record<SavingKind, Payback | null>>;
  cumulative_saving?: Record<string, Record<SavingKind, Series>>;
  observations: Observation[];
  cases: Record<string, Case>;
  viewer: Viewer;
}
