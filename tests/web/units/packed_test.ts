// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unpacked } from 'viewer/data/packed';

test('what the program packs is unpacked, with the letters of other languages', async () => {
  // Python: base64.b64encode(zlib.compress('hello'.encode(), 9)), and of {"å": "–"}.
  assert.equal(await unpacked('eNrLSM3JyQcABiwCFQ=='), 'hello');
  assert.equal(await unpacked('eNqrVjq8VMlKQelRw2SlWgAkSQU4'), '{"å": "–"}');
});

test('what is cut off is refused', async () => {
  await assert.rejects(unpacked('eNrLSM3J'));
});
