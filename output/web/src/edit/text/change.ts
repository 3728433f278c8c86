// SPDX-License-Identifier: MIT
// Changes of a scenario's text. Only what has to change changes: everything else stays byte for byte.
import type { TreeNode } from '../../data/server';
import { extended, ownValue, type Own } from './own';
import { scalar } from './scalar';
import { entryOf, parse, type Syntax, type SyntaxEntry } from './syntax';
import {
  ANNOTATIONS,
  annotation,
  child,
  find,
  isAnnotated,
  isList,
  isMapping,
  isText,
  pathOf,
  type Steps,
} from './tree';
import { written } from './written';

export interface Draft {
  text: string;
  /** What the server read of it; of a text that differs from it by values only, it serves as well. */
  tree: TreeNode | undefined;
}

const put = (text: string, from: number, to: number, what: string): string =>
  text.slice(0, from) + what + text.slice(to);
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}
const breakOf = (text: string): string => (/\r\n/.test(text) ? '\r\n' : '\n');

/** Behind the last line of a value, and where its own line has a comment, behind that. */
function afterValue(text: string, end: number): number {
  const stop = lineEnd(text, end);
  return text[stop - 1] === '\r' ? stop - 1 : stop;
}

function column(text: string, at: number): number {
  return at - lineStart(text, at);
}

function endOf(entry: SyntaxEntry): number {
  return entry.value.kind === 'null' ? entry.colon : entry.value.end;
}

/** Adds `key: value` to a mapping, in braces or by lines as it is. The value is written already. */
export function addKey(text: string, map: Syntax, key: string, value: string): string {
  const last = map.entries[map.entries.length - 1];
  const pair = `${scalar(key, map.flow)}: ${value}`;
  if (map.flow)
    return put(text, last ? endOf(last) : map.start + 1, last ? endOf(last) : map.start + 1, last ? `, ${pair}` : pair);
  const at = last ? afterValue(text, endOf(last)) : map.end;
  const indent = ' '.repeat(last ? column(text, last.start) : 0);
  return put(text, at, at, `${breakOf(text)}${indent}${pair}`);
}

/** Appends a row in braces to a list. */
function addItem(text: string, list: Syntax, item: string): string {
  const last = list.items[list.items.length - 1];
  if (list.flow || !last) {
    const at = last ? last.end : list.start + 1;
    return put(text, at, at, last ? `, ${item}` : item);
  }
  const dash = text.lastIndexOf('-', last.start - 1);
  const at = afterValue(text, last.end);
  return put(text, at, at, `${breakOf(text)}${' '.repeat(column(text, dash))}- ${item}`);
}

function atEnd(text: string, lines: string): string {
  const nl = breakOf(text);
  const body = text.replace(/\s*$/, '');
  return `${body}${body === '' ? '' : nl}${lines}${nl}`;
}

/** Puts something in the place of a whole value. */
function replaceValue(text: string, { value, entry }: Own, what: string): string {
  if (value.kind === 'null') return put(text, entry?.colon ?? value.start, entry?.colon ?? value.end, ` ${what}`);
  return put(text, value.start, value.end, what);
}

/** The value in `{value: X, source: ...}`, and what is no such mapping itself. */
function bare(own: Own): Own {
  const inner = entryOf(own.value, 'value');
  return inner && own.value.kind === 'map' ? { value: inner.value, parent: own.value, entry: inner } : own;
}

/** Whether what is written there stands in braces or brackets, where commas separate. */
const inFlow = ({ parent }: Own): boolean => parent?.flow ?? false;

/** Sets `change: {path: value}` at the end of the text, where an inherited value gets another one. */
function setChange(text: string, path: string, value: string): string {
  const changes = entryOf(parse(text).root, 'change');
  const line = `${scalar(path, false)}: ${value}`;
  if (!changes) return atEnd(text, `change:${breakOf(text)}  ${line}`);
  if (changes.value.kind === 'null') return put(text, changes.colon, changes.colon, `${breakOf(text)}  ${line}`);
  return addKey(text, changes.value, path, value);
}

/** An inherited value with its annotations and another number. */
function withAnnotations(node: TreeNode | undefined, value: string): string {
  if (!isAnnotated(node)) return scalar(value, false);
  const annotations = ANNOTATIONS.flatMap((key) => {
    const text = annotation(node, key);
    return text === undefined
      ? []
      : [`, ${key}: ${scalar(text, true, key === 'assumption' || key === 'note' ? '"' : '')}`];
  });
  return `{value: ${scalar(value, true)}${annotations.join('')}}`;
}

