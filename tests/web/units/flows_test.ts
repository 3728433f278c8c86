// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARRIVALS, BACK, flows, returning } from 'viewer/data/flows';
import { sampleModel } from './sample';

test('a move back to a stage passed before is a return', () => {
  const pairs: [string, string][] = [
    ['hotel', 'training'],
    ['training', 'trial'],
    ['trial', 'hotel'],
    ['trial', 'home'],
  ];
  assert.deepEqual([...returning(pairs, ['hotel'])], ['trial>hotel']);
});

test('without the returns there are no circles, wherever one begins', () => {
  const pairs: [string, string][] = [
    ['a', 'b'],
    ['b', 'a'],
    ['b', 'c'],
    ['c', 'c'],
  ];
  assert.deepEqual([...returning(pairs, [])].sort(), ['b>a', 'c>c']);
});

test('those who become homeless enter where their group enters', () => {
  const all = flows(sampleModel(), 'zero', 2011);
  assert.deepEqual(all[0], { from: ARRIVALS, to: 'hotel', target: 'hotel', households: 8 });
});

test('flows are those of the year; those that nobody took are left out', () => {
  const year = (y: number) =>
    flows(sampleModel(), 'zero', y).map(({ from, to, target, households }) => [from, to, target, households]);
  assert.deepEqual(year(2012), [
    [ARRIVALS, 'hotel', 'hotel', 8],
    ['training', 'hotel', `${BACK}hotel`, 1],
    ['hotel', 'training', 'training', 4],
    ['training', 'own_home', 'own_home', 2],
  ]);
  assert.equal(year(2011).length, 5);
  assert.deepEqual(year(1999), []);
});
