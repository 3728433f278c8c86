// SPDX-License-Identifier: MIT
// Which lines two texts have in common.
import { Change, diff } from '@codemirror/merge';

export interface DiffLine {
  sign: ' ' | '-' | '+';
  text: string;
  /** In the first and in the second text, from 1. */
  before?: number;
  after?: number;
}

/** With more changed lines than this, which lines are the same is only looked for roughly: it would take too long. */
const MOST = 2000;
/** As many kinds of lines as there are characters that stand for themselves. */
const KINDS = 0xd800;

/** Each text with one character a line, the same for the same line: what differs in them are whole lines. */
function byLine(texts: readonly string[][]): { signs: string[]; kinds: number } {
  const known = new Map<string, number>();
  const sign = (line: string) => {
    const number = known.get(line) ?? known.size;
    known.set(line, number);
    return String.fromCharCode(number);
  };
  return { signs: texts.map((lines) => lines.map(sign).join('')), kinds: known.size };
}

function changes(a: string[], b: string[]): readonly Change[] {
  const { signs, kinds } = byLine([a, b]);
  const [before = '', after = ''] = signs;
  return kinds > KINDS ? [new Change(0, a.length, 0, b.length)] : diff(before, after, { scanLimit: MOST });
}

export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  const same = (end: number) => {
    while (i < end) lines.push({ sign: ' ', text: a[i] ?? '', before: ++i, after: ++j });
  };
  for (const { fromA, toA, toB } of changes(a, b)) {
    same(fromA);
    while (i < toA) lines.push({ sign: '-', text: a[i] ?? '', before: ++i });
    while (j < toB) lines.push({ sign: '+', text: b[j] ?? '', after: ++j });
  }
  same(a.length);
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
