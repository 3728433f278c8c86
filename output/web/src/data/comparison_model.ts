// SPDX-License-Identifier: MIT
import type { ComparedColumn, ComparedRow, ComparedValue, Comparison, Own } from './comparison';
import type { Interval } from './report';

/** By what a count or cost is divided. */
export type By = 'total' | 'apartment' | 'fte' | 'inhabitants';
export const BYS: readonly By[] = ['total', 'apartment', 'fte', 'inhabitants'];

/** A row's value of a column. */
export interface Standing {
  row: ComparedRow;
  cell: ComparedValue;
  /** What its bar shows: of shares of counted tenants one realisation, of everything else the mean's uncertainty. */
  shown: Interval;
}

export interface Explained {
  row: ComparedRow;
  own: Own;
}

export function count(row: ComparedRow, by: By): number | undefined {
  const of = { total: 1, apartment: row.mean_apartments, fte: row.mean_fte, inhabitants: (row.inhabitants ?? 0) / 1000 };
  return of[by] > 0 ? of[by] : undefined;
}

function divided({ mean, low, high }: Interval, by: number): Interval {
  const part = (value: number | null) => (value === null ? null : value / by);
  return { mean: part(mean), low: part(low), high: part(high) };
}

/** Questions to a comparison, without words and without a page. */
export class ComparisonModel {
  constructor(readonly comparison: Comparison) {}

  get columns(): ComparedColumn[] {
    return this.comparison.columns;
  }
  column(measure: string): ComparedColumn | undefined {
    return this.columns.find((column) => column.measure === measure);
  }
  /** What to begin with: the definition that all are compared on, or the first column. */
  get preferred(): string {
    const common = `retention.${this.comparison.definition ?? ''}`;
    return (this.column(common) ?? this.columns[0])?.measure ?? '';
  }
  /** A share of counted tenants: of four of them one realisation can be anything, however well its mean is known. */
  counted(column: ComparedColumn): boolean {
    return this.comparison.viewer.counted.includes(column.measure);
  }
  /** Whether a column can be given by this size for any row. */
  dividable(column: ComparedColumn, by: By): boolean {
    if (by === 'total') return true;
    return this.comparison.rows.some((row) => {
      const cell = row.measures[column.measure];
      return cell?.per_apartment !== undefined && count(row, by) !== undefined;
    });
  }
  shown(column: ComparedColumn, cell: ComparedValue): Interval {
    if (!this.counted(column)) return cell;
    return { mean: cell.mean, low: cell.prediction_low, high: cell.prediction_high };
  }
  /** Those that have the measure, the best first; in the order of the rows where none is better. */
  standings(column: ComparedColumn, by: By = 'total'): Standing[] {
    const found = this.comparison.rows.flatMap((row): Standing[] => {
      const cell = row.measures[column.measure];
      const divisor = count(row, by);
      if (!cell || cell.mean === null || divisor === undefined) return [];
      return [{ row, cell, shown: divided(this.shown(column, cell), divisor) }];
    });
    if (!column.comparable) return found;
    const sign = column.more_is_better === false ? 1 : -1;
    return found.sort((a, b) => sign * ((a.shown.mean ?? 0) - (b.shown.mean ?? 0)));
  }
  /** Those whose figure can be taken apart into definition and rest. */
  get explained(): Explained[] {
    return this.comparison.rows.flatMap((row) => (row.own ? [{ row, own: row.own }] : []));
  }
  /** Of the rows that follow tenants. */
  get exposures(): number[] {
    return this.comparison.rows.flatMap((row) => (row.tenants === null ? [] : [row.exposure_years]));
  }
  get assumed(): ComparedRow[] {
    return this.comparison.rows.filter(({ assumed }) => assumed.length > 0);
  }
  get allAssumed(): boolean {
    return this.assumed.length === this.comparison.rows.length;
  }
}
