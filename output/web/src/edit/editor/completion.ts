// SPDX-License-Identifier: MIT
// Completes keys at the cursor, by the table of fields. By the indentation of the lines above: the text
// is half written, and often no YAML.
import type { Field, Fields } from '../../data/server';

const LINE = /^(\s*)((?:- +)*)([\w.-]*)(:?)(?:\s|$)/;

interface Level {
  indent: number;
  key: string;
}

/** The keys above the last line, from the outside in. */
function levels(lines: string[], indent: number): string[] {
  const found: Level[] = [];
  let limit = indent;
  for (let i = lines.length - 1; i >= 0 && limit > 0; --i) {
    const [, blanks = '', dashes = '', key = '', colon] = LINE.exec(lines[i] ?? '') ?? [];
    if (dashes !== '' && blanks.length < limit && blanks.length + dashes.length >= limit) limit = blanks.length + 1;
    const column = blanks.length + dashes.length;
    if (colon !== ':' || key === '' || column >= limit) continue;
    found.unshift({ indent: column, key });
    limit = column;
  }
  return found.map(({ key }) => key);
}

/** The fields of the table that the keys lead into; nothing where names are free. */
function fieldsAt(fields: Fields, path: readonly string[]): readonly Field[] {
  let table = fields.tables[fields.root];
  for (let i = 0; i < path.length; ++i) {
    const field = table?.fields.find(({ key }) => key === path[i]);
    if (!field?.table) return [];
    if (field.shape === 'named') {
      if (i + 1 >= path.length) return [];
      ++i;
    }
    table = fields.tables[field.table];
  }
  return table?.fields ?? [];
}

export function completions(before: string, fields: Fields) {
  const lines = before.split(/\r?\n/);
  const last = lines.pop() ?? '';
  const typed = /^(\s*(?:- +)*)([A-Za-z_]*)$/.exec(last);
  if (!typed) return undefined;
  const [, lead = '', word = ''] = typed;
  const options = fieldsAt(fields, levels(lines, lead.length)).map(({ key, meaning }) => ({
    label: `${key}:`,
    detail: meaning,
  }));
  return options.length === 0 ? undefined : { from: before.length - word.length, options };
}
