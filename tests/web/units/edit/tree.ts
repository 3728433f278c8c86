// SPDX-License-Identifier: MIT
// A scenario's tree made here, as the server makes it: for tests of the editing without a server.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Checked, ListNode, MapNode, Place, TreeNode } from 'viewer/data/server';
import { placeOf } from 'viewer/edit/text/places';
import { parse, textAt, type Syntax } from 'viewer/edit/text/syntax';
import { child, isList, isMapping, textOf } from 'viewer/edit/text/tree';

export const scenarios = process.env['TRAPPHUS_SCENARIOS'] ?? '';
export const scenarioText = (file: string): string => readFileSync(join(scenarios, file), 'utf8');

/** Offsets become places; a list of where the lines begin spares counting them for every value. */
function places(text: string, file: string): (offset: number) => Place {
  const begins = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) begins.push(at + 1);
  return (offset) => {
    const line = begins.filter((begin) => begin <= offset).length;
    return [file, line, [...text.slice(begins[line - 1], offset)].length + 1];
  };
}

function node(place: (offset: number) => Place, syntax: Syntax): TreeNode {
  const at = place(syntax.start);
  if (syntax.kind === 'text') return { at, text: syntax.text, ...(syntax.quote === '' ? {} : { quoted: true }) };
  if (syntax.kind === 'list') return { at, list: syntax.items.map((item) => node(place, item)) };
  if (syntax.kind === 'null') return { at, null: true } as unknown as TreeNode;
  return { at, map: syntax.entries.map(({ key, start, value }) => [key, place(start), node(place, value)]) };
}

function mergedMoves(base: ListNode, over: ListNode): ListNode {
  const key = (move: TreeNode) => ['from', 'to', 'id'].map((one) => textOf(move, one)).join(' ');
  const list = [...base.list];
  for (const move of over.list) {
    const at = list.findIndex((one) => key(one) === key(move));
    if (at < 0) list.push(move);
    else list[at] = merged(list[at] as TreeNode, move);
  }
  return { ...base, list };
}

function merged(base: TreeNode, over: TreeNode): TreeNode {
  if (!isMapping(base) || !isMapping(over)) return over;
  const map: MapNode['map'] = [...base.map];
  for (const [key, at, value] of over.map) {
    const i = map.findIndex(([name]) => name === key);
    const before = map[i]?.[2];
    const both = key === 'moves' && isList(before) && isList(value);
    if (!before) map.push([key, at, value]);
    else map[i] = [key, at, both ? mergedMoves(before as ListNode, value as ListNode) : merged(before, value)];
  }
  return { ...base, map };
}

/** A move with a list of stages that it leads from stands for one from each. */
function oneFromEach(tree: TreeNode): TreeNode {
  if (!isMapping(tree)) return tree;
  const each = (move: TreeNode): TreeNode[] => {
    const from = child(move, 'from');
    if (!isList(from) || !isMapping(move)) return [move];
    return from.list.map((stage) => ({
      ...move,
      map: move.map.map(([key, at, value]) => [key, at, key === 'from' ? stage : value]),
    }));
  };
  const map: MapNode['map'] = tree.map.map(([key, at, value]) =>
    key === 'moves' && isList(value) ? [key, at, { ...value, list: value.list.flatMap(each) }] : [key, at, value],
  );
  return { ...tree, map };
}

/** Sets what a `change` says, where the path is one of keys; that is all that the tests need. */
function changed(tree: TreeNode, path: readonly string[], value: TreeNode): TreeNode {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (isList(tree)) {
    const onDate = tree.list.findIndex((one) => textOf(one, 'on') === first);
    const moves = tree.list.filter((one) => textOf(one, 'from') === first && textOf(one, 'to') === rest[0]);
    const byId = moves.find((one) => textOf(one, 'id') === rest[1]);
    const row = onDate >= 0 ? onDate : tree.list.indexOf(byId ?? (moves[0] as TreeNode));
    const more = onDate >= 0 ? ['change', rest.join('.')] : rest.slice(byId ? 2 : 1);
    return { ...tree, list: tree.list.map((one, i) => (i === row ? changed(one, more, value) : one)) };
  }
  if (!isMapping(tree)) return tree;
  const map = [...tree.map];
  const i = map.findIndex(([key]) => key === first);
  const inside = child(tree, first) ?? { at: value.at, map: [] };
  const entry: MapNode['map'][number] = [first, value.at, changed(inside, rest, value)];
  if (i < 0) map.push(entry);
  else map[i] = entry;
  return { ...tree, map };
}

export function treeOf(text: string, file: string): TreeNode | undefined {
  const { root, errors } = parse(text);
  if (!root || errors.length > 0) return undefined;
  let tree = oneFromEach(node(places(text, file), root));
  const base = textAt(root, 'extends');
  const path = normalize(join(dirname(file), base));
  if (base !== '' && existsSync(join(scenarios, path))) {
    const below = treeOf(scenarioText(path), path);
    if (below) tree = merged(below, tree);
  }
  const changes = isMapping(tree) ? child(tree, 'change') : undefined;
  const whole = isMapping(tree)
    ? { ...tree, map: tree.map.filter(([key]) => key !== 'change' && key !== 'extends') }
    : tree;
  if (!isMapping(changes)) return whole;
  return changes.map.reduce<TreeNode>((sofar, [key, , value]) => {
    const alternative = /^alternatives\.([^.]+)\.(?:change\.)?(.*)$/.exec(key);
    const parts = alternative ? ['alternatives', alternative[1] ?? '', 'change', alternative[2] ?? ''] : key.split('.');
    return changed(sofar, parts, { ...value, origin: 'change' });
  }, whole);
}

export function checkedHere(text: string, file: string): Checked {
  const tree = treeOf(text, file);
  const problems = parse(text).errors.map(({ at, message }) => ({ file, ...placeOf(text, at), message }));
  return { file, problems, ...(tree ? { tree } : {}) };
}
