// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as format from 'viewer/language/format';
import { Words } from 'viewer/language/language';

const sv = new Words('sv');
const en = new Words('en');
/** Swedish separates thousands by a space that does not break. */
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('numbers are in the form of the language', () => {
  assert.equal(plainSpaces(format.number(sv, 1234.5, 1)), '1 234,5');
  assert.equal(format.number(en, 1234.5, 1), '1,234.5');
  assert.equal(plainSpaces(format.number(sv, 16500)), '16 500');
  assert.equal(format.number(en, 16500), '16,500');
  assert.equal(plainSpaces(format.percent(sv, 0.125, 1)), '12,5 %');
  assert.equal(format.percent(en, 0.125), '13%');
});

test('a minus is a minus, and there is no minus zero', () => {
  assert.equal(format.number(sv, -3.25, 1), '\u22123,3');
  assert.equal(format.number(en, -0.04, 1), '0.0');
  assert.equal(format.signed(en, 0.04, 1), '0.0');
  assert.equal(format.signed(en, 4, 0), '+4');
});

test('a number that does not exist is a dash', () => {
  for (const value of [null, undefined, NaN, Infinity]) assert.equal(format.number(en, value), '–');
  assert.equal(format.percent(en, null), '–');
  assert.equal(format.estimate(en, undefined), '–');
});

test('an estimate has no more digits than its interval carries', () => {
  assert.equal(format.estimate(en, { mean: 19.52, low: 18.9, high: 20.14 }), '19.5 (18.9–20.1)');
  assert.equal(
    plainSpaces(format.estimate(sv, { mean: 600123, low: 590000, high: 610000 })),
    '600 000 (590 000–610 000)',
  );
  assert.equal(format.estimate(en, { mean: 2, low: 2, high: 2 }), '2');
});

test('a mean with a low end and no high one is a lower bound', () => {
  assert.equal(format.estimate(en, { mean: 512.34, low: 508.1, high: null }), 'at least 512');
  assert.equal(format.estimate(sv, { mean: 512.34, low: 512.34, high: null }), 'minst 512');
  assert.equal(format.inBrief(en, { mean: 512.34, low: 508.1, high: null }), 'at least 512');
});

test('an interval that reaches below zero has a word, not a dash', () => {
  assert.equal(format.estimate(sv, { mean: 1, low: -3, high: 5 }), '1 (\u22123 till 5)');
});

test('decimals follow the half-width: one digit, two when it begins with 1 or 2', () => {
  assert.equal(format.decimalsFor(0.62), 1);
  assert.equal(format.decimalsFor(0.15), 2);
  assert.equal(format.decimalsFor(4000), -3);
  assert.equal(format.decimalsFor(1500), -2);
  assert.equal(format.decimalsFor(0), 2);
});

test('in a sentence a number has three digits at most', () => {
  assert.equal(format.inBrief(en, { mean: 11.683, low: 11.39, high: 11.98 }), '11.7 (11.4–12.0)');
  assert.equal(format.inBrief(en, { mean: 5300, low: 4000, high: 6600 }), '5,300 (4,000–6,600)');
});

test('figures without an interval keep three digits', () => {
  assert.equal(format.plain(en, 0.8512), '0.851');
  assert.equal(format.plain(en, 12.345), '12.3');
  assert.equal(format.plain(en, 0), '0');
  assert.equal(plainSpaces(format.plain(sv, 12345.6)), '12 346');
  assert.equal(format.written(sv, 30.25), '30,25');
});

test('dates and periods are in the form of the language', () => {
  assert.equal(format.date(sv, '2012-05-01'), '1 maj 2012');
  assert.equal(format.date(en, '2012-05-01'), '1 May 2012');
  assert.equal(format.month(sv, '2011-10'), 'oktober 2011');
  assert.equal(format.span(en, '2012-01-01', '2012-12-31'), '2012');
  assert.equal(format.span(en, '2011-10-01', '2012-01-31'), 'Oct 2011 – Jan 2012');
  assert.equal(format.span(en, '2012-02-01', '2012-02-29'), 'Feb 2012');
  assert.equal(format.span(en, '2012-02-03', '2012-02-05'), '3 February 2012 – 5 February 2012');
});

test('a share of many simulations does not get digits that no municipality has, nor becomes all or nothing', () => {
  const share = (mean: number, low: number, high: number) => format.estimate(sv, { mean, low, high }, 100);
  assert.equal(share(0.999977, 0.99997, 0.999984), '>99,9');
  assert.equal(share(0.00002, 0.00001, 0.00003), '<0,1');
  assert.equal(share(1, 1, 1), '100');
  assert.equal(share(0.8512, 0.8509, 0.8515), '85,1 (85,1–85,2)');
  assert.equal(share(0.85, 0.8, 0.9), '85 (80–90)');
});