/** Sets a single value. What stands beside it about its source stays. */
export function setValue({ text, tree }: Draft, steps: Steps, value: string): string {
  const { root } = parse(text);
  const own = ownValue(root, tree, steps);
  if (own) {
    const at = bare(own);
    const quote = at.value.kind === 'text' ? at.value.quote : '';
    return replaceValue(text, at, scalar(value, inFlow(at), quote));
  }
  const node = find(tree, steps);
  if (node) return setChange(text, pathOf(tree, steps), withAnnotations(node, value));
  return addAt({ text, tree }, steps, scalar(value, true));
}

/** Sets something that is written already, such as a mapping in braces, in place of all that stands there. */
export function setWritten({ text, tree }: Draft, steps: Steps, value: string): string {
  const own = ownValue(parse(text).root, tree, steps);
  if (own) return replaceValue(text, own, value);
  return find(tree, steps) ? setChange(text, pathOf(tree, steps), value) : addAt({ text, tree }, steps, value);
}

/** Adds what is not there yet under the last of the steps; the value is written already. */
function addAt({ text, tree }: Draft, steps: Steps, value: string): string {
  const { root } = parse(text);
  const above = steps.slice(0, -1);
  const key = String(steps[steps.length - 1] ?? '');
  const parent = ownValue(root, tree, above);
  if (above.length === 0) return atEnd(text, `${scalar(key, false)}: ${value}`);
  if (parent?.value.kind === 'map' && !entryOf(parent.value, 'value')) return addKey(text, parent.value, key, value);
  if (parent?.value.kind === 'null') return replaceValue(text, parent, `{${key}: ${value}}`);
  if (parent && isMapping(find(tree, above))) return setChange(text, `${pathOf(tree, above)}.${key}`, value);
  if (find(tree, above)) return setChange(text, `${pathOf(tree, above)}.${key}`, value);
  return addAt({ text, tree }, above, `{${scalar(key, true)}: ${value}}`);
}

/** Adds a row to a list; one that is inherited is copied, for a list of one's own replaces it. */
export function addRow(draft: Draft, steps: Steps, rows: readonly string[]): string {
  const { text, tree } = draft;
  const { root } = parse(text);
  const own = ownValue(root, tree, steps);
  if (own?.value.kind === 'list' && (own.value.items.length > 0 || own.value.flow))
    return rows.reduce((sofar, row) => addTo(sofar, tree, steps, row), text);
  const inherited = find(tree, steps);
  // Moves are put on those of the other file one by one.
  const merged = steps.length === 1 && steps[0] === 'moves';
  const before = isList(inherited) && !merged && !own ? inherited.list.map((node) => written(node)) : [];
  const lines = [...before, ...rows].map((row) => `${breakOf(text)}  - ${row}`).join('');
  if (own?.entry && own.value.kind === 'null') return put(text, own.entry.colon, own.entry.colon, lines);
  if (steps.length === 1) return atEnd(text, `${String(steps[0])}:${lines}`);
  return setWritten(draft, steps, `[${[...before, ...rows].join(', ')}]`);
}

function addTo(text: string, tree: TreeNode | undefined, steps: Steps, row: string): string {
  const own = ownValue(parse(text).root, tree, steps);
  return own ? addItem(text, own.value, row) : text;
}

/** Whether it can be taken away: what is inherited cannot. */
export function isOwn({ text, tree }: Draft, steps: Steps): boolean {
  return ownValue(parse(text).root, tree, steps) !== undefined;
}

function removeBetween(text: string, start: number, end: number, dashed: boolean): string {
  const from = dashed ? start : lineStart(text, start);
  const to = Math.min(text.length, lineEnd(text, end) + 1);
  return put(text, from, to, '');
}

/** Takes away an entry of a mapping or a row of a list that stands in the text. */
export function remove({ text, tree }: Draft, steps: Steps): string {
  const own = ownValue(parse(text).root, tree, steps);
  const parent = own?.parent;
  if (!own || !parent) return text;
  const { entry, value } = own;
  const siblings: { start: number; end: number }[] = entry
    ? parent.entries.map((one) => ({ start: one.start, end: endOf(one) }))
    : parent.items.map(({ start, end }) => ({ start, end }));
  const at = entry ? parent.entries.indexOf(entry) : parent.items.indexOf(value);
  if (siblings.length === 1) return removeOnly(text, parent, steps, tree);
  return parent.flow ? removeFlow(text, siblings, at) : removeLines(text, siblings, at, entry !== undefined);
}

