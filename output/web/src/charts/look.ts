// SPDX-License-Identifier: MIT
// Colours and strokes. Alternatives differ in colour, dash and symbol, so that no chart rests on colour alone; every
// colour has a contrast of at least 4.5 to white.

export const INK = '#1f2a30';
export const MUTED = '#56636b';
export const RULE = '#d9d6cd';
export const OBSERVED = '#111111';

export interface Look {
  colour: string;
  dash: 'solid' | 'dashed' | 'dotted' | number[];
  symbol: 'circle' | 'rect' | 'triangle' | 'diamond';
}

const BASE: Look = { colour: '#7a5c3a', dash: [6, 4], symbol: 'rect' };
const OTHERS: Look[] = [
  { colour: '#0b6a6e', dash: 'solid', symbol: 'circle' },
  { colour: '#a2402a', dash: [2, 3], symbol: 'triangle' },
  { colour: '#5a4a9c', dash: [10, 4, 2, 4], symbol: 'diamond' },
  { colour: '#6b6a00', dash: [12, 4], symbol: 'circle' },
  { colour: '#96336b', dash: [3, 6], symbol: 'rect' },
  { colour: '#2f6b2f', dash: [8, 3, 2, 3, 2, 3], symbol: 'triangle' },
  { colour: '#34577c', dash: [1, 4], symbol: 'diamond' },
];

/** Of the alternative at this place; the first is what the others are compared with. */
export function look(index: number): Look {
  return index <= 0 ? BASE : OTHERS[(index - 1) % OTHERS.length]!;
}

/** For parts of a whole, from dark to light; neighbours differ in lightness as well. */
const PARTS = [
  '#0b6a6e',
  '#c98a3c',
  '#7a5c3a',
  '#8fb8b5',
  '#56636b',
  '#b9a58a',
  '#a2402a',
  '#c9cfd1',
  '#5a4a9c',
  '#9aa56a',
];

export function partColour(index: number): string {
  return PARTS[index % PARTS.length]!;
}

export const FONT = "'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', Arial, sans-serif";
