// SPDX-License-Identifier: MIT
// Three teams side by side, made by hand: two with tenants, one that is planned.
import { ComparisonModel } from 'viewer/data/comparison_model';
import type { ComparedRow, ComparedValue, Comparison, Own } from 'viewer/data/comparison';

function share(mean: number, low: number, high: number, rank: number): ComparedValue {
  const value = { mean, low: mean - 0.01, high: mean + 0.01, prediction_low: low, prediction_high: high };
  return { ...value, rank, rank_shared: rank > 1, rank_probability: 0.7 };
}

function cost(mean: number): ComparedValue {
  const value = { mean, low: mean - 1000, high: mean + 1000, prediction_low: mean, prediction_high: mean };
  return { ...value, rank: 1, rank_shared: false, rank_probability: 1, per_apartment: 1 };
}

function own(definition: string, value: number, by: number, work: number): Own {
  const around = (mean: number) => ({ mean, low: mean - 0.01, high: mean + 0.01 });
  return {
    definition,
    observed: { value, low: value - 0.1, high: value + 0.05, of: 50 },
    simulated: around(0.85 + by),
    common: around(0.85),
    by_definition: around(by),
    by_rest: around(work),
    by_work: around(work),
  };
}

function row(name: string, more: Partial<ComparedRow>): ComparedRow {
  const places = { scenario: name, name, label: { sv: name, en: name }, file: `survey/${name}.yaml`, alternative: 'scenario' };
  const size = { apartments: 4, fte: 2, mean_apartments: 4, mean_fte: 2 };
  const unknown = { inhabitants: null, landlords: null, tenants: null, exposure_years: 5, answers: {} };
  const rates = 'own' as const;
  return { ...places, ...size, ...unknown, rates, assumed: [], measures: {}, observations: [], own: null, ...more };
}

export function sampleComparison(): Comparison {
  const column = { meaning: '', more_is_better: true, pairs: 1, told_apart: 0, tied: 0.4, comparable: true };
  return {
    trapphus: 1,
    kind: 'comparison',
    seed: 7,
    replications: 200,
    definition: 'not_evicted',
    equal_exposure: true,
    unfinished: [],
    columns: [
      { ...column, measure: 'retention.not_evicted', unit: 'share' },
      { ...column, measure: 'cost.total', unit: 'SEK/month', more_is_better: false },
    ],
    rows: [
      row('Malmö', {
        apartments: 50,
        mean_apartments: 40,
        fte: 8,
        mean_fte: 8,
        inhabitants: 340_000,
        measures: { 'retention.not_evicted': share(0.85, 0.76, 0.94, 2), 'cost.total': cost(400_000) },
        own: own('not_given_notice', 0.84, -0.05, -0.04),
      }),
      row('Lund', {
        assumed: [{ path: 'staff.team.caseload', value: '3', assumption: 'visits are shared' }],
        measures: { 'retention.not_evicted': share(0.95, 0.5, 1, 1), 'cost.total': cost(80_000) },
        own: own('not_evicted', 1, 0, 0.05),
      }),
      row('Karlskrona', { apartments: 0, mean_apartments: 0 }),
    ],
    viewer: {
      version: 1,
      program: '0.1.0',
      labels: {
        'turnover.training': { sv: 'Omsättning: Träningslägenhet', en: 'Turnover: Training apartment' },
      },
      unfinished: [],
      counted: ['retention.not_evicted'],
    },
  };
}

export function sampleComparisonModel(change: (comparison: Comparison) => void = () => {}): ComparisonModel {
  const comparison = sampleComparison();
  change(comparison);
  return new ComparisonModel(comparison);
}
