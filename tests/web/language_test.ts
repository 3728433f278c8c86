// SPDX-License-Identifier: MIT
// One catalogue a language: the same entries, the same parameters, and every entry in use.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Words, pieces } from 'viewer/language/language';
import en from 'viewer/language/en.json';
import sv from 'viewer/language/sv.json';

const source = join(process.env['TRAPPHUS_WEB'] ?? '', 'src');

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
