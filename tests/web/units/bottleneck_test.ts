// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leverOf, lostByCause, rivalOf, type Bottleneck, type LeverEffect } from 'viewer/data/bottleneck';
import { Words, type Phrase } from 'viewer/language/language';
import { bottleneckAnswer } from 'viewer/sections/bottleneck';
import { leverText } from 'viewer/words/levers';
import { estimate, sampleModel } from './sample';

const model = sampleModel();
const speaker = { model, words: new Words('en') };
const NONE = { mean: null, low: null, high: null };

function effect(path: string, change: Partial<LeverEffect> = {}): LeverEffect {
  return {
    path,
    step: 1,
    effect: estimate(2, 1.5, 2.5),
    cost: estimate(10_000, 9000, 11_000),
    price: estimate(60_000, 45_000, 80_000),
    distinguishable: true,
    helps: true,
    ...change,
  };
}

function found(changes: LeverEffect[], change: Partial<Bottleneck> = {}): Bottleneck {
  return {
    scenario: { name: '', file: 'a.yaml', sha256: '' },
    period: { from: '2011-11-01', to: '2012-03-01' },
    alternative: 'project',
    seed: 1,
    replications: 40,
    complete: true,
    measure: { name: 'homes', unit: 'per year', more_is_better: true },
    as_it_is: { measure: estimate(50, 48, 52), cost: estimate(600_000, 590_000, 610_000) },
    changes,
    market: null,
    together: null,
    lost: [],
    ...change,
  };
}

const said = ({ key, parameters }: Phrase) => speaker.words.t(key, parameters);
const answers = (data: Bottleneck) => bottleneckAnswer(speaker, data).map(said);

test('a change is called by what it changes, and by how much', () => {
  assert.equal(leverText(speaker, effect('stages.training.units')), '+1 unit: Training apartment');
  assert.equal(leverText(speaker, effect('staff.team.fte', { step: 0.5 })), '+0.5 FTE: team');
  assert.equal(leverText(speaker, effect('moves.*.offers', { step: 0.1 })), '+10 % offers on the housing market');
  assert.deepEqual(leverOf('ceilings.hotel.amount'), { kind: 'budget', thing: 'hotel' });
});

test('the best change is told with its effect, what it costs, and what one home of it costs', () => {
  const [best] = answers(found([effect('stages.training.units')]));
  assert.match(best ?? '', /Training apartment.*\+2.0 \(1.5–2.5\).*10,000 \(9,000–11,000\).*60,000 .* for each home/);
});

test('what saves money has no price', () => {
  const saving = effect('stages.training.units', { cost: estimate(-5000, -6000, -4000), price: NONE });
  const [best] = answers(found([saving]));
  assert.match(best ?? '', /it saves SEK 5,000 \(4,000–6,000\) a month/);
  assert.doesNotMatch(best ?? '', /for each home/);
});

test('where the intervals leave open which is better, that is said', () => {
  const best = effect('stages.training.units');
  const close = effect('staff.team.fte', { price: estimate(70_000, 50_000, 90_000) });
  const dear = effect('staff.team.fte', { price: estimate(200_000, 150_000, 300_000) });
  assert.equal(rivalOf(found([best, close])), close);
  assert.equal(rivalOf(found([best, dear])), undefined);
  assert.equal(rivalOf(found([best, { ...close, helps: false }])), undefined);
  const told = answers(found([best, close])).join('\n');
  assert.match(told, /“\+1 FTE: team” is just as good, the simulations cannot tell/);
});

test('no change is praised that cannot be told from chance', () => {
  const unseen = effect('stages.training.units', { helps: false, distinguishable: false });
  const lost = [{ stage: 'hotel', group: 'families', cause: 'market', days: 90 }];
  assert.deepEqual(answers(found([unseen], { lost })).length, 2);
  assert.match(answers(found([unseen], { lost })).join(' '), /cannot|can be told from chance.*housing market/s);
  assert.match(answers(found([unseen]))[0] ?? '', /Nothing binds/);
});

test('two together need each other only where their interval says so', () => {
  const changes = [effect('stages.training.units'), effect('staff.team.fte', { price: estimate(9e5, 8e5, 1e6) })];
  const together = (low: number, high: number) =>
    answers(
      found(changes, {
        together: {
          paths: ['stages.training.units', 'staff.team.fte'],
          effect: estimate(5, 4, 6),
          cost: estimate(0, 0, 0),
          interaction: estimate((low + high) / 2, low, high),
        },
      }),
    ).at(-1);
  assert.match(together(0.5, 1.5) ?? '', /they need each other/);
  assert.match(together(-1.5, -0.5) ?? '', /less than the two/);
  assert.match(together(-0.5, 0.5) ?? '', /as far as can be told/);
});

test('days lost are summed by cause, the greatest first', () => {
  const row = (group: string, cause: string, days: number) => ({ stage: 'hotel', group, cause, days });
  const lost = [row('a', 'board', 5), row('a', 'market', 4), row('b', 'market', 3)];
  assert.deepEqual(lostByCause(lost), [
    { cause: 'market', days: 7 },
    { cause: 'board', days: 5 },
  ]);
});

test('of a measure that is neither better nor worse when greater nothing is called best', () => {
  const change = effect('stages.training.units', { helps: false, price: NONE });
  const measure = { name: 'households.hotel', unit: 'households', more_is_better: null };
  const told = answers(found([change], { measure }));
  assert.match(told[0] ?? '', /whether more or less is better, the program cannot say/);
  assert.match(told[1] ?? '', /Training apartment.*changes it most/);
  assert.doesNotMatch(told.join(' '), /Most for the money/);
});
