// SPDX-License-Identifier: MIT
// What the viewer's parts may know of each other.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const source = join(process.env['TRAPPHUS_WEB'] ?? '', 'src');

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}

const code = files(source)
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ name: relative(source, path), text: readFileSync(path, 'utf8') }));

function imports(text: string): string[] {
  return [...text.matchAll(/^(?:import|export)[^;]*? from '([^']+)'/gms)].map((match) => match[1] ?? '');
}

/** Which files may take what from outside. */
const OWNERS: Record<string, RegExp> = {
  'charts/echarts.ts': /^echarts(\/|$)/,
  'edit/editor/editor.ts': /^@(codemirror|lezer)\//,
  'language/message.ts': /^(intl-messageformat|@formatjs\/icu-messageformat-parser)$/,
  'edit/observations/csv.ts': /^papaparse$/,
  'edit/text/diff.ts': /^@codemirror\/merge$/,
  'edit/text/history.ts': /^@codemirror\/(commands|state)$/,
  'edit/text/syntax.ts': /^yaml$/,
};

test('each foreign package stays in one file', () => {
  for (const { name, text } of code)
    for (const from of imports(text)) if (!from.startsWith('.')) assert.match(from, OWNERS[name] ?? /^none$/, name);
});

const folderOf = (name: string) => (dirname(name) === '.' ? 'src' : dirname(name));

/** Folder -> the folders that its files import from. */
function arrows(): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const { name, text } of code)
    for (const from of imports(text)) {
      const [here, there] = [folderOf(name), folderOf(join(dirname(name), from))];
      if (!from.startsWith('.') || there.startsWith('..') || here === there) continue;
      all.set(here, (all.get(here) ?? new Set()).add(there));
    }
  return all;
}

/** The folders of a walk along the arrows that comes back to where it was; undefined where there is none. */
function circle(all: Map<string, Set<string>>): string[] | undefined {
  const done = new Set<string>();
  const from = (folder: string, walk: string[]): string[] | undefined => {
    if (walk.includes(folder)) return [...walk.slice(walk.indexOf(folder)), folder];
    if (done.has(folder)) return undefined;
    done.add(folder);
    for (const next of all.get(folder) ?? []) {
      const found = from(next, [...walk, folder]);
      if (found) return found;
    }
    return undefined;
  };
  for (const folder of all.keys()) {
    const found = from(folder, []);
    if (found) return found;
  }
  return undefined;
}

test('a circle of folders is seen, and its folders are named', () => {
  assert.equal(
    circle(
      new Map([
        ['a', new Set(['b', 'c'])],
        ['b', new Set(['c'])],
      ]),
    ),
    undefined,
  );
  assert.deepEqual(
    circle(
      new Map([
        ['a', new Set(['b'])],
        ['b', new Set(['c'])],
        ['c', new Set(['b'])],
      ]),
    ),
    ['b', 'c', 'b'],
  );
});

test('arrows between the folders point one way', () => {
  const all = arrows();
  assert.ok(all.size > 10);
  assert.equal(circle(all), undefined);
});

test('a folder holds at most 27 files', () => {
  const files = new Map<string, number>();
  for (const { name } of code) files.set(folderOf(name), (files.get(folderOf(name)) ?? 0) + 1);
  for (const [folder, number] of files) assert.ok(number <= 27, folder);
});

test('what edits a text knows no page', () => {
  // quantity.ts reads and writes numbers as the language does.
  const texts = code.filter(
    ({ name }) => /^edit\/(text\/|sliders\/spots)/.test(name) && name !== 'edit/text/quantity.ts',
  );
  assert.ok(texts.length > 5);
  for (const { name, text } of texts)
    for (const from of imports(text)) assert.doesNotMatch(from, /page|words|language|view|editor|workspace/, name);
});

test('data know no words and no page; words know no charts', () => {
  for (const { name, text } of code)
    for (const from of imports(text)) {
      if (name.startsWith('data/')) assert.doesNotMatch(from, /page|words|language|charts|sections/, name);
      if (name.startsWith('words/')) assert.doesNotMatch(from, /charts|sections|report\//, name);
      if (name.startsWith('charts/')) assert.doesNotMatch(from, /sections|words|report\//, name);
    }
});

test('every file says its licence, and none is longer than a reader’s patience', () => {
  for (const { name, text } of code) {
    assert.match(text, /^\/\/ SPDX-License-Identifier: MIT\n/, name);
    assert.ok(text.split('\n').length <= 300, name);
  }
});
