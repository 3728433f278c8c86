// SPDX-License-Identifier: MIT
// Which numbers have a slider, what it is called, and how far it goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quantity, readNumber, typed, writtenQuantity } from 'viewer/edit/text/quantity';
import { boundsOf, holdingIn, overriding, sliderSpots, usualAlternative } from 'viewer/edit/sliders/spots';
import { spotUnit, spotWords, valueWords, whereWords } from 'viewer/edit/sliders/words';
import { Words } from 'viewer/language/language';
import { scenarioText, treeOf } from './tree';

const en = new Words('en');
const sv = new Words('sv');
const tree = treeOf(scenarioText('hasselby/district.yaml'), 'hasselby/district.yaml');
const spots = sliderSpots(tree);
const spot = (path: string) => {
  const found = spots.find((one) => one.path === path);
  assert.ok(found, path);
  return found;
};

test('staff have a slider as the scenario sets them, and as its timeline and alternatives do', () => {
  for (const path of [
    'staff.project.fte',
    'timeline.2013-07-01.staff.project.fte',
    'alternatives.zero.staff.project.fte',
    'alternatives.without_family_cases.timeline.2012-10-01.staff.project.fte',
  ])
    assert.equal(spot(path).section, 'fte');
  assert.equal(spot('timeline.2013-07-01.staff.project.fte').number, 0.85);
});

test('hours, units, prices of forms, rents and arrivals have one; what is no number has none', () => {
  assert.equal(spot('staff.project.direct_hours').unit, 'h/week');
  assert.equal(spot('stages.training.units').number, 76);
  assert.equal(spot('timeline.2012-12-01.stages.transit.units').number, 3);
  assert.equal(spot('stages.acute_housing.forms.on_call.price').number, 51_000);
  assert.equal(spot('stages.training.rent').unit, 'SEK/month');
  assert.equal(spot('groups.families.arrivals').range, '2/week..4.5/week');
  assert.ok(!spots.some(({ path }) => /share$|\.work$/.test(path)));
  assert.equal(new Set(spots.map(({ path }) => path)).size, spots.length);
});

test('a slider is called by what it is about, and from when', () => {
  const path = 'timeline.2012-12-01.stages.transit.units';
  assert.equal(spotWords(en, tree, spot(path)), 'Transit apartment, from December 2012');
  assert.equal(spotWords(sv, tree, spot(path)), 'Genomgångsbostad, från december 2012');
  assert.equal(spotWords(en, tree, spot('alternatives.zero.staff.leader.fte')), 'Project leader, in Zero alternative');
  assert.equal(spotWords(sv, tree, spot('stages.acute_housing.forms.on_call.price')), 'Akutboende, Jourhem');
  assert.equal(spotUnit(sv, spot('staff.leader.fte')), 'årsarbetare');
  assert.equal(valueWords(sv, spot('staff.leader.fte'), 0.4), '0,4 årsarbetare');
});

test('a slider goes as far as the range of its value, else from nothing to twice as much', () => {
  const bounds = (path: string) => boundsOf(spot(path));
  assert.deepEqual(bounds('groups.families.arrivals'), { low: 2, high: 4.5, step: 0.02 });
  assert.deepEqual(bounds('staff.project.fte'), { low: 0, high: 5, step: 0.05 });
  assert.deepEqual(bounds('alternatives.zero.staff.project.fte'), { low: 0, high: 4, step: 0.05 });
  assert.deepEqual(bounds('stages.training.units'), { low: 0, high: 152, step: 1 });
  assert.deepEqual(bounds('stages.acute_housing.forms.simple.price'), { low: 0, high: 24_000, step: 200 });
});

