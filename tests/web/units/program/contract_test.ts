// SPDX-License-Identifier: MIT
// What the page must know of the program's own words: asked of the program.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ENUMERATIONS } from 'viewer/data/enumerations';
import type { Fields } from 'viewer/data/server';
import { Served } from '../../pages/program_browser';

const output = join(process.env['TRAPPHUS_WEB'] ?? '', '..');
const english = JSON.parse(readFileSync(join(output, 'language/en.json'), 'utf8')) as Record<string, string>;
const program = new Served();
let fields: Fields;

before(async () => {
  await program.start();
  fields = (await (await fetch(`${program.address}api/fields?lang=en`)).json()) as Fields;
});
after(() => program.close());

const texts = (family: string) => Object.keys(english).filter((id) => id.startsWith(family));

test('the page knows the words of every enumeration that the program has, in its order', () => {
  assert.deepEqual(fields.enumerations, ENUMERATIONS);
});

test('every field of a scenario has a text, and every such text is of a field', () => {
  const all = Object.entries(fields.tables).flatMap(([table, { fields }]) =>
    fields.map(({ key }) => [`edit.field.${table.replace(/ /g, '_')}.${key}`, `edit.field.${key}`]),
  );
  assert.ok(all.length > 100);
  for (const ids of all)
    assert.ok(
      ids.some((id) => id in english),
      ids[1],
    );
  const known = new Set(all.flat());
  assert.deepEqual(
    texts('edit.field.').filter((id) => !known.has(id)),
    [],
  );
});

test('every word that may stand in a field has a text, and every such text is of a word', () => {
  const values = Object.values(fields.types).flatMap(({ values }) => values ?? []);
  assert.deepEqual(texts('edit.value.'), [...new Set(values)].map((value) => `edit.value.${value}`).sort());
});

test('what happens to a household has a text, but that it leaves: where it goes says so', () => {
  const known = Object.keys(english);
  const kinds = ENUMERATIONS.EventKind.filter((kind) => kind !== 'entered');
  assert.deepEqual(
    kinds.filter((kind) => !known.includes(`event.${kind}`)),
    ['left'],
  );
});
