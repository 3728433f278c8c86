// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Words } from 'viewer/language/language';
import { narrowText } from 'viewer/words/limits';
import { sampleModel } from './sample';

const en = { model: sampleModel(), words: new Words('en') };

test('each kind of narrow place has its words', () => {
  const said = (kind: Parameters<typeof narrowText>[1]['kind'], name: string, other: string, amount: number | null) =>
    narrowText(en, { kind, name, other, amount });
  assert.equal(said('units', 'training', '', 76), 'Training apartment: 76 units');
  assert.equal(said('support', 'training', '', null), 'Support in Training apartment');
  assert.equal(said('allotments', 'training', '', 7.5), 'Training apartment: 7.5 units allotted a year');
  assert.equal(said('service', 'search', 'team', 0), 'Housing search: 0 FTE (team)');
  assert.equal(said('alone', 'hotel', 'own_home', null), 'Hotel → Eget hem: what people find by themselves');
});
