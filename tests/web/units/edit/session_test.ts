// SPDX-License-Identifier: MIT
// What is edited, what is asked of the server and when, and what can be undone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Checked } from 'viewer/data/server';
import { diffLines, pieces } from 'viewer/edit/text/diff';
import { History } from 'viewer/edit/text/history';
import { Session } from 'viewer/edit/text/session';
import { changedByHand } from 'viewer/edit/names/by_hand';
import { allAssumed, staleValues } from 'viewer/edit/names/stale';
import type { Steps } from 'viewer/edit/text/tree';
import { treeDiff } from 'viewer/edit/text/tree_diff';
import { Words } from 'viewer/language/language';
import { checkedHere, scenarioText, treeOf } from './tree';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const reports: { text: string; how: string; valid: boolean }[] = [];

function session(text: string, check: (text: string) => Promise<Checked>): Session {
  reports.length = 0;
  return new Session({ text, check, onChange: (now, how, valid) => reports.push({ text: now, how, valid }) });
}

test('a drag is one step; typing at a stretch is one, and a pause begins another', () => {
  const history = new History('a');
  for (const text of ['b', 'c', 'd']) history.put(text, 'slider:x');
  history.seal();
  history.put('e', 'slider:x');
  history.put('f', 'text', 10_000);
  history.put('g', 'text', 10_500);
  history.put('h', 'text', 12_000);
  const texts = [];
  while (history.undo()) texts.push(history.text);
  assert.deepEqual(texts, ['g', 'e', 'd', 'a']);
  while (history.redo());
  assert.equal(history.text, 'h');
});

test('undoing gives back every line break as it was', () => {
  const texts = ['a\r\nb\nc\r', 'a\nb\r\n\nc', ''];
  const history = new History(texts[0] ?? '');
  for (const text of texts) history.put(text);
  assert.equal(history.text, '');
  for (const text of [texts[1], texts[0]]) {
    assert.ok(history.undo());
    assert.equal(history.text, text);
  }
  assert.ok(!history.canUndo && history.canRedo);
});

test('the newest check wins, however late an older one answers', async () => {
  const slow: ((checked: Checked) => void)[] = [];
  const one = session('seed: 1\n', (text) =>
    text === 'seed: 2\n' ? new Promise((resolve) => slow.push(resolve)) : Promise.resolve(checkedHere(text, 'x.yaml')),
  );
  await sleep(10);
  one.change('seed: 2\n', 'form');
  await sleep(20);
  one.change('seed: 3\n', 'form');
  await sleep(20);
  slow[0]?.({ file: 'x.yaml', problems: [{ file: 'x.yaml', line: 1, column: 1, message: 'late' }] });
  await sleep(10);
  assert.deepEqual(one.problems, []);
  assert.ok(one.current);
  assert.deepEqual(reports, [{ text: 'seed: 3\n', how: 'form', valid: true }]);
  one.end();
});

test('a text that is wrong is told as such, and what was known before stays for the form', async () => {
  const one = session('seed: 1\n', (text) => Promise.resolve(checkedHere(text, 'x.yaml')));
  await sleep(10);
  one.change('seed: {1\n', 'text');
  await sleep(400);
  assert.equal(reports.at(-1)?.valid, false);
  assert.ok(!one.readable && one.tree !== undefined);
  one.undo();
  await sleep(20);
  assert.ok(one.readable && !one.changed);
  one.end();
});

test('a server that does not answer is said so, and asked again after the next change', async () => {
  let down = true;
  const one = session('seed: 1\n', (text) =>
    down ? Promise.reject(new Error('no answer')) : Promise.resolve(checkedHere(text, 'x.yaml')),
  );
  await sleep(10);
  assert.equal(one.failure, 'no answer');
  down = false;
  one.change('seed: 2\n', 'form');
  await sleep(20);
  assert.equal(one.failure, '');
  assert.ok(one.originalTree);
  one.end();
});

test('after saving, what is saved is the original', async () => {
  const one = session('seed: 1\n', (text) => Promise.resolve(checkedHere(text, 'x.yaml')));
  await sleep(10);
  one.change('seed: 2\n', 'form');
  await sleep(20);
  assert.ok(one.changed);
  one.saved('seed: 2\n');
  assert.ok(!one.changed);
  assert.deepEqual(treeDiff(one.originalTree, one.tree), []);
  one.end();
});

