// SPDX-License-Identifier: MIT
// The inputs of a scenario that can be fitted, from its tree.
import type { MapNode, TreeNode } from './server';

export interface FreeInput {
  path: string;
  range: string;
}

const isMap = (node: TreeNode | undefined): node is MapNode => node !== undefined && 'map' in node;

export function valueOf(node: TreeNode | undefined, key: string): TreeNode | undefined {
  return isMap(node) ? node.map.find(([name]) => name === key)?.[2] : undefined;
}

function textOf(node: TreeNode | undefined): string {
  return node && 'text' in node ? node.text : '';
}

export function freeInputs(tree: TreeNode | undefined): FreeInput[] {
  const list = valueOf(tree, 'free');
  if (!list || !('list' in list)) return [];
  return list.list.map((one) => ({ path: textOf(valueOf(one, 'path')), range: textOf(valueOf(one, 'range')) }));
}
