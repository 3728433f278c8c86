// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from 'viewer/data/report';
import { Words } from 'viewer/language/language';
import { changeText } from 'viewer/words/changes';
import { eventText } from 'viewer/words/events';
import { measureName } from 'viewer/words/measures';
import { causeName, lineName, sourceName } from 'viewer/words/names';
import { unitName } from 'viewer/words/units';
import { sampleModel } from './sample';

const model = sampleModel();
const sv = { model, words: new Words('sv') };
const en = { model, words: new Words('en') };

test('measures are named by family and thing, in both languages', () => {
  assert.equal(measureName(sv, 'households.acute'), 'Hushåll i akutboende');
  assert.equal(measureName(sv, 'turnover.training'), 'Omsättning: Träningslägenhet');
  assert.equal(measureName(en, 'turnover.training.takeovers'), 'Takeovers: Training apartment');
  assert.equal(measureName(en, 'stay.hotel.p50'), 'Stay, median: Hotel');
  assert.equal(measureName(en, 'moves.hotel.own_home'), 'Moves: Hotel to Eget hem');
  assert.equal(measureName(en, 'cost.staff'), 'Cost: Staff');
  assert.equal(measureName(en, 'blocked.pool:training'), 'Waiting: A free place: Training apartment');
  assert.equal(measureName(en, 'retention.one_year'), 'In the same apartment one year or more');
});

test('a measure or unit that nobody has words for keeps its name', () => {
  assert.equal(measureName(en, 'something.new'), 'something.new');
  assert.equal(unitName(en, 'furlongs'), 'furlongs');
  assert.equal(unitName(sv, 'per unit and year'), 'per lägenhet och år');
});

test('causes say what is waited for', () => {
  assert.equal(causeName(sv, 'service:search'), 'Bostadssökning (inte klar)');
  assert.equal(causeName(en, 'vacancy:team'), 'team (nobody employed)');
  assert.equal(causeName(en, 'market'), 'An offer on the housing market');
});

test('a source is called by its title, free text by itself', () => {
  assert.equal(sourceName(model, 'report'), 'The project’s report');
  assert.equal(sourceName(model, 'a telephone call'), 'a telephone call');
});

test('cost lines without words are made readable, grants keep their labels', () => {
  assert.equal(lineName(en, 'housing_search_project'), 'Housing search project');
  assert.equal(lineName(en, 'grant:first'), 'First');
  assert.equal(lineName(sv, 'empty_rent'), 'Tomhyror');
});

const change = (part: Partial<Change>): Change => ({
  field: 'team.fte',
  thing: 'team',
  other: '',
  group: '',
  before: 2.5,
  after: 0.85,
  unit: 'FTE',
  ...part,
});

test('a change says from what to what, and for whom', () => {
  assert.equal(changeText(sv, change({})), 'team: 2,5 → 0,85 årsarbetare');
  const share = change({
    field: 'move.share',
    thing: 'hotel',
    other: 'training',
    group: 'families',
    before: 0.055,
    after: 0.1,
    unit: 'share',
  });
  assert.equal(changeText(en, share), 'Hotel → Training apartment: planned for 5.5% → 10% (Families)');
  const price = change({ field: 'stage.price', thing: 'hotel', before: 585, after: 16500, unit: 'SEK/day' });
  assert.equal(changeText(en, price), 'Hotel: price 585 → 16,500 SEK/day');
  const board = change({ field: 'board.active', thing: 'board', before: 0, after: 1, unit: 'yes' });
  assert.equal(changeText(sv, board), 'Boråd börjar mötas');
});

test('a change of a field that nobody has words for is shown by its name', () => {
  assert.equal(changeText(en, change({ field: 'new.field', thing: 'hotel' })), 'new.field Hotel');
});

test('events are sentences', () => {
  assert.equal(eventText(sv, [3, 'arrived']), 'blir hemlöst');
  assert.equal(eventText(en, [3, 'entered', 0]), 'is placed: Hotel');
  assert.equal(eventText(en, [3, 'entered', 1]), 'moves in: Training apartment');
  assert.equal(eventText(en, [3, 'entered', 2]), 'gets a home of its own: Eget hem');
  assert.equal(eventText(en, [3, 'waits', 3]), 'waits: A free place: Training apartment');
  assert.equal(eventText(en, [3, 'waits']), 'waits no more');
  assert.equal(eventText(en, [3, 'taken', 0]), 'begins: Housing search');
  assert.equal(eventText(en, [3, 'reviewed', 0]), 'is decided on: Housing board');
});

test('where a household goes is told once: that it leaves is not', () => {
  assert.equal(eventText(en, [3, 'left', 0]), '');
});
