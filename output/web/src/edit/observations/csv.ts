// SPDX-License-Identifier: MIT
// Tables as spreadsheet programs save them: any of their separators and character sets.
import Papa from 'papaparse';

/** UTF-8 with or without its mark, UTF-16, else the Windows character set of western Europe. */
export function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const zeros = bytes.subarray(0, 200).filter((byte, i) => i % 2 === 1 && byte === 0).length;
  if (zeros > 20 || (bytes.length >= 4 && zeros * 4 > Math.min(200, bytes.length)))
    return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Without known headings: the one that stands most often in the first line; a decimal comma does not stand in headings. */
function separatorOf(text: string): string {
  const first = (/^.*/.exec(text.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '');
  const often = (sign: string) => first.split(sign).length;
  return SEPARATORS.reduce((best, sign) => (often(sign) > often(best) ? sign : best), ';');
}

const SEPARATORS = [';', '\t', ','];
/** Titles and notes stand above the headings in tables of statistics. */
const MOST_TITLES = 30;

type Line = { number: number; cells: string[] };

export interface Sheet {
  heading: string[];
  /** With the line's number in the file, from 1, as a spreadsheet shows it. */
  rows: Line[];
}

function lines(body: string, delimiter: string, before: number): Line[] {
  const { data } = Papa.parse<string[]>(body, { delimiter, newline: '\n' });
  const all = data.map((cells, i) => ({ number: i + 1 + before, cells: cells.map((cell) => cell.trim()) }));
  return all.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** The headings are the first line with the most cells that are `known`; what stands above them are titles. */
export function sheet(content: string, known: (heading: string) => boolean = () => false): Sheet {
  const text = content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const sep = /^sep=(.)\n/i.exec(text);
  const body = sep ? text.slice(sep[0].length) : text;
  let best = { known: 0, at: 0, all: lines(body, sep?.[1] ?? separatorOf(body), sep ? 1 : 0) };
  for (const sign of sep?.[1] ? [sep[1]] : SEPARATORS) {
    const all = lines(body, sign, sep ? 1 : 0);
    all.slice(0, MOST_TITLES).forEach(({ cells }, at) => {
      const count = cells.filter(known).length;
      if (count > best.known) best = { known: count, at, all };
    });
  }
  return { heading: best.all[best.at]?.cells ?? [], rows: best.all.slice(best.at + 1) };
}

/** For a spreadsheet program with Swedish settings: semicolons, and a mark that it is UTF-8. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${Papa.unparse([...rows], { delimiter: ';', newline: '\r\n' })}\r\n`;
}
