// SPDX-License-Identifier: MIT
// The page carries those texts of the catalogues (output/language/LANGUAGE.json) that its sources use.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All TypeScript below the folder. */
export function code(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return code(path);
      return entry.name.endsWith('.ts') ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}

/**
 * Whether an id is used: sources have it in quotes, or a text or template that begins as it does, up to and with a dot
 * ('edit.field.' + name, `edit.field.${name}`).
 */
export function usedIn(sources) {
  const ids = new Set();
  const beginnings = new Set();
  for (const [, text, end] of sources.matchAll(/['"`]([a-z]\w*(?:\.\w+)*)(\.?['"`]|\.\$\{)/g))
    (end.startsWith('.') ? beginnings : ids).add(end.startsWith('.') ? `${text}.` : text);
  return (id) => ids.has(id) || [...id.matchAll(/\./g)].some(({ index }) => beginnings.has(id.slice(0, index + 1)));
}

/** For esbuild: leaves out of the catalogues what the page does not use. */
export function textsInUse(source) {
  return {
    name: 'texts in use',
    setup(build) {
      const used = usedIn(code(source));
      build.onLoad({ filter: /[\\/]language[\\/]\w+\.json$/ }, ({ path }) => {
        const texts = Object.entries(JSON.parse(readFileSync(path, 'utf8'))).filter(([id]) => used(id));
        return { contents: JSON.stringify(Object.fromEntries(texts)), loader: 'json' };
      });
    },
  };
}
