// SPDX-License-Identifier: MIT
// The sentences of the answer, rule by rule.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, verdict } from 'viewer/words/answer';
import type { Estimate, Report } from 'viewer/data/report';
import { Words } from 'viewer/language/language';
import { estimate, sampleModel } from './sample';

const english = new Words('en');

function said(change: (differences: Record<string, Estimate>, report: Report) => void = () => {}): string[] {
  const model = sampleModel((report) => change(report.differences['project']!, report));
  return answer(english, model, 'project').map(({ key, parameters }) => english.t(key, parameters));
}

test('a difference is claimed only if its whole interval is on one side of zero', () => {
  assert.equal(verdict({ mean: 3, low: 1, high: 5 }), 'more');
  assert.equal(verdict({ mean: -3, low: -5, high: -1 }), 'less');
  assert.equal(verdict({ mean: 3, low: -1, high: 7 }), 'unseen');
  assert.equal(verdict({ mean: 3, low: 0, high: 6 }), 'unseen');
  assert.equal(verdict({ mean: 0, low: 0, high: 0 }), 'unseen');
  assert.equal(verdict({ mean: null, low: null, high: null }), 'unknown');
  assert.equal(verdict(undefined), 'unknown');
});

test('what is more or less is said with its interval, without a minus', () => {
  assert.deepEqual(said(), [
    '18 (15–21) more households a year get a home of their own.',
    'No difference can be seen in the number of first-hand contracts (−1.0 to 2.0 a year).',
    '10.0 (9.0–11.0) fewer households live in acute housing on average, and acute housing costs SEK 3.00 (2.88–3.12) million less a year.',
    'With all costs, staff included, SEK 1.20 (1.08–1.32) million is saved over the whole period.',
  ]);
});

test('a difference that includes zero is not called a saving', () => {
  const sentences = said((d) => (d['cost.total'] = estimate(-100_000, -300_000, 100_000)));
  assert.ok(
    sentences.includes(
      'With all costs, staff included, no difference can be seen (SEK −1.2 to 0.4 million over the whole period).',
    ),
  );
  assert.ok(!sentences.some((sentence) => sentence.includes('saved')));
});

test('what is dearer is called dearer', () => {
  const sentences = said((d) => (d['cost.total'] = estimate(100_000, 80_000, 120_000)));
  assert.ok(
    sentences.includes(
      'With all costs, staff included, it is SEK 0.40 (0.32–0.48) million dearer over the whole period.',
    ),
  );
});

test('fewer homes stand beside those who are kept from becoming homeless', () => {
  const sentences = said((d) => {
    d['homes'] = estimate(-12, -13, -11);
    d['prevented'] = estimate(27, 26, 28);
  });
  assert.equal(
    sentences[0],
    '27.0 (26.0–28.0) more households a year are kept from becoming homeless; 12.0 (11.0–13.0) fewer get a new home of their own.',
  );
});

test('a prevention that cannot be seen is not mentioned', () => {
  const sentences = said((d) => (d['prevented'] = estimate(1, -1, 3)));
  assert.ok(!sentences.some((sentence) => sentence.includes('kept from')));
});

test('acute households and their cost are two sentences where they do not go the same way', () => {
  const sentences = said((d) => (d['cost.acute'] = estimate(10_000, -10_000, 30_000)));
  assert.ok(sentences.includes('10.0 (9.0–11.0) fewer households live in acute housing on average.'));
  assert.ok(
    sentences.includes('No difference can be seen in what acute housing costs (SEK −0.12 to 0.36 million a year).'),
  );
});

test('measures that do not exist are not spoken of', () => {
  const sentences = said((d) => {
    delete d['homes'];
    d['first_hand'] = { mean: null, low: null, high: null };
  });
  assert.ok(!sentences.some((sentence) => /home|first-hand/.test(sentence)));
});

test('payback is a probability, and never a certainty', () => {
  const payback = (probability: number, median: string | null) => (_: unknown, report: Report) => {
    const one = { by: '2012-02', probability, low: 0, high: 1, median, p5: null, p95: null };
    report.payback = { project: { cost: one, with_grants: one, acute: one } };
  };
  assert.ok(
    said(payback(1, '2011-12')).includes(
      'The probability that it has paid for itself by February 2012 is more than 99%; half of the time it has by December 2011.',
    ),
  );
  assert.ok(said(payback(0.3, null)).includes('The probability that it has paid for itself by February 2012 is 30%.'));
  assert.ok(
    said(payback(0, null)).includes('The probability that it has paid for itself by February 2012 is less than 1%.'),
  );
});

function withCase(cost: Estimate) {
  return (_: unknown, report: Report) => {
    report.cases = { low: { label: { sv: 'Låg', en: 'Low' }, differences: { project: { 'cost.total': cost } } } };
  };
}

test('a saving that other assumptions confirm has their range', () => {
  const sentences = said(withCase(estimate(-100_000, -120_000, -80_000)));
  assert.equal(
    sentences.at(-1),
    'The saving rests on assumptions about what would have happened otherwise. Under the others that were tried it is SEK 0.4–1.2 million.',
  );
});

test('a saving that other assumptions do not confirm is said not to hold there', () => {
  for (const other of [estimate(50_000, 40_000, 60_000), estimate(-10_000, -30_000, 10_000)])
    assert.equal(
      said(withCase(other)).at(-1),
      'The conclusion on costs does not hold under all assumptions that were tried: not under Low.',
    );
});

test('without another alternative the levels are told', () => {
  const model = sampleModel((report) => {
    delete report.alternatives['project'];
    report.differences = {};
  });
  const sentences = answer(english, model, 'zero').map(({ key, parameters }) => english.t(key, parameters));
  assert.deepEqual(sentences, [
    '20.0 (19.0–21.0) households live in acute housing on average.',
    '50.0 (48.0–52.0) households a year get a home of their own.',
    'All of it costs SEK 7.20 (7.08–7.32) million a year.',
  ]);
});

test('a run in which nothing was finished claims nothing', () => {
  const model = sampleModel((report) => (report.replications = 0));
  assert.deepEqual(
    answer(english, model, 'project').map(({ key }) => key),
    ['answer.nothing'],
  );
});
