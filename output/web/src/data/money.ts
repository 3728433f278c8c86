// SPDX-License-Identifier: MIT
// The ledger in sums that people ask for.
import { isGrant, type Model } from './model';
import { monthNumber, yearOf } from './months';

/** SEK by line and calendar year; grants are negative. */
export interface Sums {
  years: number[];
  /** By line, in the order of the measures: costs first, grants last. */
  lines: Map<string, number[]>;
}

export function sums(model: Model, alternative: string): Sums {
  const { years } = model;
  const lines = new Map<string, number[]>();
  const order = model.costLines;
  const place = (line: string) => (isGrant(line) ? order.length : order.indexOf(line));
  const accounts = [...model.accounts(alternative)].sort((a, b) => place(a.line) - place(b.line));
  for (const { line, from, values } of accounts) {
    const byYear = lines.get(line) ?? years.map(() => 0);
    values.forEach((value, i) => {
      const year = yearOf(monthNumber(from) + i) - (years[0] ?? 0);
      if (byYear[year] !== undefined) byYear[year]! += value ?? 0;
    });
    lines.set(line, byYear);
  }
  return { years, lines };
}

export function total(values: readonly number[] | undefined): number {
  return (values ?? []).reduce((sum, value) => sum + value, 0);
}

/** By year, over the lines that are wanted. */
export function overLines({ years, lines }: Sums, wanted: (line: string) => boolean): number[] {
  const found = years.map(() => 0);
  for (const [line, values] of lines) if (wanted(line)) values.forEach((value, i) => (found[i]! += value));
  return found;
}

/** The first month from which the saving stays at or above zero to the end; undefined if it ends below. */
export function stayedAbove(saved: readonly number[]): number | undefined {
  let first: number | undefined;
  saved.forEach((value, month) => {
    if (value < 0) first = undefined;
    else first ??= month;
  });
  return first;
}
