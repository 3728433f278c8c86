// SPDX-License-Identifier: MIT
// Where in the scenario's own text a value of the tree stands, if it does: the rest is inherited from what it extends.
import type { TreeNode } from '../../data/server';
import { entryOf, textAt, type Syntax, type SyntaxEntry } from './syntax';
import { child, isList, pathOf, textOf, type Step, type Steps } from './tree';

export interface Own {
  value: Syntax;
  /** What it stands in. */
  parent?: Syntax;
  /** If that is a mapping. */
  entry?: SyntaxEntry;
}

/** The same move: rows of an extending file are put on those of the other by where they lead from and to. */
function moveIn(list: Syntax, row: TreeNode | undefined, at: number): Syntax | undefined {
  const matches = (item: Syntax, key: string) => {
    const value = entryOf(item, key)?.value;
    const wanted = textOf(row, key);
    return value?.kind === 'list' ? value.items.some((one) => one.text === wanted) : (value?.text ?? '') === wanted;
  };
  const same = (item: Syntax | undefined) => item && ['from', 'to', 'id'].every((key) => matches(item, key));
  return same(list.items[at]) ? list.items[at] : list.items.find(same);
}

function step(here: Own, by: Step, name: Step | undefined, row: TreeNode | undefined): Own | undefined {
  if (typeof by === 'number') {
    const item = name === 'moves' ? moveIn(here.value, row, by) : here.value.items[by];
    return item && { value: item, parent: here.value };
  }
  const entry = entryOf(here.value, by);
  return entry && { value: entry.value, parent: here.value, entry };
}

/** The path without the optional key `change`. */
function normal(path: string): string {
  return path.replace(/^((?:(?:alternatives|cases)\.[^.]+\.)?(?:timeline\.[^.]+\.)?)change\./, '$1');
}

/** The value at a path, or at a parent of it, in the text's own `change`. */
function changed(root: Syntax, path: string): Own | undefined {
  const changes = entryOf(root, 'change')?.value;
  for (const entry of [...(changes?.entries ?? [])].reverse()) {
    const key = normal(entry.key);
    if (key === path) return { value: entry.value, parent: changes as Syntax, entry };
    if (!path.startsWith(`${key}.`) || entry.value.kind !== 'map') continue;
    let here: Own | undefined = { value: entry.value };
    for (const part of path.slice(key.length + 1).split('.')) here = here && step(here, part, undefined, undefined);
    if (here) return here;
  }
  return undefined;
}

export function ownValue(root: Syntax | undefined, tree: TreeNode | undefined, steps: Steps): Own | undefined {
  if (!root) return undefined;
  const changes = steps.length > 0 ? changed(root, normal(pathOf(tree, steps))) : undefined;
  if (changes) return changes;
  let here: Own | undefined = { value: root };
  let node = tree;
  for (const [i, by] of steps.entries()) {
    const next: TreeNode | undefined = child(node, by);
    const outside: boolean = isList(node) && here.value.kind !== 'list';
    here = outside ? undefined : step(here, by, steps[i - 1], next);
    if (!here) return undefined;
    node = next;
  }
  return here;
}

/** The names of what the text extends, if it does. */
export function extended(root: Syntax | undefined): string {
  return textAt(root, 'extends');
}
