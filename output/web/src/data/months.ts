// SPDX-License-Identifier: MIT
// Months are numbers here, counted from January of year 0, as in the program.

const DAY = 86_400_000;

export function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

export function yearOf(month: number): number {
  return Math.floor(month / 12);
}

/** The first instant, in milliseconds of Universal Time. */
export function beginOf(month: number): number {
  return Date.UTC(yearOf(month), month % 12, 1);
}

export function middleOf(month: number): number {
  return (beginOf(month) + beginOf(month + 1)) / 2;
}

export function instant(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The day after so many days. */
export function dayAfter(date: string, days: number): string {
  return new Date(instant(date) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((instant(to) - instant(from)) / DAY);
}
