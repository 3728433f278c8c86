// SPDX-License-Identifier: MIT
// A small report for tests, and ways to change it.
import { Model } from 'viewer/data/model';
import type { Estimate, Report, Series } from 'viewer/data/report';

export function estimate(mean: number, low: number, high: number): Estimate {
  return { mean, low, high };
}

function series(from: string, ...values: number[]): Series {
  return { from, values, p5: values.map((x) => x - 2), p95: values.map((x) => x + 2) };
}

const UNITS: Record<string, string> = {
  'households.acute': 'households',
  'turnover.training': 'per unit and year',
  'cost.acute': 'SEK/month',
  'cost.staff': 'SEK/month',
  'cost.total': 'SEK/month',
  'blocked.pool:training': 'household-days/year',
  returns: 'share',
};

function measures(factor: number): Record<string, Estimate> {
  return {
    'households.acute': estimate(20 * factor, 19 * factor, 21 * factor),
    homes: estimate(50 * factor, 48 * factor, 52 * factor),
    first_hand: estimate(10 * factor, 9 * factor, 11 * factor),
    'turnover.training': estimate(0.4 * factor, 0.39 * factor, 0.41 * factor),
    'cost.acute': estimate(500_000 * factor, 490_000 * factor, 510_000 * factor),
    'cost.staff': estimate(100_000, 100_000, 100_000),
    'cost.total': estimate(600_000 * factor, 590_000 * factor, 610_000 * factor),
    'blocked.pool:training': estimate(900 * factor, 800 * factor, 1000 * factor),
    returns: { mean: null, low: null, high: null },
  };
}

function set(factor: number) {
  return {
    measures: measures(factor),
    monthly: { 'households.acute': series('2011-11', 24 * factor, 20 * factor, 16 * factor, 12 * factor) },
    yearly: {
      arrivals: series('2011-01', 8, 8),
      homes: series('2011-01', 5 * factor, 6 * factor),
      'moves.hotel.training': series('2011-01', 4, 4),
      'moves.hotel.own_home': series('2011-01', 5, 0),
      'moves.training.hotel': series('2011-01', 1, 1),
      'moves.training.own_home': series('2011-01', 2, 2),
    },
  };
}

function stage(name: string, kind: 'placement' | 'apartment' | 'exit', sv: string, en: string) {
  const acute = kind === 'placement';
  const home = kind === 'exit';
  return { name, label: { sv, en }, kind, acute, home, first_hand: home, line: acute ? 'acute' : 'rents', forms: [] };
}

/** Four months, November 2011 to February 2012; the project halves everything. */
export function sampleReport(): Report {
  const label = (sv: string, en: string) => ({ sv, en });
  const ledger = (acute: number, staff: number) => [
    { line: 'acute', stage: 'hotel', group: 'families', from: '2011-11', values: [acute, acute, acute, acute] },
    { line: 'grant:first', stage: '', group: '', from: '2011-11', values: [-10, -10, -10, -10] },
    { line: 'staff', stage: '', group: '', from: '2011-11', values: [staff, staff, staff, staff] },
  ];
  return {
    trapphus: 1,
    scenario: { name: 'A <b>small</b> district', label: { sv: '', en: '' }, file: 'sample.yaml', sha256: '0123' },
    period: { from: '2011-11-01', to: '2012-03-01' },
    seed: 7,
    replications: 40,
    complete: true,
    events: 1000,
    check: { kernel: 'simgrid', version: '3.32', events: 100, equal: true, whole: true, until: null, difference: null },
    alternatives: {
      zero: { label: label('Nollalternativ', 'Zero alternative'), ...set(1), groups: { families: set(1) } },
      project: { label: label('Projektet', 'The project'), ...set(0.5), groups: { families: set(0.5) } },
    },
    differences: {
      project: {
        'households.acute': estimate(-10, -11, -9),
        homes: estimate(18, 15, 21),
        first_hand: estimate(0.5, -1, 2),
        'cost.acute': estimate(-250_000, -260_000, -240_000),
        'cost.total': estimate(-300_000, -330_000, -270_000),
      },
    },
    differences_by_group: {},
    observations: [],
    cases: {},
    viewer: {
      version: 1,
      program: '0.1.0',
      staircase: {
        groups: [{ name: 'families', label: label('Barnfamiljer', 'Families'), enters: [1, 0, 0] }],
        attributes: ['debts'],
        stages: [
          stage('hotel', 'placement', 'Hotell', 'Hotel'),
          stage('training', 'apartment', 'Träningslägenhet', 'Training apartment'),
          stage('own_home', 'exit', 'Eget hem', ''),
        ],
        services: [{ name: 'search', label: label('Bostadssökning', 'Housing search') }],
        teams: [{ name: 'team', label: label('', '') }],
        moves: [{ from: 'hotel', to: 'training', kind: 'planned', because: '', takeover: false }],
        boards: [{ name: 'board', label: label('Boråd', 'Housing board') }],
        costs: [],
        grants: [{ name: 'first', label: label('', '') }],
        ceilings: [],
        causes: ['rule', 'service:search', 'vacancy:team', 'pool:training', 'market', 'board'],
      },
      timeline: { zero: [], project: [] },
      contrasts: { project: [] },
      measures: Object.fromEntries(
        Object.keys(measures(1)).map((name) => [name, { unit: UNITS[name] ?? 'per year', meaning: name }]),
      ),
      headline: ['households.acute', 'homes'],
      limits: {},
      ledger: { zero: ledger(1000, 0), project: ledger(500, 600) },
      inputs: [],
      sources: { report: 'The project’s report' },
      paths: { every: 1, alternatives: {} },
      stories: [],
    },
  };
}

export function sampleModel(change: (report: Report) => void = () => {}): Model {
  const report = sampleReport();
  change(report);
  return new Model(report);
}
