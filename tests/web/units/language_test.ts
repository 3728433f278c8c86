// SPDX-License-Identifier: MIT
// One catalogue a language: the same entries, the same parameters, and every entry in use.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { CATALOGUES, Words, pieces } from 'viewer/language/language';

const web = process.env['TRAPPHUS_WEB'] ?? '';
const source = join(web, 'src');
const { sv, en } = CATALOGUES;

type Section = Record<string, string>;
const file = (language: string) =>
  JSON.parse(readFileSync(join(web, '../language', `${language}.json`), 'utf8')) as Record<string, Section>;

/** The page's script, bundled as the build does, but not minified. */
async function bundled(): Promise<string> {
  const { build } = createRequire(join(web, 'package.json'))('esbuild') as {
    build(options: object): Promise<{ outputFiles: { text: string }[] }>;
  };
  const options = { bundle: true, write: false, target: 'es2021', charset: 'utf8', logLevel: 'warning' };
  const { outputFiles } = await build({ ...options, entryPoints: [join(source, 'main.ts')] });
  return outputFiles.map((output) => output.text).join('');
}

function code(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return code(path);
      return entry.name.endsWith('.ts') ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}

const parameters = (text: string) =>
  pieces(text)
    .flatMap((piece) => (typeof piece === 'string' ? [] : [piece.parameter]))
    .sort();

test('both catalogues have the same entries', () => {
  assert.deepEqual(Object.keys(sv), Object.keys(en));
});

test('no entry is empty', () => {
  for (const [key, text] of [...Object.entries(sv), ...Object.entries(en)]) assert.notEqual(text.trim(), '', key);
});

test('an entry has the same parameters in both languages', () => {
  for (const [key, text] of Object.entries(en))
    assert.deepEqual(parameters(sv[key as keyof typeof sv]), parameters(text), key);
});

test('every entry is used, and every entry used is there', () => {
  const all = code(source);
  for (const key of Object.keys(en)) assert.ok(all.includes(`'${key}'`), `nobody uses ${key}`);
  const families = [...new Set(Object.keys(en).map((key) => key.split('.')[0]))].join('|');
  // Measures have names that look alike; they are no entries.
  for (const [, key] of all.matchAll(new RegExp(`words\\.(?:t|text)\\(\\s*'((?:${families})[.\\w]*)'`, 'g')))
    assert.ok(key !== undefined && key in en, `${key} is in no catalogue`);
});

test('a text is not the same in both languages, unless the languages have the same word for it', () => {
  const same = [
    'bottleneck.lever.budget',
    'compare.row',
    'edit.field.period',
    'edit.field.risk',
    'edit.tab.text',
    'edit.value.institution',
    'edit.value.minus',
    'edit.value.plus',
    'method.period',
    'method.program',
    'method.scenario',
  ];
  for (const [key, text] of Object.entries(en)) {
    const words = pieces(text).some((piece) => typeof piece === 'string' && /\p{L}/u.test(piece));
    if (words) assert.equal(sv[key as keyof typeof sv] === text, same.includes(key), key);
  }
});

test('what stands in "both" stands nowhere else, and both languages have the same sections', () => {
  for (const language of ['sv', 'en']) {
    const { both, page, program, ...others } = file(language);
    assert.deepEqual(others, {});
    for (const key of Object.keys(both ?? {}))
      assert.ok(!(key in (page ?? {})) && !(key in (program ?? {})), `${key} stands there twice`);
  }
});

test('the page carries its own texts, and none that only the program says', async () => {
  const script = await bundled();
  const carried = ([key, text]: [string, string]) => script.includes(`${JSON.stringify(key)}: ${JSON.stringify(text)}`);
  for (const language of ['sv', 'en']) {
    const { page = {}, program = {} } = file(language);
    for (const entry of Object.entries(page)) assert.ok(carried(entry), entry[0]);
    for (const entry of Object.entries(program))
      assert.ok(page[entry[0]] === entry[1] || !carried(entry), `only the program says ${entry[0]}`);
  }
});

test('parameters take their places, and what is not given leaves none', () => {
  assert.equal(new Words('en').t('number.range', { low: 1, high: 2 }), '1 to 2');
  assert.equal(new Words('sv').t('number.range', { low: 1 }), '1 till ');
});

test('a thing is called by its label, else by the other language, else by its name', () => {
  const words = new Words('sv');
  assert.equal(words.called({ name: 'a', label: { sv: 'Å', en: 'A' } }), 'Å');
  assert.equal(words.called({ name: 'a', label: { sv: '', en: 'A' } }), 'A');
  assert.equal(words.called({ name: 'a', label: { sv: '', en: '' } }), 'a');
  assert.equal(words.called(undefined, 'x'), 'x');
});

test('the page makes elements, never markup out of text', () => {
  assert.doesNotMatch(code(source), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
});
