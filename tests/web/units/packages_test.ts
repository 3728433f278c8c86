// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const web = process.env['TRAPPHUS_WEB'] ?? '';
const text = (name: string) => readFileSync(join(web, name), 'utf8');

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

test('versions are exact', () => {
  const { dependencies, devDependencies } = JSON.parse(text('package.json')) as Manifest;
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
});

test('the lock file names no place to download from, and knows every package by its content', () => {
  const lock = JSON.parse(text('package-lock.json')) as { packages: Record<string, Record<string, unknown>> };
  for (const [name, entry] of Object.entries(lock.packages)) {
    if (name === '') continue;
    assert.equal(entry['resolved'], undefined, name);
    assert.equal(typeof entry['integrity'], 'string', name);
  }
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    assert.doesNotMatch(text(file), /registry\.|\.tgz/, file);
});
