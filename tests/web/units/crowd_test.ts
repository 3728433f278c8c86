// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GONE, counts, households, stageOn } from 'viewer/data/crowd';

// Two households: one from the first day, which moves on day 10 and is gone on day 20; one that comes on day 8.
const all = households([
  [0, 2, 0, 0, 10, 1, 20, GONE],
  [1, 0, 8, 0],
]);

test('a household is where it went last', () => {
  const [first, second] = all;
  assert.equal(stageOn(first!, 0), 0);
  assert.equal(stageOn(first!, 9), 0);
  assert.equal(stageOn(first!, 10), 1);
  assert.equal(stageOn(first!, 20), GONE);
  assert.equal(stageOn(second!, 7), undefined);
});

test('each week counts who lives in a stage, and who has ever come to it', () => {
  const { living, come } = counts(all, 2, 4);
  assert.deepEqual(living, [
    [1, 0],
    [1, 0],
    [1, 1],
    [1, 0],
  ]);
  assert.deepEqual(come.at(-1), [2, 1]);
});
