// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstLanguage } from 'viewer/language/choice';
import { defaults, fromHash, toHash } from 'viewer/sections/state';
import { sampleModel } from './sample';

const model = sampleModel(({ viewer }) => {
  viewer.stories = [0, 1, 2].map((number) => ({ group: 'families', number, children: 0, events: {} }));
});
const standard = defaults(model, 'en');

test('what the address says comes back from it', () => {
  const state = { ...standard, lang: 'sv' as const, alternative: 'zero', year: 2012, stage: 'training', household: 2 };
  assert.deepEqual(fromHash(toHash(state, standard), model, standard), state);
});

test('the address holds the language, and of the rest only what differs', () => {
  assert.equal(toHash(standard, standard), '#lang=en');
  assert.equal(toHash({ ...standard, group: 'families' }, standard), '#lang=en&group=families');
});

test('what makes no sense in this report is as if it were not said', () => {
  const hash = '#lang=xx&alternative=nobody&year=1850&stage=&group=%00&household=99';
  assert.deepEqual(fromHash(hash, model, standard), standard);
  assert.deepEqual(fromHash('#answer', model, standard), standard);
  assert.equal(fromHash('#household=-1', model, standard).household, 0);
});

test('one begins with the alternative after the first, and an acute stage', () => {
  assert.equal(standard.alternative, 'project');
  assert.equal(standard.stage, 'hotel');
  assert.equal(standard.year, 2011);
});

test('the language is the report’s, else the first of the reader’s that there is, else English', () => {
  assert.equal(firstLanguage('sv', ['en-GB']), 'sv');
  assert.equal(firstLanguage(undefined, ['de-DE', 'sv-SE', 'en']), 'sv');
  assert.equal(firstLanguage(undefined, ['de-DE']), 'en');
});
