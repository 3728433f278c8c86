// SPDX-License-Identifier: MIT
// What is said of the places of a scenario, and which keys may stand where somebody types.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field, Fields } from 'viewer/data/server';
import { completions } from 'viewer/edit/editor/completion';
import { describe, inWords, valueText } from 'viewer/edit/names/describe';
import { nameFrom } from 'viewer/edit/form/new';
import type { Steps } from 'viewer/edit/text/tree';
import { unitName } from 'viewer/words/units';
import { Words } from 'viewer/language/language';
import { scenarioText, treeOf } from './tree';

const field = (key: string, shape: Field['shape'], more: Partial<Field> = {}): Field => ({
  key,
  shape,
  required: false,
  meaning: `about ${key}`,
  dated: true,
  ...more,
});
const CHANGE = field('change', 'changes');
const FIELDS: Fields = {
  root: 'scenario',
  enumerations: {},
  types: {
    number: { unit: '', range: '', example: '', number: true },
    price: { unit: '', range: '', example: '', number: true },
    'kind of stage': { unit: '', range: '', example: '', number: false, values: ['placement', 'exit'] },
  },
  tables: {
    scenario: {
      about: '',
      fields: [
        field('staff', 'named', { table: 'team' }),
        field('stages', 'named', { table: 'stage' }),
        field('moves', 'rows', { table: 'move' }),
        field('timeline', 'rows', { table: 'timeline entry' }),
        field('alternatives', 'named', { table: 'alternative' }),
      ],
    },
    team: { about: '', fields: [field('fte', 'value', { type: 'number' }), field('cost', 'value', { type: 'price' })] },
    stage: {
      about: '',
      fields: [field('kind', 'value', { type: 'kind of stage' }), field('forms', 'named', { table: 'form' })],
    },
    form: { about: '', fields: [field('price', 'per_group', { type: 'price' })] },
    move: { about: '', fields: [field('offers', 'per_group', { type: 'rate' }), field('share', 'per_group')] },
    'timeline entry': { about: '', fields: [field('on', 'value', { type: 'date' }), CHANGE] },
    alternative: { about: '', fields: [CHANGE, field('timeline', 'rows', { table: 'timeline entry' })] },
  },
};
const tree = treeOf(scenarioText('hasselby/district.yaml'), 'hasselby/district.yaml');
const sv = { words: new Words('sv'), fields: FIELDS, tree };
const en = { words: new Words('en'), fields: FIELDS, tree };

test('a place is told by the thing, the field, the group and the date', () => {
  const is = (steps: Steps, text: string) => assert.equal(inWords(en, steps), text);
  is(['staff', 'project', 'fte'], 'Project workers and coordinator: Full-time equivalents');
  is(['stages', 'acute_housing', 'forms', 'on_call', 'price'], 'Acute placement, On-call family home: Price');
  is(
    ['moves', 7, 'offers', 'families'],
    'Acute placement → First-hand contract, Families with children: Offers with help',
  );
  is(
    ['timeline', 4, 'change', 'staff.project.fte'],
    'Project workers and coordinator: Full-time equivalents, from October 2012',
  );
  is(
    ['alternatives', 'zero', 'change', 'staff.project.fte'],
    'Project workers and coordinator: Full-time equivalents, in Zero alternative',
  );
  is(
    ['alternatives', 'without_family_cases', 'timeline', 1, 'change', 'staff.project.fte'],
    'Project workers and coordinator: Full-time equivalents, in Without the family cases, from July 2013',
  );
  is(
    ['timeline', 5, 'change', 'moves.acute_housing.transit.share', 'families'],
    'Acute placement → Transit apartment, Families with children: Share for whom this is the plan, from December 2012',
  );
  is(['alternatives', 'zero'], 'Zero alternative');
});

test('a path as it stands in a change leads to the same words', () => {
  const path = 'timeline.2012-10-01.staff.project.fte'.split('.');
  assert.equal(inWords(sv, path), 'Projektmedarbetare och samordnare: Årsarbetare, från oktober 2012');
  assert.equal(describe(sv, path).info?.type, 'number');
});

test('a value is told in words and in the form of the language', () => {
  const about = (type: string) => field('x', 'value', { type });
  assert.equal(valueText(sv, '16 500.5 SEK/month', about('price')), '16\u00a0500,5 kr/månad');
  assert.equal(valueText(sv, 'placement', about('kind of stage')), 'köpt plats');
  assert.equal(valueText(en, 'acute_housing', about('name of a stage')), 'Acute placement');
  assert.equal(valueText(en, 'gamma(2 h, 1 h)', about('distribution of work')), 'gamma(2 h, 1 h)');
  assert.equal(unitName({ words: new Words('sv') }, '/week'), 'per vecka');
});

test('keys are proposed after the table that the lines above lead into, and none where names are free', () => {
  const keys = (before: string) => completions(before, FIELDS)?.options.map(({ label }) => label);
  assert.deepEqual(keys('staff:\n  project:\n    f'), ['fte:', 'cost:']);
  assert.equal(keys('staff:\n  p'), undefined);
  assert.deepEqual(keys('timeline:\n  - on: 2012-01-01\n    c'), ['on:', 'change:']);
  assert.deepEqual(keys('moves:\n  - '), ['offers:', 'share:']);
  assert.ok(keys('staff:\n  project:\n    fte: 1\ns')?.includes('stages:'));
  assert.equal(keys('staff:\n  project:\n    fte: 2'), undefined);
  assert.equal(completions('staff:\n  project:\n    ft', FIELDS)?.from, 'staff:\n  project:\n    '.length);
});

test('a thing gets a name that can stand in a path, and none that is taken', () => {
  assert.equal(nameFrom('Boendelots på fältet', []), 'boendelots_pa_faltet');
  assert.equal(nameFrom('Hotell', ['hotell', 'hotell_2']), 'hotell_3');
  assert.equal(nameFrom('!', []), 'ny');
});
