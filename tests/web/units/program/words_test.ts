// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedFigures, direction } from 'viewer/data/changed';
import { freeInputs } from 'viewer/data/free';
import type { Place, TreeNode } from 'viewer/data/server';
import { Words } from 'viewer/language/language';
import { asFile, fileOf, folderOf, isNamed, pathOf, runName } from 'viewer/program/shared/names';
import { rebased } from 'viewer/program/live/rebase';
import { statusText } from 'viewer/program/live/status';
import { sampleRun } from './fake';
import { estimate, sampleModel } from '../sample';

const sv = new Words('sv');
const en = new Words('en');

test('a difference is told from chance only where the two intervals leave no doubt', () => {
  assert.equal(direction(estimate(20, 19, 21), estimate(20, 19, 21)), 'same');
  assert.equal(direction(estimate(20, 19, 21), estimate(21.3, 20.3, 22.3)), 'unseen');
  assert.equal(direction(estimate(20, 19, 21), estimate(21.5, 20.5, 22.5)), 'more');
  assert.equal(direction(estimate(20, 19, 21), estimate(18, 17.5, 18.5)), 'less');
});

test('key figures are compared where both answers have them', () => {
  const before = sampleModel(({ alternatives }) => delete alternatives['project']?.measures['homes']);
  const after = sampleModel();
  assert.deepEqual(
    changedFigures(before, after, 'project').map(({ measure, direction: is }) => [measure, is]),
    [['households.acute', 'same']],
  );
  assert.deepEqual(changedFigures(before, after, 'nobody'), []);
  const none = sampleModel(({ alternatives }) => {
    for (const set of Object.values(alternatives)) set.measures['homes'] = estimate(0, 0, 0);
  });
  assert.deepEqual(
    changedFigures(none, none, 'project').map(({ measure }) => measure),
    ['households.acute'],
  );
});

test('the first answer is called quick, with how many simulations it is from', () => {
  const run = sampleRun(1, { answer: 1, replications: 16, quick: true });
  assert.match(statusText(en, { state: 'running', run }), /^Quick answer from 16 simulations/);
  assert.match(statusText(sv, { state: 'running', run }), /^Snabbt svar från 16 simuleringar/);
});

test('a run without an answer promises none', () => {
  for (const state of ['waiting', 'running', 'cancelled', 'interrupted'] as const)
    assert.doesNotMatch(statusText(en, { state, run: sampleRun(1, { state }) }), /answer (is )?from/);
  const failed = sampleRun(1, { state: 'failed', error: 'No units.' });
  assert.match(statusText(en, { state: 'failed', run: failed }), /No units/);
});

test('a run is called by its reader’s name, else by what it is of', () => {
  assert.equal(runName(sv, sampleRun(1, { name: 'Min plan' })), 'Min plan');
  const own = sampleRun(1, { scenario: 'trapphus:hasselby/hasselby.yaml', name: 'hasselby/hasselby.yaml' });
  assert.ok(!isNamed(own));
  assert.equal(runName(sv, own), 'Körning: hasselby.yaml');
  const compared = sampleRun(1, { kind: 'compare', scenario: '', name: 'trapphus:a/b.yaml, c.yaml' });
  assert.equal(runName(en, compared), 'a/b.yaml, c.yaml');
});

test('what is shipped lies in no folder of the reader’s', () => {
  const id = 'trapphus:hasselby/hasselby.yaml';
  assert.deepEqual([pathOf(id), fileOf(id), folderOf(id)], ['hasselby/hasselby.yaml', 'hasselby.yaml', '']);
  assert.deepEqual([fileOf('plans/a.yaml'), folderOf('plans/a.yaml'), folderOf('a.yaml')], ['a.yaml', 'plans/', '']);
  assert.deepEqual(['plan', 'plan.yml', ''].map(asFile), ['plan.yaml', 'plan.yml', '']);
});

test('a scenario that is saved elsewhere extends what it extended', () => {
  const text = '# c\nextends: "district.yaml"  # the base\nname: x\n';
  const shipped = 'trapphus:hasselby/hasselby.yaml';
  assert.match(rebased(text, shipped, 'mine.yaml'), /^extends: "trapphus:hasselby\/district.yaml" {2}# the base$/m);
  assert.equal(rebased(text, 'a.yaml', 'b.yaml'), text);
  assert.match(rebased(text, 'plans/a.yaml', 'b.yaml'), /^extends: "plans\/district.yaml"/m);
  assert.match(rebased(text, 'a.yaml', 'plans/old/b.yaml'), /^extends: "..\/..\/district.yaml"/m);
  assert.equal(rebased('extends: ../base.yaml\n', 'plans/a.yaml', 'b.yaml'), 'extends: "base.yaml"\n');
  assert.equal(rebased('extends: ../base.yaml\n', 'plans/a.yaml', 'x/b.yaml'), 'extends: ../base.yaml\n');
  const already = 'extends: trapphus:a/b.yaml\n';
  assert.equal(rebased(already, 'plans/a.yaml', 'b.yaml'), already);
  const inner = 'groups:\n  extends: "district.yaml"\n';
  assert.equal(rebased(inner, shipped, 'mine.yaml'), inner);
});

test('the inputs that can be fitted are those that the scenario lists', () => {
  const at: Place = ['a.yaml', 1, 1];
  const text = (said: string): TreeNode => ({ at, text: said });
  const one: TreeNode = {
    at,
    map: [
      ['path', at, text('groups.a.arrivals')],
      ['range', at, text('1/week..2/week')],
    ],
  };
  const tree: TreeNode = { at, map: [['free', at, { at, list: [one] }]] };
  assert.deepEqual(freeInputs(tree), [{ path: 'groups.a.arrivals', range: '1/week..2/week' }]);
  assert.deepEqual(freeInputs({ at, map: [] }), []);
  assert.deepEqual(freeInputs(undefined), []);
});
