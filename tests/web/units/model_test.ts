// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as months from 'viewer/data/months';
import { sampleModel } from './sample';

test('the period is counted in calendar months, and years in those of them that lie in it', () => {
  const model = sampleModel();
  assert.deepEqual(model.months, { first: months.monthNumber('2011-11'), count: 4 });
  assert.deepEqual(model.years, [2011, 2012]);
  assert.equal(model.monthsOf(2011), 2);
  assert.equal(model.monthsOf(2013), 0);
});

test('a period that ends within a month has that month as well', () => {
  assert.equal(sampleModel((report) => (report.period.to = '2012-03-15')).months.count, 5);
});

test('a measure without a value is as if it were not there', () => {
  const model = sampleModel();
  assert.equal(model.estimate('zero', 'returns'), undefined);
  assert.equal(model.estimate('zero', 'unknown'), undefined);
  assert.equal(model.estimate('zero', 'homes', 'families')?.mean, 50);
  assert.deepEqual(model.family('turnover.'), ['turnover.training']);
});

test('what is compared with the first alternative is the one after it', () => {
  assert.equal(sampleModel().base, 'zero');
  assert.equal(sampleModel().preferred, 'project');
});

test('a year without a value has none', () => {
  const model = sampleModel();
  assert.equal(model.inYear(model.yearly('zero', 'homes'), 2012), 6);
  assert.equal(model.inYear(model.yearly('zero', 'homes'), 2020), null);
  assert.equal(model.inYear(undefined, 2012), null);
});

test('months, days and instants fit together', () => {
  assert.equal(months.yearOf(months.monthNumber('2012-12')), 2012);
  assert.equal(months.beginOf(months.monthNumber('2012-03')), months.instant('2012-03-01'));
  assert.equal(months.dayAfter('2012-02-28', 2), '2012-03-01');
  assert.equal(months.daysBetween('2012-01-01', '2013-01-01'), 366);
});
