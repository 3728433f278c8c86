// SPDX-License-Identifier: MIT
// What the viewer's parts may know of each other.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  'edit/editor.ts': /^@(codemirror|lezer)\//,
  'edit/syntax.ts': /^yaml$/,
};

test('each foreign package stays in one file', () => {
  for (const { name, text } of code)
    for (const from of imports(text)) if (!from.startsWith('.')) assert.match(from, OWNERS[name] ?? /^none$/, name);
});

test('what edits a text knows no page', () => {
  for (const name of [
    'syntax',
    'scalar',
    'tree',
    'own',
    'change',
    'written',
    'history',
    'session',
    'slider_list',
    'places',
  ])
    for (const from of imports(code.find((one) => one.name === `edit/${name}.ts`)?.text ?? ''))
      assert.doesNotMatch(from, /dom|words|language|_view|editor|workspace/, name);
});

test('data know no words and no page; words know no charts', () => {
  for (const { name, text } of code)
    for (const from of imports(text)) {
      if (name.startsWith('data/')) assert.doesNotMatch(from, /dom|words|language|charts|sections/, name);
      if (name.startsWith('words/')) assert.doesNotMatch(from, /charts|sections|page/, name);
      if (name.startsWith('charts/')) assert.doesNotMatch(from, /sections|words|page$/, name);
    }
});

test('every file says its licence, and none is longer than a reader’s patience', () => {
  for (const { name, text } of code) {
    assert.match(text, /^\/\/ SPDX-License-Identifier: MIT\n/, name);
    assert.ok(text.split('\n').length <= 300, name);
  }
});
