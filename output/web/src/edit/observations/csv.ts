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

/** The one that stands most often in the first line; a decimal comma does not stand in headings. */
function separatorOf(text: string): string {
  const first = (/^.*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const often = (sign: string) => first.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (often(sign) > often(best) ? sign : best), ';');
}

export interface Sheet {
  heading: string[];
  /** With the line's number in the file, from 1, as a spreadsheet shows it. */
  rows: { number: number; cells: string[] }[];
}

export function sheet(content: string): Sheet {
  const text = content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const sep = /^sep=(.)\n/i.exec(text);
  const body = sep ? text.slice(sep[0].length) : text;
  const { data } = Papa.parse<string[]>(body, { delimiter: sep?.[1] ?? separatorOf(body), newline: '\n' });
  const rows = data.map((cells, i) => ({ number: i + 1 + (sep ? 1 : 0), cells: cells.map((cell) => cell.trim()) }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { heading: filled[0]?.cells ?? [], rows: filled.slice(1) };
}

/** For a spreadsheet program with Swedish settings: semicolons, and a mark that it is UTF-8. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${Papa.unparse([...rows], { delimiter: ';', newline: '\r\n' })}\r\n`;
}
