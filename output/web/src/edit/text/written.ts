// SPDX-License-Identifier: MIT
// A part of the tree as YAML in one line.
import type { TreeNode } from '../../data/server';
import { flowList, flowMap, scalar } from './scalar';
import { isList, isMapping, isText } from './tree';

export function written(node: TreeNode | undefined): string {
  if (isText(node)) return scalar(node.text, true, node.quoted ? '"' : '');
  if (isList(node)) return flowList(node.list.map(written));
  if (isMapping(node)) return flowMap(node.map.map(([key, , value]) => [key, written(value)] as const));
  return 'null';
}
