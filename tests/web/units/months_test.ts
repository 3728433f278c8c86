// SPDX-License-Identifier: MIT
// The table behind the chart of months, and what was observed beside it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAssumed } from 'viewer/data/observed';
import type { Observation } from 'viewer/data/report';
import { Words } from 'viewer/language/language';
import { monthTable, observed } from 'viewer/sections/months';
import { sampleModel } from './sample';

const sv = new Words('sv');
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('the table has the unit of its chart: thousands of kronor are not kronor', () => {
  const series = { from: '2012-01', values: [612_345, 98_765], p5: [500_000, 90_000], p95: [700_000, 99_000] };
  const shown = [{ name: 'Projektet', look: { colour: '', dash: 'solid', symbol: 'circle' } as const, series }];
  const rows = monthTable({ words: sv }, shown, 1000).rows.map((row) => row.map(plainSpaces));
  assert.deepEqual(rows, [
    ['jan. 2012', '612', '500 – 700'],
    ['feb. 2012', '98,8', '90,0 – 99,0'],
  ]);
  const [households] = monthTable({ words: sv }, [{ ...shown[0]!, series: { from: '2012-01', values: [19.52] } }], 1).rows;
  assert.equal(households?.[1], '19,5');
});

function observation(more: Partial<Observation>): Observation {
  return {
    measure: 'households.acute',
    group: null,
    from: '2012-01-01',
    to: '2012-01-31',
    alternative: 'project',
    observed: 12,
    simulated: 11,
    low: 8,
    high: 14,
    source: '',
    ...more,
  };
}

test('what was observed of one alternative is not drawn beside another, and what is assumed is marked', () => {
  const model = sampleModel((report) => {
    report.observations = [
      observation({ source: 'hasselby' }),
      observation({ observed: 9, assumption: 'the goal of the application' }),
      observation({ observed: 20, alternative: 'zero' }),
      observation({ observed: null, assumption: null }),
    ];
  });
  const view = { model, state: { lang: 'sv', alternative: 'project', group: 'all', year: 0, stage: '', household: 0 } as const };
  const points = (alternatives: string[]) =>
    observed(view, 'households.acute', alternatives).map(({ value, assumed }) => [value, assumed]);
  assert.deepEqual(points(['project']), [
    [12, false],
    [9, true],
  ]);
  assert.deepEqual(points(['zero']), [[20, false]]);
  assert.ok(!isAssumed(observation({ observed: null, assumption: 'a forecast' })));
});
