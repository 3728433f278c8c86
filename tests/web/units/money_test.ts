// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGrant } from 'viewer/data/model';
import { overLines, stayedAbove, sums, total } from 'viewer/data/money';
import { sampleModel } from './sample';

test('the ledger is summed by line and calendar year, grants last', () => {
  const { years, lines } = sums(sampleModel(), 'project');
  assert.deepEqual(years, [2011, 2012]);
  assert.deepEqual(
    [...lines],
    [
      ['acute', [1000, 1000]],
      ['staff', [1200, 1200]],
      ['grant:first', [-20, -20]],
    ],
  );
});

test('costs are without grants, the balance is with them', () => {
  const all = sums(sampleModel(), 'project');
  assert.deepEqual(
    overLines(all, (line) => !isGrant(line)),
    [2200, 2200],
  );
  assert.equal(total(overLines(all, () => true)), 4360);
  assert.equal(total(undefined), 0);
});

test('the mean saving adds up from month to month, without grants', () => {
  assert.deepEqual(sampleModel().meanCumulativeSaving('project'), [-100, -200, -300, -400]);
  assert.deepEqual(sampleModel().meanCumulativeSaving('zero'), [0, 0, 0, 0]);
});

test('it has paid for itself from the month from which the saving stays above zero', () => {
  assert.equal(stayedAbove([-1, 2, -1, 0, 5]), 3);
  assert.equal(stayedAbove([1, 2]), 0);
  assert.equal(stayedAbove([1, -2]), undefined);
  assert.equal(stayedAbove([]), undefined);
});

test('the cost of acute housing is a measure only where one line has all of it and nothing else', () => {
  assert.equal(sampleModel().acuteCost, 'cost.acute');
  const shared = sampleModel(({ viewer }) => (viewer.staircase.stages[1]!.line = 'acute'));
  assert.equal(shared.acuteCost, undefined);
  const split = sampleModel(({ viewer }) => {
    viewer.staircase.stages.push({ ...viewer.staircase.stages[0]!, name: 'hostel', line: 'hostels' });
  });
  assert.equal(split.acuteCost, undefined);
});
