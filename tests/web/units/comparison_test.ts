// SPDX-License-Identifier: MIT
// What a comparison shows, and what it does not claim.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonAnswer } from 'viewer/comparison/answer';
import { answerRows } from 'viewer/comparison/answers';
import { restText } from 'viewer/comparison/definitions';
import { columnName, figureText, rowName, unitOf, wholePercent } from 'viewer/comparison/names';
import { notComparable, toldApart } from 'viewer/comparison/standings';
import { defaults, fromHash, toHash } from 'viewer/comparison/state';
import { count } from 'viewer/data/comparison_model';
import { isComparison } from 'viewer/data/source';
import { Words } from 'viewer/language/language';
import { sampleReport } from './sample';
import { sampleComparison, sampleComparisonModel } from './sample_comparison';

const model = sampleComparisonModel();
const sv = { model, words: new Words('sv') };
const en = { model, words: new Words('en') };
const retention = model.columns[0]!;
const cost = model.columns[1]!;

test('a page’s data say whether they are a comparison', () => {
  assert.equal(isComparison(sampleComparison()), true);
  assert.equal(isComparison(sampleReport()), false);
});

test('the best stands first, and who has no value does not stand at all', () => {
  const names = (measure: number) => model.standings(model.columns[measure]!).map(({ row }) => row.name);
  assert.deepEqual(names(0), ['Lund', 'Malmö']);
  // Less cost is better.
  assert.deepEqual(names(1), ['Lund', 'Malmö']);
});

test('of a share of counted tenants the bar is one realisation’s: four of four are not certain', () => {
  assert.equal(figureText(en, retention, model.standings(retention)[0]!.shown), '95 (50–100)');
  assert.equal(figureText(en, cost, model.standings(cost)[0]!.shown), '80,000 (79,000–81,000)');
});

test('counts and costs are given by size where the size is known; shares are not', () => {
  assert.deepEqual(
    (['total', 'apartment', 'fte', 'inhabitants'] as const).map((by) => model.dividable(cost, by)),
    [true, true, true, true],
  );
  assert.equal(model.dividable(retention, 'apartment'), false);
  const perApartment = model.standings(cost, 'apartment');
  assert.deepEqual(
    perApartment.map(({ row, shown }) => [row.name, shown.mean]),
    [
      ['Malmö', 10_000],
      ['Lund', 20_000],
    ],
  );
  assert.deepEqual(
    model.standings(cost, 'inhabitants').map(({ row }) => row.name),
    ['Malmö'],
  );
  assert.equal(count(model.comparison.rows[2]!, 'apartment'), undefined);
  assert.equal(unitOf(sv, cost, 'fte'), 'kr/månad, per årsarbetare');
});

test('a measure is called as in the report; the program names what is about a stage', () => {
  assert.equal(columnName(sv, 'retention.not_evicted'), 'Inte vräkta, av alla');
  assert.equal(columnName(sv, 'turnover.training'), 'Omsättning: Träningslägenhet');
  assert.equal(columnName(en, 'something.new'), 'something.new');
});

test('a row is called by its scenario’s name in the reader’s language', () => {
  const of = sampleComparisonModel(({ rows }) => {
    rows[0]!.label = { sv: 'Boende', en: 'House' };
    for (const row of rows) row.own = null;
  });
  const [row] = of.comparison.rows;
  assert.equal(rowName({ ...sv, model: of }, row!), 'Boende');
  assert.equal(rowName({ ...en, model: of }, row!), 'House');
  const texts = comparisonAnswer({ ...sv, model: of }).map((one) => JSON.stringify(one));
  assert.ok(texts.some((text) => text.includes('Boende')) && !texts.some((text) => text.includes('Malmö')));
});

test('what rests on an assumption has a star, but not where all of them do', () => {
  const names = (of: typeof model) => of.comparison.rows.map((row) => rowName({ model: of, words: sv.words }, row));
  assert.deepEqual(names(model), ['Malmö', 'Lund *', 'Karlskrona']);
  const all = sampleComparisonModel(({ rows }) => {
    for (const row of rows) row.assumed = rows[1]!.assumed;
  });
  assert.deepEqual(names(all), ['Malmö', 'Lund', 'Karlskrona']);
});

test('the answer tells the figures apart from their definitions, and claims no order that chance could turn', () => {
  assert.deepEqual(
    comparisonAnswer(sv).map(({ key, parameters }) => [key, parameters['low'] ?? parameters['points']]),
    [
      ['compare.answer.observed', '84'],
      ['compare.answer.common', '85'],
      ['compare.answer.definition', '5'],
      ['compare.apart.none', undefined],
    ],
  );
});