test('what two scenarios say differently is told by path, also where rows have come in between', () => {
  const before = scenarioText('hasselby/district.yaml');
  const after = before
    .replace('fte: {value: 0.4,', 'fte: {value: 0.5,')
    .replace('\nmoves:\n', '\nmoves:\n  - {from: transit, to: training, risk: 1 %/year}\n');
  const changes = treeDiff(treeOf(before, 'hasselby/district.yaml'), treeOf(after, 'hasselby/district.yaml'));
  const said = changes.map(({ path, before: was, after: now }) => [path, was, now]);
  assert.deepEqual(said, [
    ['moves.transit.training.from', undefined, 'transit'],
    ['moves.transit.training.to', undefined, 'training'],
    ['moves.transit.training.risk', undefined, '1 %/year'],
    ['staff.leader.fte', '0.4', '0.5'],
  ]);
});

test('lines that are the same stay; what differs has its sign, and a gap where nothing does', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni';
  const lines = diffLines(before, 'a\nB\nc\nd\ne\nf\ng\ni\nj');
  assert.deepEqual(
    lines.filter(({ sign }) => sign !== ' ').map(({ sign, text }) => sign + text),
    ['-b', '+B', '-h', '+j'],
  );
  assert.equal(
    lines
      .filter(({ sign }) => sign !== '+')
      .map(({ text }) => text)
      .join('\n'),
    before,
  );
  assert.equal(pieces(lines, 1).filter((line) => line === undefined).length, 1);
  assert.deepEqual(pieces(diffLines(before, before)), []);
});

test('lines of more kinds than can be compared are all gone and all come', () => {
  const long = Array.from({ length: 60_000 }, (_, i) => `line ${i}`);
  const signs = diffLines(long.join('\n'), 'line 1').map(({ sign }) => sign);
  assert.deepEqual([signs.indexOf('+'), signs.length], [60_000, 60_001]);
});

const WHY = 'in place of what the source says: hasselby';

test('a number that is changed by hand loses its source and notes what it was; put back, it is as before', () => {
  const file = 'hasselby/district.yaml';
  const original = scenarioText(file);
  const opened = { original, originalTree: treeOf(original, file) };
  const set = (text: string, steps: Steps, value: string) =>
    changedByHand({ text, tree: treeOf(text, file) }, steps, value, opened, new Words('en'));
  const units = ['stages', 'training', 'units'];
  const once = set(original, units, '70');
  assert.ok(once.includes(`units: {value: 70, assumption: "${WHY}", was: 76}`), once.slice(0, 0));
  // Again: it was 76 still, and not 70.
  assert.ok(set(once, units, '71').includes(`units: {value: 71, assumption: "${WHY}", was: 76}`));
  assert.equal(set(once, units, '76'), original);
  // What was an assumption before keeps its reason, and its range.
  const absence = set(original, ['staff', 'project', 'absence'], '9 %');
  assert.ok(absence.includes('absence: {value: 9 %, assumption: "no data", was: 8 %}'));
  // A word is no number.
  const weekday = set(original, ['boards', 'housing_board', 'weekday'], 'monday');
  assert.ok(weekday.includes('weekday: monday '));
});

test('a value that a file inherits notes what it was as well', () => {
  const file = 'hasselby/mine.yaml';
  const text = 'extends: district.yaml\n';
  const tree = treeOf(text, file);
  const opened = { original: text, originalTree: tree };
  const steps = ['stages', 'training', 'units'];
  const after = changedByHand({ text, tree }, steps, '70', opened, new Words('en'));
  assert.equal(after, `${text}change:\n  stages.training.units: {value: 70, assumption: "${WHY}", was: 76}\n`);
  const back = changedByHand({ text: after, tree: treeOf(after, file) }, steps, '76', opened, new Words('en'));
  assert.equal(back.trimEnd(), text.trimEnd());
});

test('values that no longer are what their source says are marked as assumptions, and only they', () => {
  const file = 'hasselby/district.yaml';
  const before = scenarioText(file);
  const text = before
    .replace('fte: {value: 2.5, source: hasselby', 'fte: {value: 3, source: hasselby')
    .replace('units: {value: 76, source: hasselby}', 'units: {value: 70, source: hasselby}')
    .replace('absence: {value: 8 %', 'absence: {value: 9 %');
  const now = { originalTree: treeOf(before, file), tree: treeOf(text, file), text };
  assert.deepEqual(
    staleValues(now).map(({ path }) => path),
    ['stages.training.units', 'staff.project.fte'],
  );
  const marked = allAssumed(now, new Words('en'));
  const expected = text
    .replace(/fte: \{value: 3, source: hasselby(.*?)\}/, `fte: {value: 3, assumption: "${WHY}"$1, was: 2.5}`)
    .replace('units: {value: 70, source: hasselby}', `units: {value: 70, assumption: "${WHY}", was: 76}`);
  assert.equal(marked, expected);
  assert.deepEqual(staleValues({ ...now, tree: treeOf(marked, file) }), []);
});
