// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedFigures, common, student } from 'viewer/data/changed';
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

/** The sample with one value a replication for the households in acute housing of the project. */
function replicated(values: number[], replications = values.length) {
  return sampleModel((report) => {
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    report.replications = replications;
    report.alternatives['project']!.measures['households.acute'] = estimate(mean, mean - 5, mean + 5);
    report.viewer.replications = { project: { 'households.acute': values } };
  });
}

test('what a change does is told replication by replication, for both have the same households', () => {
  // Values between 10 and 40, and each larger by 0.9, 1.0 or 1.1: mean 1, deviation 0.1 (16 pairs: sqrt(0.16 / 15) =
  // 0.1033), so half a width of 2.1314 * 0.1033 / 4 = 0.0550. The intervals of the two alone are +-5.
  const before = Array.from({ length: 16 }, (_, i) => 10 + 2 * i);
  const after = before.map((x, i) => x + 1 + (i % 2 === 0 ? 0.1 : -0.1));
  const [figure] = changedFigures(replicated(before), replicated(after), 'project');
  assert.equal(figure?.direction, 'more');
  assert.ok(Math.abs((figure.difference.mean ?? 0) - 1) < 1e-9);
  assert.ok(Math.abs((figure.difference.high ?? 0) - 1.055) < 1e-3);
});

test('a first answer is compared with as many replications of the other, and not with all of them', () => {
  // The first 16 are alike, and the other 384 are not in the answer yet: there is no difference, whatever their mean.
  const few = Array.from({ length: 16 }, (_, i) => 10 + i);
  const all = [...few, ...Array.from({ length: 384 }, () => 90)];
  const [figure] = changedFigures(replicated(all), replicated(few), 'project');
  assert.equal(figure?.direction, 'same');
  assert.equal(figure.before.mean, figure.after.mean);
  assert.equal(common(replicated(all), replicated(few)), 16);
});

test('of a ratio, whose value is no mean of the replications, nothing is claimed from unequal numbers of them', () => {
  const ratio = (values: number[], value: number) => {
    const model = replicated(values);
    model.report.alternatives['project']!.measures['households.acute'] = estimate(value, value - 1, value + 1);
    return model;
  };
  const few = Array.from({ length: 16 }, (_, i) => 10 + i);
  const many = Array.from({ length: 64 }, (_, i) => 11 + i);
  assert.equal(changedFigures(ratio(many, 5), ratio(few, 9), 'project')[0]?.direction, 'unknown');
  assert.equal(changedFigures(ratio(few, 5), ratio(few.map((x) => x + 1), 9), 'project')[0]?.direction, 'more');
});

test('of two lower bounds no difference is known', () => {
  // At least 468 and at least 451 days: the longer may be either.
  const bound = (value: number) => {
    const model = replicated(Array.from({ length: 16 }, (_, i) => value + i));
    model.report.alternatives['project']!.measures['households.acute'] = { mean: value, low: value, high: null };
    return model;
  };
  const [figure] = changedFigures(bound(468), bound(451), 'project');
  assert.equal(figure?.direction, 'unknown');
  assert.equal(figure.difference.mean, null);
});

test('the quantiles of Student’s distribution are those of the tables', () => {
  for (const [freedom, value] of [
    [1, 12.706],
    [5, 2.571],
    [6, 2.447],
    [15, 2.131],
    [399, 1.966],
  ] as const)
    assert.ok(Math.abs(student(freedom) - value) < 2e-3, String(freedom));
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
