// SPDX-License-Identifier: MIT
// Tables of observations, as spreadsheet programs save them and people write them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Facts } from 'viewer/data/server';
import { csvText, decoded, sheet } from 'viewer/edit/observations/csv';
import { days } from 'viewer/edit/observations/days';
import { known, readObservations } from 'viewer/edit/observations/observations';
import { exampleRows } from 'viewer/edit/observations/view';
import { treeOf } from './tree';

const FACTS: Facts = {
  name: '',
  description: '',
  from: '2011-09-01',
  to: '2014-09-01',
  replications: 10,
  alternatives: [
    { name: 'zero', label: { sv: 'Nollalternativ', en: 'Zero alternative' } },
    { name: 'project', label: { sv: 'Projektet', en: 'The project' } },
  ],
  groups: [{ name: 'families', label: { sv: 'Barnfamiljer', en: 'Families with children' } }],
  stages: [],
  teams: [],
  measures: [
    { name: 'households.acute', unit: 'households', meaning: '' },
    { name: 'homes', unit: 'per year', meaning: '' },
    { name: 'retention.one_year', unit: 'share', meaning: '' },
  ],
  observations: 0,
  free: 0,
  application: false,
};
const NAMES = known(FACTS, (measure) => (measure === 'homes' ? ['Hushåll som får bostad'] : []));
const read = (text: string, scenario = '') =>
  readObservations(sheet(text), FACTS, NAMES, scenario === '' ? undefined : treeOf(scenario, 'x.yaml'));
const latin1 = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

test('Swedish letters are read in every character set that Excel saves', () => {
  const text = 'Mått;Värde\r\nhomes;3\r\n';
  for (const bytes of [utf8(text), utf8(`\ufeff${text}`), latin1(text), utf16(`\ufeff${text}`), utf16(text)])
    assert.deepEqual(sheet(decoded(bytes)).heading, ['Mått', 'Värde']);
});

test('semicolons, commas and tabs separate; quotation marks keep what is between them', () => {
  assert.deepEqual(sheet('a;b\n"1;2";"say ""x"""\n').rows[0]?.cells, ['1;2', 'say "x"']);
  assert.deepEqual(sheet('a,b\n"1,5",2\n').rows[0]?.cells, ['1,5', '2']);
  assert.deepEqual(sheet('a\tb\n1,5\t\n').rows[0]?.cells, ['1,5', '']);
  assert.deepEqual(sheet('sep=;\r\na;b\r\n1;2').rows, [{ number: 3, cells: ['1', '2'] }]);
  assert.deepEqual(
    sheet('a;b\n\n;\n"x\ny";2\n').rows.map(({ cells }) => cells),
    [['x\ny', '2']],
  );
});

test('a day, a month, a year, and from one to another are dates; what is none is not guessed', () => {
  const is = (text: string, from: string, to: string) => assert.deepEqual(days(text), { from, to }, text);
  is('2012-03-01', '2012-03-01', '2012-03-01');
  is('2012-02', '2012-02-01', '2012-02-29');
  is('mars 2012', '2012-03-01', '2012-03-31');
  is('mar-12', '2012-03-01', '2012-03-31');
  is('October 2012', '2012-10-01', '2012-10-31');
  is('2012-03-01..2012-03-31', '2012-03-01', '2012-03-31');
  is('2012-03 – 2012-05', '2012-03-01', '2012-05-31');
  is('2012', '2012-01-01', '2012-12-31');
  for (const text of ['', '03/04/2012', '2012-02-30', '2012-13', 'igår', '2012-05..2012-03'])
    assert.equal(days(text), undefined, text);
});

test('rows become observations as a scenario writes them', () => {
  const { rows } = read(
    'Mått;Grupp;Från;Till;Alternativ;Värde;Osäkerhet;Källa\n' +
      'households.acute;Barnfamiljer;2012-01;2012-12;Projektet;19,5;1,5;räknat, av oss\n' +
      'Hushåll som får bostad;alla;2012;;project;12 500;;\n' +
      'retention.one_year;;;;;84 %;;\n',
  );
  assert.deepEqual(
    rows.map(({ written }) => written),
    [
      '{measure: households.acute, group: families, from: 2012-01-01, to: 2012-12-31, value: 19.5, uncertainty: 1.5, alternative: project, source: "räknat, av oss"}',
      '{measure: homes, from: 2012-01-01, to: 2012-12-31, value: 12 500, alternative: project}',
      '{measure: retention.one_year, value: 84 %}',
    ],
  );
  assert.deepEqual(
    rows.flatMap(({ wrong }) => wrong),
    [],
  );
});

test('English headings and a column for the month do as well', () => {
  const { rows, unknown } = read('Measure,Month,Value,Remark\nhomes,2012-03,"1,5",x\n');
  assert.equal(rows[0]?.written, '{measure: homes, from: 2012-03-01, to: 2012-03-31, value: 1.5}');
  assert.deepEqual(unknown, ['Remark']);
});

test('each row says what is wrong with it, and what may be meant', () => {
  const wrong = (line: string) => read(`mått;grupp;från;till;alternativ;värde\n${line}\n`).rows[0]?.wrong;
  assert.deepEqual(wrong('households.akute;;;;;3'), [
    { kind: 'measure', found: 'households.akute', near: 'households.acute' },
  ]);
  assert.deepEqual(wrong('homes;familjer;;;;3'), [{ kind: 'group', found: 'familjer', near: 'families' }]);
  assert.deepEqual(wrong('homes;;i våras;;;3'), [{ kind: 'date', found: 'i våras' }]);
  assert.deepEqual(wrong('homes;;2010-01;2012-01;;3'), [{ kind: 'outside', found: '2010-01-01' }]);
  assert.deepEqual(wrong('homes;;2013-01;2012-01;;3'), [{ kind: 'reversed' }]);
  assert.deepEqual(wrong('homes;;;;;många'), [{ kind: 'value', found: 'många' }]);
  assert.deepEqual(wrong('homes;;;;;30 %'), [{ kind: 'value', found: '30 %' }]);
  assert.deepEqual(wrong('homes;;;;;'), [{ kind: 'missing', column: 'value' }]);
  assert.deepEqual(read('grupp;värde\nfamilies;3\n').missing, ['measure']);
});

test('what is there already, in the scenario or twice in the table, is not added again', () => {
  const scenario = 'observations:\n  - {measure: homes, from: 2012-01-01, to: 2012-12-31, value: 51}\n';
  const { rows } = read('mått;från;till;värde\nhomes;2012;;52\nhomes;2013;;3\nhomes;2013;;4\n', scenario);
  assert.deepEqual(
    rows.map(({ wrong }) => wrong.length),
    [1, 0, 1],
  );
});

test('the example that is given is itself read without mistakes', () => {
  const headings: Record<string, string> = {
    measure: 'Mått',
    group: 'Grupp',
    from: 'Från',
    to: 'Till',
    alternative: 'Alternativ',
    value: 'Värde',
    uncertainty: 'Osäkerhet',
    source: 'Källa',
  };
  const { rows, unknown } = read(csvText(exampleRows(FACTS, (column) => headings[column] ?? '')));
  assert.deepEqual(unknown, []);
  assert.equal(rows.length, 2);
  assert.deepEqual(
    rows.flatMap(({ wrong }) => wrong),
    [],
  );
});
