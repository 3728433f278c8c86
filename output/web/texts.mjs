// SPDX-License-Identifier: MIT
// The page carries those texts of the catalogues (output/language/LANGUAGE.json) that its sources use.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** All sources below the folder. */
export function code(folder, ending = /\.ts$/) {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? '' : code(path, ending);
      return ending.test(entry.name) ? readFileSync(path, 'utf8') : '';
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

/** Literals and fields are most of the elements, and many: a string and [name] take a fifth of their room. */
function packed(element) {
  if (element.type === TYPE.literal) return element.value;
  return element.type === TYPE.argument ? [element.value] : element;
}

/** A text as the page formats it: parsed here, so that the page needs no parser; as it is where it has no fields. */
export function compiled(text) {
  const elements = parse(text, { ignoreTag: true });
  return elements.length === 1 && elements[0].type === TYPE.literal ? elements[0].value : elements.map(packed);
}

/** For esbuild: what a source imports as catalogues is those in the folder, compiled, with only the texts that the page uses. */
export function textsInUse(source) {
  const folder = join(source, '../../language');
  const languages = readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.replace('.json', '')] : []));
  return {
    name: 'texts in use',
    setup(build) {
      const used = usedIn(code(source));
      const messages = (language) =>
        Object.entries(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')))
          .filter(([id]) => used(id))
          .map(([id, text]) => [id, compiled(text)]);
      build.onResolve({ filter: /^\.\/catalogues$/ }, ({ path }) => ({ path, namespace: 'texts' }));
      build.onLoad({ filter: /./, namespace: 'texts' }, () => {
        const catalogues = languages.map((language) => [language, Object.fromEntries(messages(language))]);
        return { contents: JSON.stringify(Object.fromEntries(catalogues)), loader: 'json' };
      });
      build.onResolve({ filter: /^@formatjs\/icu-messageformat-parser$/ }, ({ path, ...rest }) =>
        build.resolve(`${path}/no-parser.js`, rest),
      );
    },
  };
}