test('a number is read with its unit, and written as people write it', () => {
  assert.deepEqual(quantity('16 500 SEK/month'), { number: 16_500, unit: 'SEK/month' });
  assert.deepEqual(quantity('1,5/week'), { number: 1.5, unit: '/week' });
  assert.deepEqual(quantity('27.03 %'), { number: 27.03, unit: '%' });
  for (const text of ['1-3 years', 'gamma(2 h, 1 h)', 'yes', '']) assert.equal(quantity(text), undefined, text);
  assert.equal(writtenQuantity({ number: 4956.67, unit: 'SEK/month' }), '4 956.67 SEK/month');
  assert.equal(writtenQuantity({ number: 0.1 + 0.2, unit: '/week' }), '0.3/week');
  assert.equal(writtenQuantity({ number: 344_000, unit: '' }, '300 000'), '344 000');
  assert.equal(writtenQuantity({ number: 1.85, unit: '' }), '1.85');
  assert.equal(writtenQuantity({ number: 12.125, unit: '' }), '12.1250');
  assert.equal(writtenQuantity({ number: 0.125, unit: '' }), '0.125');
  assert.equal(writtenQuantity({ number: 2.125, unit: '/week' }), '2.1250/week');
});

test('what can be read as thousands or as decimals is no number, as in the program', () => {
  for (const text of ['12.500 SEK/month', '12,500 kr/mån', '1.500/year', '1.500 h', '+10 %', '-0.5', '1.250.000 SEK'])
    assert.equal(quantity(text), undefined, text);
  assert.deepEqual(quantity('0.125/week'), { number: 0.125, unit: '/week' });
  assert.deepEqual(quantity('12.345 %'), { number: 12.345, unit: '%' });
  assert.deepEqual(quantity('2.125 h/week'), { number: 2.125, unit: 'h/week' });
  assert.deepEqual(quantity('2.125'), { number: 2.125, unit: '' });
  assert.deepEqual(quantity('12 500.125 SEK'), { number: 12_500.125, unit: 'SEK' });
});

test('what somebody types is understood with comma or point, in either language', () => {
  assert.equal(typed(sv, '1,5'), 1.5);
  assert.equal(typed(sv, '16 500'), 16_500);
  assert.equal(typed(en, '16,500'), 16_500);
  assert.equal(typed(en, '1.5'), 1.5);
  assert.equal(typed(sv, '12,125'), 12.125);
  for (const text of ['', 'x', '3 kr', '12.500']) assert.equal(typed(sv, text), undefined, text);
  for (const number of [0.85, 2.125, 4956.67, 1_234_567]) {
    assert.equal(typed(sv, readNumber(sv, number)), number);
    assert.equal(typed(en, readNumber(en, number)), number);
  }
});

const BOENDELOTS = 'boendelots/district.yaml';
const navigators = treeOf(scenarioText(BOENDELOTS), BOENDELOTS);

test('the sliders of the alternative that is looked at come first, and do not change what it is compared with', () => {
  const all = sliderSpots(navigators).filter(({ inner }) => inner === 'staff.navigator.fte');
  const base = all.find(({ alternative, date }) => alternative === undefined && date === undefined);
  assert.ok(base);
  // The scenario's own number is that of the zero alternative alone.
  assert.ok(overriding(navigators, base).includes('navigator'));
  assert.ok(!overriding(navigators, base).includes('zero'));
  const { here, elsewhere } = holdingIn(navigators, all, 'navigator');
  assert.ok(here.some(({ path }) => path === 'alternatives.navigator.staff.navigator.fte'));
  assert.ok(!here.includes(base));
  assert.ok(elsewhere.includes(base));
  assert.ok(holdingIn(navigators, all, 'zero').here.includes(base));
  assert.equal(usualAlternative(navigators), 'navigator');
});

test('a value that an alternative overrides says in which it holds', () => {
  const base = sliderSpots(navigators).find(({ path }) => path === 'staff.navigator.fte');
  assert.ok(base);
  assert.match(whereWords(sv, navigators, base), /gäller bara i Nollalternativ/);
  const own = spot('staff.project.fte');
  assert.match(whereWords(sv, tree, own), /gäller inte i .*Nollalternativ/);
  assert.equal(whereWords(sv, tree, spot('stages.training.units')), '');
});
