// SPDX-License-Identifier: MIT
// Differences of two trees of a scenario, value by value.
import type { TreeNode } from '../../data/server';
import { isAnnotation, isList, isMapping, isText, pathOf, plain, type Step, type Steps } from './tree';
import { written } from './written';

export interface ValueChange {
  path: string;
  steps: Steps;
  before?: string;
  after?: string;
}

interface Leaf {
  steps: Steps;
  text: string;
}

/** Lists of plain values are one value. */
function isLeaf(node: TreeNode): boolean {
  return !isMapping(node) && !(isList(node) && node.list.some(isMapping));
}

function collect(root: TreeNode, node: TreeNode, steps: Step[], into: Map<string, Leaf>): void {
  const value = plain(node) ?? node;
  if (isLeaf(value)) {
    const text = isText(value) ? value.text : isList(value) ? value.list.map(bare).join(', ') : '';
    into.set(pathOf(root, steps), { steps, text });
  } else if (isList(value)) value.list.forEach((item, i) => collect(root, item, [...steps, i], into));
  else if (isMapping(value))
    for (const [key, , inner] of value.map) if (!isAnnotation(key)) collect(root, inner, [...steps, key], into);
}

function bare(node: TreeNode): string {
  return isText(node) ? node.text : written(node);
}

/** Asked again and again while a form is made. */
const kept = new WeakMap<TreeNode, Map<string, Leaf>>();

function leaves(tree: TreeNode | undefined): ReadonlyMap<string, Leaf> {
  if (!tree) return new Map();
  const known = kept.get(tree);
  if (known) return known;
  const found = new Map<string, Leaf>();
  collect(tree, tree, [], found);
  kept.set(tree, found);
  return found;
}

/** In the order of the second, then what only the first had. */
export function treeDiff(before: TreeNode | undefined, after: TreeNode | undefined): ValueChange[] {
  const [old, now] = [leaves(before), leaves(after)];
  const changes: ValueChange[] = [];
  for (const [path, { steps, text }] of now) {
    const was = old.get(path);
    if (was?.text !== text) changes.push({ path, steps, after: text, ...(was ? { before: was.text } : {}) });
  }
  for (const [path, { steps, text }] of old) if (!now.has(path)) changes.push({ path, steps, before: text });
  return changes;
}

/** The value at a program's path, such as a change names it. */
export function atPath(tree: TreeNode | undefined, path: string): Leaf | undefined {
  return leaves(tree).get(path);
}
