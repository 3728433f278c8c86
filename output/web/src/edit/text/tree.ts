// SPDX-License-Identifier: MIT
// Ways through the tree that the server makes of a scenario, and the program's paths for them.
import type { ListNode, MapNode, TextNode, TreeNode } from '../../data/server';

/** The key in a mapping, or the place in a list, from 0. */
export type Step = string | number;
export type Steps = readonly Step[];

export const isText = (node: TreeNode | undefined): node is TextNode => !!node && 'text' in node;
export const isList = (node: TreeNode | undefined): node is ListNode => !!node && 'list' in node;
export const isMapping = (node: TreeNode | undefined): node is MapNode => !!node && 'map' in node;

export const ANNOTATIONS = ['source', 'assumption', 'note', 'range', 'was'] as const;
export type Annotation = (typeof ANNOTATIONS)[number];
export const isAnnotation = (key: string): boolean => key === 'source' || key === 'assumption' || key === 'note';

export function child(node: TreeNode | undefined, step: Step): TreeNode | undefined {
  if (isList(node)) return typeof step === 'number' ? node.list[step] : undefined;
  return isMapping(node) ? node.map.find(([key]) => key === step)?.[2] : undefined;
}

export function find(tree: TreeNode | undefined, steps: Steps): TreeNode | undefined {
  return steps.reduce<TreeNode | undefined>(child, tree);
}

export function textOf(node: TreeNode | undefined, key: string): string {
  const value = plain(child(node, key));
  return isText(value) ? value.text : '';
}

export function keysOf(node: TreeNode | undefined): string[] {
  return isMapping(node) ? node.map.map(([key]) => key).filter((key) => !isAnnotation(key)) : [];
}

/** `{value: X, source: ...}`. */
export function isAnnotated(node: TreeNode | undefined): node is MapNode {
  return isMapping(node) && child(node, 'value') !== undefined;
}

/** The value without its annotations. */
export function plain(node: TreeNode | undefined): TreeNode | undefined {
  return isAnnotated(node) ? child(node, 'value') : node;
}

/** What stands beside a value about it. */
export function annotation(node: TreeNode | undefined, key: Annotation): string | undefined {
  const value = isMapping(node) ? child(node, key) : undefined;
  return isText(value) ? value.text : undefined;
}

/** The same, from the mapping around it where the value itself has none: there it holds for all plain values. */
export function annotationAround(tree: TreeNode | undefined, steps: Steps, key: Annotation): string | undefined {
  for (let n = steps.length; n >= Math.max(1, steps.length - 2); --n) {
    const node = find(tree, steps.slice(0, n));
    const own = annotation(node, key);
    if (own !== undefined) return own;
    if (isList(node)) return undefined;
  }
  return undefined;
}

/** How a row is named in a path: moves.FROM.TO, initial.STAGE.GROUP, timeline.DATE, and by its number otherwise. */
function rowParts(list: ListNode, name: string, at: number): string[] {
  const row = list.list[at];
  const same = (keys: string[]) =>
    list.list.filter((one) => keys.every((key) => textOf(one, key) === textOf(row, key))).length;
  if (name === 'moves') {
    const id = textOf(row, 'id');
    return [textOf(row, 'from'), textOf(row, 'to'), ...(same(['from', 'to']) > 1 && id ? [id] : [])];
  }
  if (name === 'timeline') return [textOf(row, 'on')];
  if (name === 'initial' && same(['stage', 'group']) === 1) return [textOf(row, 'stage'), textOf(row, 'group')];
  return [String(at + 1)];
}

/** "alternatives.zero.staff.project.fte": how a `change` or the command line names what stands there. */
export function pathOf(tree: TreeNode | undefined, steps: Steps): string {
  const parts: string[] = [];
  let node = tree;
  steps.forEach((step, i) => {
    const next = child(node, step);
    const inChange = step === 'change' && i > 0 && i + 1 < steps.length;
    if (typeof step === 'number' && isList(node)) parts.push(...rowParts(node, String(steps[i - 1] ?? ''), step));
    else if (!(inChange && child(next, steps[i + 1] ?? '') !== undefined)) parts.push(String(step));
    node = next;
  });
  return parts.join('.');
}