test('without teams of its own definitions the answer gives the ends of each measure', () => {
  const other = sampleComparisonModel((comparison) => {
    for (const row of comparison.rows) row.own = null;
  });
  assert.deepEqual(
    comparisonAnswer({ model: other, words: en.words }).map(({ key, parameters }) => [key, parameters['best']]),
    [
      ['compare.answer.extent', 'Lund'],
      ['compare.answer.extent', 'Lund'],
    ],
  );
});

test('how many pairs can be told apart decides what is said of the order', () => {
  const said = (pairs: number, told_apart: number) => toldApart({ ...retention, pairs, told_apart })[0]?.key;
  assert.equal(said(0, 0), undefined);
  assert.equal(said(6, 0), 'compare.apart.none');
  assert.equal(said(6, 2), 'compare.apart.few');
  assert.equal(said(6, 3), 'compare.apart.many');
});

test('the address keeps measure and size, as far as they make sense', () => {
  const standard = defaults(model, 'sv');
  assert.deepEqual(standard, { lang: 'sv', measure: 'retention.not_evicted', by: 'total' });
  const chosen = fromHash('#lang=en&measure=cost.total&by=fte', model, standard);
  assert.deepEqual(chosen, { lang: 'en', measure: 'cost.total', by: 'fte' });
  assert.equal(toHash(chosen, standard), '#lang=en&measure=cost.total&by=fte');
  assert.equal(toHash(standard, standard), '#lang=sv');
  assert.deepEqual(fromHash('#measure=<b>&by=fte&lang=xx', model, standard), standard);
});

test('what cannot be compared has no order and no ranks, and it stands why', () => {
  const unequal = sampleComparisonModel(({ columns, rows }) => {
    columns[0]!.comparable = false;
    columns[0]!.pairs = 0;
    rows[0]!.tenants = 60;
    rows[1]!.tenants = 4;
    rows[1]!.exposure_years = 1.8;
  });
  const teller = { model: unequal, words: sv.words };
  const column = unequal.columns[0]!;
  // Malmö has less, and stands first all the same.
  assert.deepEqual(
    unequal.standings(column).map(({ row }) => row.name),
    ['Malmö', 'Lund'],
  );
  const reason = notComparable(teller, column);
  assert.deepEqual([reason.key, reason.parameters['least'], reason.parameters['most']], [
    'comparison.not_comparable',
    '1,8',
    '5,0',
  ]);
  assert.equal(comparisonAnswer(teller).at(-1)?.key, 'comparison.not_comparable');
});

test('the rest is the work of those alone whose rates are their own', () => {
  const none = { mean: null, low: null, high: null };
  const text = (...rates: ('own' | 'shared' | 'assumed')[]) =>
    restText(
      en,
      sampleComparisonModel(({ rows }) =>
        rates.forEach((of, i) => {
          rows[i]!.rates = of;
          if (of !== 'own') rows[i]!.own!.by_work = none;
        }),
      ).explained,
    );
  assert.match(text('own', 'own'), /^The rest is the work: all of them/);
  assert.match(text('shared', 'shared'), /^The rest is not the work of all of them: .* shared/);
  assert.match(text('shared', 'own'), /^The rest is the work of Lund, .*The rest is not the work of Malmö: .* shared/);
  assert.match(text('own', 'assumed'), /^The rest is the work of Malmö, .*The rest is not the work of Lund: .* assumed/);
  const late = sampleComparisonModel(({ rows }) => rows.forEach(({ own }) => own && (own.by_work = none)));
  assert.match(restText(en, late.explained), /^The tenants have had unequal time/);
});

test('equal answers stand together, in the language of the reader', () => {
  const answered = sampleComparisonModel(({ rows }) => {
    for (const row of rows) row.answers = { after_hours: { sv: 'nej', en: 'no' } };
    rows[0]!.answers.title = { sv: 'boendecoach', en: 'housing coach' };
    rows[2]!.answers.after_hours = { sv: 'ja, via jour', en: 'yes, on call' };
  });
  assert.deepEqual(answerRows({ model: answered, words: sv.words }), [
    ['Stödjarnas titel', 'boendecoach', 'Malmö'],
    ['Tillgänglighet efter kontorstid', 'nej', 'Malmö, Lund'],
    ['Tillgänglighet efter kontorstid', 'ja, via jour', 'Karlskrona'],
  ]);
});

test('a share without interval stands alone', () => {
  assert.equal(wholePercent(en.words, { mean: 0.8, low: null, high: null }), '80');
  assert.equal(wholePercent(en.words, { mean: null, low: null, high: null }), '–');
});
