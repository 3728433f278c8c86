// SPDX-License-Identifier: MIT
// Changes of scenario texts: what is meant changes, and not a byte else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addRow, markAssumption, remove, setValue, setWritten, type Draft } from 'viewer/edit/text/change';
import { offsetOf } from 'viewer/edit/text/places';
import { parse } from 'viewer/edit/text/syntax';
import { find, isText, pathOf, plain, textOf, type Steps } from 'viewer/edit/text/tree';
import { scenarioText, treeOf } from './tree';

const draft = (text: string, file = 'hasselby/mine.yaml'): Draft => ({ text, tree: treeOf(text, file) });
const real = (file: string): Draft => draft(scenarioText(file), file);

/** What was taken out of a text, and what was put in there. */
function difference(before: string, after: string): [string, string] {
  let from = 0;
  while (from < before.length && before[from] === after[from]) ++from;
  let same = 0;
  const most = Math.min(before.length, after.length) - from;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) ++same;
  return [before.slice(from, before.length - same), after.slice(from, after.length - same)];
}

function valueAt({ text }: { text: string }, file: string, steps: Steps): string {
  const node = plain(find(treeOf(text, file), steps));
  return isText(node) ? node.text : '';
}

const timelineRow = (tree: Draft['tree'], date: string): number => {
  const rows = find(tree, ['timeline']);
  return rows && 'list' in rows ? rows.list.findIndex((row) => JSON.stringify(row).includes(date)) : -1;
};

test('a number is replaced where it stands, and everything else stays byte for byte', () => {
  const before = real('hasselby/district.yaml');
  assert.deepEqual(difference(before.text, setValue(before, ['staff', 'project', 'fte'], '3.7')), ['2.5', '3.7']);
  assert.deepEqual(difference(before.text, setValue(before, ['stages', 'emergency', 'units'], '50')), ['44', '50']);
  const price = ['stages', 'acute_housing', 'forms', 'on_call', 'price'];
  assert.deepEqual(difference(before.text, setValue(before, price, '43 000 SEK/month')), ['51', '43']);
});

test('a value of one group, in braces, is replaced alone', () => {
  const before = real('hasselby/district.yaml');
  const steps = ['moves', 7, 'offers', 'families'];
  assert.deepEqual(difference(before.text, setValue(before, steps, '9/year')), ['6', '9']);
  assert.equal(pathOf(before.tree, steps), 'moves.acute_housing.first_hand.offers.families');
});

test('what a timeline and an alternative set is replaced there', () => {
  const before = real('hasselby/district.yaml');
  const row = timelineRow(before.tree, '2013-07-01');
  const steps = ['timeline', row, 'change', 'staff.project.fte'];
  assert.equal(pathOf(before.tree, steps), 'timeline.2013-07-01.staff.project.fte');
  assert.deepEqual(difference(before.text, setValue(before, steps, '0.9')), ['85', '9']);
  const zero = ['alternatives', 'zero', 'change', 'staff.leader.fte'];
  assert.equal(pathOf(before.tree, zero), 'alternatives.zero.staff.leader.fte');
  assert.deepEqual(difference(before.text, setValue(before, zero, '0.4')), ['', '.4']);
});

