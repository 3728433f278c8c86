// SPDX-License-Identifier: MIT
// How a comparison's rows, columns and figures are written.
import type { ComparedColumn, ComparedRow } from '../data/comparison';
import type { By, ComparisonModel } from '../data/comparison_model';
import type { Interval } from '../data/report';
import { estimate, number } from '../language/format';
import type { Words } from '../language/language';
import { factorOf, wholeName } from '../words/measures';
import { unitName } from '../words/units';

export interface Teller {
  readonly model: ComparisonModel;
  readonly words: Words;
}

/** As in the report; of what is about a stage or a service the program knows the name. */
export function columnName({ model, words }: Teller, measure: string): string {
  const whole = wholeName(words, measure);
  if (whole) return whole;
  const label = model.comparison.viewer.labels[measure];
  return label ? words.label(label, measure) : measure;
}

/** The scenario's name in the reader's language. */
export function plainName({ words }: Pick<Teller, 'words'>, { label, name }: ComparedRow): string {
  return label ? words.label(label, name) : name;
}

/** A star for what rests on an assumption; where all do, none. */
export function rowName({ model, words }: Teller, row: ComparedRow): string {
  const name = plainName({ words }, row);
  return row.assumed.length > 0 && !model.allAssumed ? `${name} *` : name;
}

/** What a row is: teams are compared by what they do, scenarios by what they are. */
export function rowHeading({ model, words }: Teller): string {
  return words.t(model.explained.length > 0 ? 'compare.row.team' : 'compare.row');
}

export function definitionName(teller: Teller, definition: string | null): string {
  return definition === null ? '' : columnName(teller, `retention.${definition}`);
}

export function byName({ words }: Teller, by: By): string {
  return words.t(`compare.by.${by}`);
}

export function unitOf(teller: Teller, column: ComparedColumn, by: By = 'total'): string {
  const unit = unitName(teller, column.unit);
  return by === 'total' ? unit : `${unit}, ${byName(teller, by)}`;
}

export function scaled(value: Interval, factor: number): Interval {
  const times = (x: number | null) => (x === null ? null : x * factor);
  return { mean: times(value.mean), low: times(value.low), high: times(value.high) };
}

/** In the unit that is shown; shares of tenants in whole per cent: few tenants carry no decimals. */
export function figureText({ words, model }: Teller, column: ComparedColumn, value: Interval): string {
  if (!model.counted(column)) return estimate(words, value, factorOf(column.unit));
  return wholePercent(words, value);
}

/** "84 (70–96)". */
export function wholePercent(words: Words, { mean, low, high }: Interval): string {
  const text = number(words, mean === null ? null : mean * 100);
  if (mean === null || low === null || high === null) return text;
  return `${text} (${number(words, low * 100)}–${number(words, high * 100)})`;
}