function removeFlow(text: string, siblings: { start: number; end: number }[], at: number): string {
  const [before, here, after] = [siblings[at - 1], siblings[at], siblings[at + 1]];
  if (!here) return text;
  return before ? put(text, before.end, here.end, '') : put(text, here.start, after?.start ?? here.end, '');
}

function removeLines(text: string, siblings: { start: number; end: number }[], at: number, inMap: boolean): string {
  const here = siblings[at];
  const next = siblings[at + 1];
  if (!here) return text;
  // The first key of a row shares its line with the dash.
  const dashed = inMap && text.slice(lineStart(text, here.start), here.start).trim() !== '';
  if (dashed && next) return put(text, here.start, next.start, '');
  return removeBetween(text, here.start, here.end, false);
}

/** The last one takes what held it along, but for the brackets of a list or mapping that must be there. */
function removeOnly(text: string, parent: Syntax, steps: Steps, tree: TreeNode | undefined): string {
  const above = ownValue(parse(text).root, tree, steps.slice(0, -1));
  const changes = entryOf(parse(text).root, 'change');
  if (changes && changes.value.start === parent.start && changes.value.end === parent.end)
    return removeBetween(text, changes.start, changes.value.end, false);
  if (parent.flow) return put(text, parent.start + 1, parent.end - 1, '');
  const empty = parent.kind === 'list' ? ' []' : ' {}';
  return put(text, above?.entry?.colon ?? parent.start, parent.end, empty);
}

/** The value at these steps, which stands in the text, as a mapping with this key; what else stands there stays. */
function annotated(text: string, tree: TreeNode | undefined, steps: Steps, key: string, value: string): string {
  const own = ownValue(parse(text).root, tree, steps);
  if (!own) return text;
  const { kind } = own.value;
  if (kind !== 'map') return replaceValue(text, own, `{value: ${scalar(own.value.text, true, own.value.quote)}, ${key}: ${value}}`);
  const there = entryOf(own.value, key);
  return there ? replaceValue(text, { value: there.value, entry: there }, value) : addKey(text, own.value, key, value);
}

/**
 * Sets a number, and notes what it was: it rests no longer on what was written about the other one. `source`: what
 * stood around it, `why` what takes its place.
 */
export function setByHand(draft: Draft, steps: Steps, value: string, was: string, source: string | undefined, why: string) {
  const set = setValue(draft, steps, value);
  const noted = annotated(set, draft.tree, steps, 'was', scalar(was, true));
  return source === undefined ? noted : markAssumption({ text: noted, tree: draft.tree }, steps, why);
}

/** Puts back what stood in another text of the scenario: the value with all that was written about it. */
export function putBack(draft: Draft, steps: Steps, original: Draft, there: Steps): string {
  const stood = ownValue(parse(original.text).root, original.tree, there);
  if (!stood) return remove(draft, steps);
  return setWritten(draft, steps, original.text.slice(stood.value.start, stood.value.end));
}

/** In place of a source that no longer holds: that it is assumed, and why. */
export function markAssumption({ text, tree }: Draft, steps: Steps, why: string): string {
  const { root } = parse(text);
  const own = ownValue(root, tree, steps);
  const node = find(tree, steps);
  if (!own && node) {
    const value = child(node, 'value') ?? node;
    const flow = `{value: ${isText(value) ? scalar(value.text, true) : written(value)}, assumption: ${scalar(why, true, '"')}}`;
    return setChange(text, pathOf(tree, steps), flow);
  }
  if (!own) return text;
  const map = own.value.kind === 'map' ? own.value : undefined;
  if (!map) {
    const value = scalar(own.value.text, true, own.value.quote);
    return replaceValue(text, own, `{value: ${value}, assumption: ${scalar(why, true, '"')}}`);
  }
  const assumption = entryOf(map, 'assumption');
  if (assumption) return replaceValue(text, { value: assumption.value, entry: assumption }, scalar(why, map.flow, '"'));
  const source = entryOf(map, 'source');
  if (!source) return addKey(text, map, 'assumption', scalar(why, map.flow, '"'));
  return put(text, source.start, endOf(source), `assumption: ${scalar(why, map.flow, '"')}`);
}

export { extended };