test('a value that YAML would split at its comma is put in quotation marks, and keeps those it had', () => {
  const before = real('hasselby/district.yaml');
  const after = setValue(before, ['services', 'drop_in', 'work'], 'gamma(3 h, 1 h)');
  assert.match(after, /work: \{value: "gamma\(3 h, 1 h\)", assumption/);
  const cut = draft('services:\n  a: {work: gamma(14 h, 10 h), team: b}\n');
  assert.equal(
    setValue(cut, ['services', 'a', 'work'], 'gamma(1,5 h; 2 h)'),
    'services:\n  a: {work: "gamma(1,5 h; 2 h)", team: b}\n',
  );
});

test('an inherited value is set under `change`, with its range and what was said of it', () => {
  const before = draft('extends: district.yaml\nname: Mitt # eget\n');
  const once = setValue(before, ['stages', 'training', 'units'], '80');
  assert.equal(once, `${before.text}change:\n  stages.training.units: {value: 80, source: hasselby}\n`);
  const twice = setValue(draft(once), ['stages', 'training', 'units'], '81');
  assert.equal(twice, once.replace('80', '81'));
  const other = setValue(draft(twice), ['staff', 'project', 'direct_hours'], '20 h/week');
  assert.match(
    other,
    /\n  staff\.project\.direct_hours: \{value: 20 h\/week, assumption: ".*", range: 18 h\/week\.\.30 h\/week\}\n$/,
  );
  assert.equal(valueAt({ text: other }, 'hasselby/mine.yaml', ['staff', 'project', 'direct_hours']), '20 h/week');
});

test('the same change is found again before the server has read it', () => {
  const before = draft('extends: district.yaml\n');
  const once = setValue(before, ['stages', 'training', 'units'], '80');
  assert.equal(
    setValue({ text: once, tree: before.tree }, ['stages', 'training', 'units'], '82'),
    once.replace('80', '82'),
  );
});

test('what the own `change` set is changed there, with its comments and its note', () => {
  const before = real('hasselby/hasselby.yaml');
  const moves = find(before.tree, ['moves']);
  const isIt = (one: Parameters<typeof textOf>[0]) =>
    textOf(one, 'from') === 'acute_housing' && textOf(one, 'to') === 'first_hand';
  const row = moves && 'list' in moves ? moves.list.findIndex(isIt) : -1;
  const after = setValue(before, ['moves', row, 'offers', 'families'], '20/year');
  const fitted = /(acute_housing\.first_hand\.offers\.families:\n +value: )[\d.]+/;
  assert.match(before.text, fitted);
  assert.equal(
    after,
    before.text.replace(fitted, (_, path: string) => `${path}20`),
  );
});

test('a timeline that is inherited is changed under its own path', () => {
  const before = draft('extends: district.yaml\n');
  const row = timelineRow(before.tree, '2013-07-01');
  const after = setValue(before, ['timeline', row, 'change', 'staff.project.fte'], '1');
  assert.match(after, /\nchange:\n  timeline\.2013-07-01\.staff\.project\.fte: \{value: 1, assumption: /);
});

test('a value beside an own one in the same mapping is added to it as that is written', () => {
  const block = draft('staff:\n  a:\n    fte: 1   # one\n    # more\n\nmoves: []\n');
  assert.equal(
    setValue(block, ['staff', 'a', 'caseload'], '12'),
    'staff:\n  a:\n    fte: 1   # one\n    caseload: 12\n    # more\n\nmoves: []\n',
  );
  const flow = draft('staff:\n  a: {fte: 1} # one\n  b:\n');
  assert.equal(setValue(flow, ['staff', 'a', 'caseload'], '12'), 'staff:\n  a: {fte: 1, caseload: 12} # one\n  b:\n');
  assert.equal(setValue(flow, ['staff', 'b', 'fte'], '2'), 'staff:\n  a: {fte: 1} # one\n  b: {fte: 2}\n');
  assert.equal(setValue(flow, ['seed'], '4'), `${flow.text}seed: 4\n`);
});

test('a thing is added by its name, and a row at the end of its list', () => {
  const before = real('hasselby/district.yaml');
  const staff = setWritten(before, ['staff', 'new_team'], '{fte: 1, direct_hours: 20 h/week}');
  assert.equal(difference(before.text, staff)[0], '');
  assert.match(staff, /\n  new_team: \{fte: 1, direct_hours: 20 h\/week\}\n\nboards:/);
  const rows = addRow(before, ['observations'], ['{measure: homes, value: 3}', '{measure: homes, value: 4}']);
  assert.equal(difference(before.text, rows)[0], '');
  assert.match(
    rows,
    /first_hand\.helped, from: 2013-01-01, to: 2013-12-31, alternative: project\}\n  - \{measure: homes, value: 3\}\n  - \{measure: homes, value: 4\}\n/,
  );
});

test('rows are added to an inherited list by taking it over, but moves are added alone', () => {
  const before = draft('extends: district.yaml\n');
  const rows = addRow(before, ['observations'], ['{measure: homes, value: 3}']);
  const list = find(treeOf(rows, 'hasselby/mine.yaml'), ['observations']);
  const inherited = find(before.tree, ['observations']);
  assert.equal(
    list && 'list' in list && list.list.length,
    (inherited && 'list' in inherited ? inherited.list.length : 0) + 1,
  );
  const moves = addRow(before, ['moves'], ['{from: transit, to: lost_contact, risk: 1 %/year}']);
  assert.equal(moves, `${before.text}moves:\n  - {from: transit, to: lost_contact, risk: 1 %/year}\n`);
});

test('an entry or a row is taken away with its line, and the last one leaves no half sentence', () => {
  const before = draft(
    'staff:\n  a: {fte: 1, cost: 2}\n  b:\n    fte: 1\n    cost: 2 # b\nlist:\n  - x: 1\n    y: 2\n  - x: 3\n',
  );
  assert.equal(remove(before, ['staff', 'b']), before.text.replace('  b:\n    fte: 1\n    cost: 2 # b\n', ''));
  assert.equal(remove(before, ['staff', 'a', 'fte']), before.text.replace('fte: 1, ', ''));
  assert.equal(remove(before, ['staff', 'a', 'cost']), before.text.replace(', cost: 2', ''));
  assert.equal(remove(before, ['list', 1]), before.text.replace('  - x: 3\n', ''));
  assert.equal(remove(before, ['list', 0]), before.text.replace('  - x: 1\n    y: 2\n', ''));
  assert.equal(remove(before, ['list', 0, 'x']), before.text.replace('x: 1\n    y: 2', 'y: 2'));
  const changes = draft('extends: district.yaml\nchange:\n  stages.training.units: 3\n');
  assert.equal(remove(changes, ['stages', 'training', 'units']), 'extends: district.yaml\n');
});

test('a source that no longer holds becomes an assumption in its place', () => {
  const before = real('hasselby/district.yaml');
  const after = markAssumption(before, ['staff', 'project', 'fte'], 'one post more: tried');
  assert.match(after, /fte: \{value: 2\.5, assumption: "one post more: tried", note: /);
});

test('Windows line breaks stay', () => {
  const before = draft('staff:\r\n  a:\r\n    fte: 1\r\n');
  assert.equal(
    setValue(before, ['staff', 'a', 'caseload'], '12'),
    'staff:\r\n  a:\r\n    fte: 1\r\n    caseload: 12\r\n',
  );
});

function* values(tree: Draft['tree'], steps: (string | number)[] = []): Generator<(string | number)[]> {
  if (!tree) return;
  if ('text' in tree) yield steps;
  if ('list' in tree) for (const [i, item] of tree.list.entries()) yield* values(item, [...steps, i]);
  if ('map' in tree) for (const [key, , value] of tree.map) yield* values(value, [...steps, key]);
}

const FILES = [
  'hasselby/district.yaml',
  'hasselby/hasselby.yaml',
  'boendelots/boendelots.yaml',
  'enheten/unit.yaml',
  'survey/malmo.yaml',
  'examples/alternative.yaml',
];

for (const file of FILES)
  test(`every value of ${file} can be set, and only itself changes`, () => {
    const before = real(file);
    assert.deepEqual(parse(before.text).errors, []);
    for (const steps of values(before.tree)) {
      const node = find(before.tree, steps);
      // What a row is known by is not changed like a value.
      const known = steps.some((step) => ['from', 'to', 'id', 'on', 'stage', 'group'].includes(String(step)));
      if (!node || node.at[0] !== file || known) continue;
      const after = setValue(before, steps, '12345, {x}');
      const at = offsetOf(before.text, node.at[1], node.at[2]);
      const [put] = /^(['"]?)12345, \{x\}\1/.exec(after.slice(at)) ?? [''];
      const rest = after.slice(at + put.length);
      assert.notEqual(put, '', steps.join('.'));
      assert.ok(after.startsWith(before.text.slice(0, at)) && before.text.endsWith(rest), steps.join('.'));
      assert.ok(isText(node) && before.text.length - rest.length - at >= node.text.replace(/\s/g, '').length);
    }
  });
