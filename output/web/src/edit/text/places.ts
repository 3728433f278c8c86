// SPDX-License-Identifier: MIT
// Lines and columns, as the server counts them: from 1, columns in characters and not in halves of them.

export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; ++n) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  const found = text.indexOf('\n', start);
  const whole = text.slice(start, found < 0 ? text.length : found);
  return start + [...whole].slice(0, Math.max(0, column - 1)).join('').length;
}

export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: [...before.slice(start)].length + 1 };
}
