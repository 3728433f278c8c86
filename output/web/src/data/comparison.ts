// SPDX-License-Identifier: MIT
// What `compare` writes: the object of its JSON, and under `viewer` what only people need.
import type { Interval, Label, Value } from './report';

export interface ComparedColumn {
  measure: string;
  unit: string;
  meaning: string;
  /** null: neither is better. */
  more_is_better: boolean | null;
  /** Pairs of rows that have a rank, and the number of distinguishable ones. */
  pairs: number;
  told_apart: number;
  tied: Value;
  /** False: shares of all tenants ever of rows whose tenants have had unequal time. No row has a rank. */
  comparable: boolean;
}

export interface ComparedValue extends Interval {
  /** Where 95 % of realisations lie. */
  prediction_low: Value;
  prediction_high: Value;
  rank: number | null;
  rank_shared: boolean;
  rank_probability: Value;
  /** Of counts and costs, which are given by size as well. */
  per_apartment?: Value;
}

/** A team's own figure, and the decomposition of its difference from the others. */
export interface Own {
  definition: string | null;
  observed: { value: Value; low: Value; high: Value; of: number | null };
  simulated: Interval;
  common: Interval;
  by_definition: Interval;
  by_rest: Interval;
  /** The rest where it is the work. */
  by_work: Interval;
}

/** Questions that organisations answer in their own words, in the order in which they are shown. */
export const ANSWERS = [
  'apartments',
  'empty_because',
  'employees',
  'caseload',
  'title',
  'education',
  'only_housing_first',
  'other_work',
  'coordinator_supports_tenants',
  'first_tenant',
  'measures_retention',
  'retention',
  'after_hours',
  'comment',
] as const;

export interface Assumed {
  path: string;
  value: string;
  assumption: string;
}

/** What was observed of a row itself, beside what is simulated. */
export interface ComparedObservation {
  measure: string;
  group: string | null;
  from: string;
  to: string;
  unit: string;
  observed: Value;
  source: string;
  assumption: string;
  simulated: Value;
  prediction_low: Value;
  prediction_high: Value;
  /** null: it cannot be told. */
  fits: boolean | null;
}

export interface ComparedRow {
  scenario: string;
  file: string;
  alternative: string;
  name: string;
  /** Not in the data of runs before it was kept. */
  label?: Label;
  /** At the end of the period. */
  apartments: number;
  fte: number;
  /** Over the period. */
  mean_apartments: number;
  mean_fte: number;
  inhabitants: number | null;
  landlords: number | null;
  tenants: number | null;
  /** Years that the apartments have been there, on average. */
  exposure_years: number;
  /** Whether the rates of its moves were fitted in its own file, with those of others, or not at all. */
  rates: 'own' | 'shared' | 'assumed';
  answers: Partial<Record<(typeof ANSWERS)[number], Label>>;
  assumed: Assumed[];
  measures: Record<string, ComparedValue>;
  observations: ComparedObservation[];
  own: Own | null;
}

export interface Comparison {
  trapphus: number;
  kind: 'comparison';
  seed: number;
  replications: number;
  /** The definition that all are compared on, without "retention.". */
  definition: string | null;
  equal_exposure: boolean;
  unfinished: string[];
  columns: ComparedColumn[];
  rows: ComparedRow[];
  viewer: {
    version: number;
    program: string;
    /** By measure. */
    labels: Record<string, Label>;
    /** The scenarios of Comparison.unfinished; not in the data of runs before it was kept. */
    unfinished?: Label[];
    /** The measures that are shares of counted tenants. */
    counted: string[];
  };
}
