// SPDX-License-Identifier: MIT
// Which lines two texts have in common.

export interface DiffLine {
  sign: ' ' | '-' | '+';
  text: string;
  /** In the first and in the second text, from 1. */
  before?: number;
  after?: number;
}

/** Beyond this, what differs is shown as one block: comparing every line with every other takes too long. */
const MOST = 4_000_000;

/** How long the longest common sequence is, from each pair of lines on. */
function common(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; --i)
    for (let j = b.length - 1; j >= 0; --j) {
      const below = rows[i + 1] as Uint32Array;
      const here = rows[i] as Uint32Array;
      here[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  return rows;
}

function middle(a: readonly string[], b: readonly string[], put: (sign: DiffLine['sign'], text: string) => void): void {
  const rows = a.length * b.length > MOST ? undefined : common(a, b);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const take = rows && i < a.length && j < b.length;
    if (take && a[i] === b[j]) {
      put(' ', a[i++] ?? '');
      ++j;
    } else if (i < a.length && (j >= b.length || !take || (rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0)))
      put('-', a[i++] ?? '');
    else put('+', b[j++] ?? '');
  }
}

export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) ++start;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) ++end;
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  const put = (sign: DiffLine['sign'], text: string) => {
    if (sign !== '+') ++i;
    if (sign !== '-') ++j;
    lines.push({ sign, text, ...(sign === '+' ? {} : { before: i }), ...(sign === '-' ? {} : { after: j }) });
  };
  a.slice(0, start).forEach((line) => put(' ', line));
  middle(a.slice(start, a.length - end), b.slice(start, b.length - end), put);
  a.slice(a.length - end).forEach((line) => put(' ', line));
  return lines;
}

/** Only what differs, with some lines around it; a gap between two such pieces is undefined. */
export function pieces(lines: readonly DiffLine[], around = 2): (DiffLine | undefined)[] {
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - around), i + around + 1).some(({ sign }) => sign !== ' '),
  );
  const shown: (DiffLine | undefined)[] = [];
  lines.forEach((line, i) => {
    if (near[i]) shown.push(line);
    else if (near[i - 1]) shown.push(undefined);
  });
  if (shown[shown.length - 1] === undefined) shown.pop();
  return shown;
}
