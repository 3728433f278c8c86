// SPDX-License-Identifier: MIT
// A value as it has to be written in a YAML text, with quotation marks where it needs them.
import type { Syntax } from './syntax';

const BEGINS_OTHERWISE = /^[\s\-?:,[\]{}#&*!|>'"%@`]/;
const BEGINS_PLAIN = /^(?:-[^\s]|[?:][^\s])/;
const IS_OTHER_KIND = /^(?:~|null|Null|NULL)$/;

function needsQuotes(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || IS_OTHER_KIND.test(text)) return true;
  if (BEGINS_OTHERWISE.test(text) && !BEGINS_PLAIN.test(text)) return true;
  if (/:(?:\s|$)|\s#|[\n\r\t]/.test(text)) return true;
  return flow && /[,[\]{}]|:$/.test(text);
}

function double(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
  return `"${escaped}"`;
}

/** As it was written before: what was in quotation marks keeps them. */
export function scalar(text: string, flow: boolean, quote: Syntax['quote'] = ''): string {
  if (quote === "'" && !/[\n\r\t]/.test(text)) return `'${text.replace(/'/g, "''")}'`;
  if (quote === '"' || needsQuotes(text, flow)) return double(text);
  return text;
}

/** A mapping in braces. */
export function flowMap(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([key, value]) => `${scalar(key, true)}: ${value}`).join(', ')}}`;
}

/** A list in brackets, of values that are written already. */
export function flowList(values: readonly string[]): string {
  return `[${values.join(', ')}]`;
}
