// SPDX-License-Identifier: MIT
// Tables of observations, as spreadsheet programs save them and people write them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Facts } from 'viewer/data/server';
import { amount } from 'viewer/edit/observations/amount';
import { csvText, decoded, sheet } from 'viewer/edit/observations/csv';
import { days } from 'viewer/edit/observations/days';
import { isAbsent, isHeading, known, readObservations } from 'viewer/edit/observations/observations';
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
    { name: 'cost.nights', unit: 'SEK/month', meaning: '' },
  ],
  observations: 0,
  free: 0,
  application: false,
};
const NAMES = known(FACTS, (measure) => (measure === 'homes' ? ['Hushåll som får bostad'] : []));
const read = (text: string, scenario = '', measure = '') =>
  readObservations(
    sheet(text, isHeading),
    FACTS,
    NAMES,
    scenario === '' ? undefined : treeOf(scenario, 'x.yaml'),
    measure,
  );
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
  assert.deepEqual(wrong('homes;;;;;många'), [{ kind: 'none', found: 'många' }]);
  assert.deepEqual(wrong('homes;;;;;30 %'), [{ kind: 'none', found: '30 %' }]);
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

const CASE = join(process.env['TRAPPHUS_WEB'] ?? '', '../../tests/cases/21-statistics-csv');
const fileOf = (name: string) => decoded(new Uint8Array(readFileSync(join(CASE, name))));

test('an export of the accounts is read row by row: what is refused does not hinder the others', () => {
  const { rows, unknown } = read(fileOf('ekonomi.csv'));
  assert.deepEqual(unknown, []);
  const told = rows.map(({ wrong, written }) => (wrong.length > 0 ? wrong.map(({ kind }) => kind).join() : written));
  assert.deepEqual(told, [
    'two_ways', // 600.000 is no 600
    '{measure: cost.nights, from: 2012-02-01, to: 2012-02-29, value: 1234.5, source: ekonomi}',
    '{measure: cost.nights, from: 2012-03-01, to: 2012-03-31, value: 612 000, source: ekonomi}',
    'two_ways',
    '{measure: households.acute, from: 2012-01-01, to: 2012-01-31, value: 30, source: räkning}', // 40909 to 40939
    'there', // jan-12
    'there', // 2012-01-01 00:00:00 to 2012-01-31
    '{measure: households.acute, from: 2012-01-01, to: 2012-03-31, value: 30, source: räkning}', // kv 1 2012
    'there', // 2012K1
    '{measure: households.acute, from: 2012-02-01, to: 2012-02-29, value: 30, source: räkning}', // 1/2 2012 to 29/2 2012
    'absent',
    'none', // <5
    'absent',
    'none', // ca 30
    '{measure: households.acute, from: 2012-09-01, to: 2012-09-30, value: 30, source: räkning}', // 30 st
  ]);
  assert.equal(rows.filter(isAbsent).length, 2);
});

test('headings of statistics stand under a title, and the measure is asked for where no column names it', () => {
  const text = fileOf('scb.csv');
  assert.deepEqual(read(text).missing, ['measure']);
  const { rows, missing, unknown } = read(text, '', 'households.acute');
  assert.deepEqual([missing, unknown], [[], []]);
  assert.deepEqual(
    rows.map(({ number, wrong, written }) => [number, wrong[0]?.kind ?? written]),
    [
      [4, '{measure: households.acute, from: 2012-01-01, to: 2012-01-31, value: 30}'],
      [5, 'absent'],
      [6, '{measure: households.acute, from: 2012-03-01, to: 2012-03-31, value: 28.5}'],
    ],
  );
  const titled = 'Kostnad, jourboende; kr; tusental\n\n;;\nmått,månad,värde\nhomes,2012M02,"1,5"\n';
  assert.equal(read(titled).rows[0]?.written, '{measure: homes, from: 2012-02-01, to: 2012-02-29, value: 1.5}');
});

