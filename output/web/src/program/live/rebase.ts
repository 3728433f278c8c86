// SPDX-License-Identifier: MIT
// A scenario that extends another names it from where it stands itself. Saved elsewhere, it has to name it from there.
import { isShipped, pathOf } from '../shared/names';

const SHIPPED = 'trapphus:';
/** The line at the top level, its quotes if it has any, and a comment behind it. */
const EXTENDS = /^(extends:[ \t]*)(["']?)([^"'\n#]+?)\2([ \t]*(?:#.*)?)$/m;

const folders = (path: string): string[] => path.split('/').slice(0, -1);

/** "a/b/../c" -> ["a", "c"]. */
function joined(parts: string[]): string[] {
  const found: string[] = [];
  for (const part of parts) {
    if (part === '..' && found.length > 0 && found.at(-1) !== '..') found.pop();
    else if (part !== '.' && part !== '') found.push(part);
  }
  return found;
}

function fromFolder(folder: string[], path: string[]): string {
  let same = 0;
  while (same < folder.length && same < path.length - 1 && folder[same] === path[same]) ++same;
  return [...folder.slice(same).map(() => '..'), ...path.slice(same)].join('/');
}

/** The text as it has to be at `to`, so that it extends what it extends at `from`. */
export function rebased(text: string, from: string, to: string): string {
  return text.replace(EXTENDS, (line, key: string, quote: string, name: string, rest: string) => {
    if (isShipped(name)) return line;
    const path = joined([...folders(pathOf(from)), ...name.split('/')]);
    const named = isShipped(from) ? SHIPPED + path.join('/') : fromFolder(folders(to), path);
    return named === name ? line : `${key}${quote || '"'}${named}${quote || '"'}${rest}`;
  });
}
