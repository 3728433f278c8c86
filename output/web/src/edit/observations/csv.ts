// SPDX-License-Identifier: MIT
// Tables as spreadsheet programs save them: any of their separators and character sets.

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

class Cells {
  readonly rows: string[][] = [];
  private row: string[] = [];
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly separator: string,
  ) {}

  read(): string[][] {
    while (this.at < this.text.length) this.cell();
    if (this.row.length > 0) this.endRow();
    return this.rows;
  }

  private cell(): void {
    const { text, separator } = this;
    while (text[this.at] === ' ') ++this.at;
    const value = text[this.at] === '"' ? this.quoted() : '';
    const rest = this.plain();
    this.row.push((value + rest).trim());
    if (text[this.at] === separator) {
      ++this.at;
      if (this.at === text.length) this.row.push('');
      return;
    }
    if (text[this.at] === '\r') ++this.at;
    if (text[this.at] === '\n') ++this.at;
    this.endRow();
  }

  private quoted(): string {
    let value = '';
    for (++this.at; this.at < this.text.length; ++this.at) {
      if (this.text[this.at] !== '"') value += this.text[this.at];
      else if (this.text[this.at + 1] === '"') value += this.text[++this.at];
      else {
        ++this.at;
        break;
      }
    }
    return value;
  }

  private plain(): string {
    const from = this.at;
    while (this.at < this.text.length && !['\r', '\n', this.separator].includes(this.text[this.at] ?? '')) ++this.at;
    return this.text.slice(from, this.at);
  }

  private endRow(): void {
    this.rows.push(this.row);
    this.row = [];
  }
}

/** The one that stands most often in the first line; a decimal comma does not stand in headings. */
function separatorOf(text: string): string {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const often = (sign: string) => first.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (often(sign) > often(best) ? sign : best), ';');
}

export interface Sheet {
  heading: string[];
  /** With the line's number in the file, from 1, as a spreadsheet shows it. */
  rows: { number: number; cells: string[] }[];
}

export function sheet(content: string): Sheet {
  const text = content.replace(/^\ufeff/, '');
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const all = new Cells(body, said?.[1] ?? separatorOf(body)).read();
  const rows = all.map((cells, i) => ({ number: i + 1 + (said ? 1 : 0), cells }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { heading: filled[0]?.cells ?? [], rows: filled.slice(1) };
}

/** For a spreadsheet program with Swedish settings: semicolons, and a mark that it is UTF-8. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