test('sums of money are read in the unit of the measure, and counts where the window is its period', () => {
  const is = (text: string, unit: string, months: number, expected: number | string) => {
    const found = amount(text, unit, months);
    assert.equal(found.kind === 'number' ? found.number : found.kind, expected, `${text} ${unit}`);
  };
  const MONTH = 'SEK/month';
  is('1\u00a0234,5\u00a0kr', MONTH, 1, 1234.5);
  is('612\u202f000 kr/mån', MONTH, 12, 612_000);
  is('7 344 tkr', MONTH, 1, 7_344_000);
  is('7 344 tkr/år', MONTH, 12, 612_000); // a twelfth
  is('7,344 mkr/år', MONTH, 12, 'two_ways');
  is('1,2 mkr', MONTH, 1, 1_200_000);
  is('kr 500', MONTH, 1, 500);
  is('612 000 kr', MONTH, 12, 'per'); // the sum of a year is no sum of a month
  is('612 000 kr', MONTH, 0, 'per');
  is('612 000 kr', 'SEK', 12, 612_000);
  is('30 kr', 'households', 1, 'none');
  is('30 st', MONTH, 1, 'none');
  is('51 st', 'per year', 12, 51);
  is('51 hushåll', 'per year', 1, 'per');
  is('1.234.567', MONTH, 1, 1_234_567);
  is('1.234,50', MONTH, 1, 1234.5);
  is('1,234.50', MONTH, 1, 1234.5);
  is('-12.500', MONTH, 1, 'two_ways');
  is('0,125', 'share', 1, 0.125);
  is('12,5', 'households', 1, 12.5);
  is('84 %', 'share', 1, 84);
  is('84', 'share', 1, 'none');
  for (const text of ['..', '…', '-', '–', '\u2212', 'X', 'x', 'n/a', '#SAKNAS!', 'uppgift saknas']) is(text, MONTH, 1, 'absent');
  for (const text of ['<5', '>5', 'ca 30', '~30', '30?', '30*', '12-15', '5 eller 6', '12 34', '(30)', '-5', '1.23.456'])
    is(text, 'households', 1, 'none');
});

test('offices of statistics and spreadsheet programs write dates in their own way', () => {
  const is = (text: string, from: string, to: string) => assert.deepEqual(days(text), { from, to }, text);
  is('2012M01', '2012-01-01', '2012-01-31');
  is('2012m1', '2012-01-01', '2012-01-31');
  for (const text of ['2012K1', '2012Q1', 'kv 1 2012', 'kv. 1 2012', 'kv1 2012', 'Q1 2012', '2012 kv 1', '1:a kvartalet 2012'])
    is(text, '2012-01-01', '2012-03-31');
  is('kvartal 4\u00a02012', '2012-10-01', '2012-12-31');
  is('2012H2', '2012-07-01', '2012-12-31');
  is('40909', '2012-01-01', '2012-01-01'); // as Excel counts them
  is('41274', '2012-12-31', '2012-12-31');
  is('1/2 2012', '2012-02-01', '2012-02-01');
  is('den 1 februari 2012', '2012-02-01', '2012-02-01');
  is('1 feb. 2012', '2012-02-01', '2012-02-01');
  is('2012M01–2012M03', '2012-01-01', '2012-03-31');
  is('2012V01', '2012-01-02', '2012-01-08'); // the week that has 4 January
  is('v. 53 2009', '2009-12-28', '2010-01-03');
  for (const text of ['2012M13', '2012K5', 'kv 0 2012', '2012V53', '409', '1/13 2012', '30/2 2012', '1/2', '01/02/2012', '120131', '12-jan'])
    assert.equal(days(text), undefined, text);
});

test('what was refused does not stand in the way of the same figure written rightly', () => {
  const { rows } = read('mått;från;värde\nhomes;2012;ca 50\nhomes;2012;51\n');
  assert.deepEqual(
    rows.map(({ wrong }) => wrong.map(({ kind }) => kind)),
    [['none'], []],
  );
});

test('a figure is there already however its dates are written', () => {
  const scenario = 'observations:\n  - {measure: homes, from: 2012-01, to: 2012-12, value: 51}\n';
  assert.deepEqual(read('mått;år;värde\nhomes;2012;52\n', scenario).rows[0]?.wrong, [{ kind: 'there' }]);
});
