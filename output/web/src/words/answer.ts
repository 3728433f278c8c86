// SPDX-License-Identifier: MIT
// The answer in two or three sentences, made from the numbers. No sentence claims more than its interval supports:
// if the interval of a difference includes zero, the sentence states that no difference can be seen.
import type { Model } from '../data/model';
import type { Estimate, Interval, Payback } from '../data/report';
import { inBrief, isNumber, month, probability, range, decimalsFor } from '../language/format';
import { phrase, type Key, type Phrase, type Words } from '../language/language';

/** The conclusion that a difference's interval supports. */
export type Verdict = 'more' | 'less' | 'unseen' | 'unknown';

export function verdict(difference: Interval | undefined): Verdict {
  if (!difference || !isNumber(difference.mean) || !isNumber(difference.low) || !isNumber(difference.high))
    return 'unknown';
  if (difference.low > 0) return 'more';
  if (difference.high < 0) return 'less';
  return 'unseen';
}

/** Without its sign, for sentences that have "fewer". */
function size(words: Words, difference: Interval, factor: number): string {
  const { mean, low, high } = difference;
  if (!isNumber(mean) || !isNumber(low) || !isNumber(high)) return '';
  if (mean < 0) return inBrief(words, { mean: -mean, low: -high, high: -low }, factor);
  return inBrief(words, difference, factor);
}

function zeroRange(words: Words, difference: Interval, factor: number): string {
  const half = isNumber(difference.low) && isNumber(difference.high) ? (difference.high - difference.low) / 2 : 0;
  return range(words, (difference.low ?? 0) * factor, (difference.high ?? 0) * factor, decimalsFor(half * factor));
}

type Keys = (found: 'more' | 'less' | 'unseen') => Key;

function sentence(words: Words, keys: Keys, difference: Estimate | undefined, factor = 1): Phrase[] {
  const found = verdict(difference);
  if (found === 'unknown' || !difference) return [];
  if (found === 'unseen') return [phrase(keys(found), { interval: zeroRange(words, difference, factor) })];
  return [phrase(keys(found), { n: size(words, difference, factor) })];
}

const HOMES: Keys = (found) => `answer.homes.${found}`;
const FIRST_HAND: Keys = (found) => `answer.first_hand.${found}`;
const ACUTE: Keys = (found) => `answer.acute.${found}`;
const ACUTE_COST: Keys = (found) => `answer.acute_cost.${found}`;
const TOTAL: Keys = (found) => `answer.total.${found}`;

/** Fewer homes are no bad news if fewer needed one: both numbers in one sentence. */
function homes(words: Words, model: Model, alternative: string): Phrase[] {
  const got = model.difference(alternative, 'homes');
  const prevented = model.difference(alternative, 'prevented');
  if (got && prevented && verdict(prevented) === 'more') {
    const found = verdict(got);
    if (found !== 'unknown')
      return [
        phrase(`answer.prevented.and.${found}`, { prevented: size(words, prevented, 1), n: size(words, got, 1) }),
      ];
  }
  return sentence(words, HOMES, got);
}

/** Households in acute housing and what they cost: one sentence where both go the same way. */
function acute(words: Words, model: Model, alternative: string): Phrase[] {
  const yearly = 12 / 1e6;
  const households = model.difference(alternative, 'households.acute');
  const cost = model.acuteCost ? model.difference(alternative, model.acuteCost) : undefined;
  const found = verdict(households);
  if ((found === 'more' || found === 'less') && households && cost && verdict(cost) === found)
    return [phrase(`answer.acute_both.${found}`, { n: size(words, households, 1), cost: size(words, cost, yearly) })];
  return [...sentence(words, ACUTE, households), ...sentence(words, ACUTE_COST, cost, yearly)];
}

/** The date of payback, if the run has it. */
function paysBack(words: Words, payback: Payback | null | undefined): Phrase[] {
  if (!payback || !isNumber(payback.probability)) return [];
  const parameters = { by: month(words, payback.by), p: probability(words, payback.probability) };
  if (payback.median && payback.median <= payback.by)
    return [phrase('answer.payback.by', { ...parameters, median: month(words, payback.median) })];
  return [phrase('answer.payback.rarely', parameters)];
}

/** Whether the conclusion on costs holds under the other assumptions that were run. */
function assumptions(words: Words, model: Model, alternative: string, months: number): Phrase[] {
  const cases = Object.entries(model.report.cases);
  const base = verdict(model.difference(alternative, 'cost.total'));
  if (cases.length === 0 || base === 'unknown' || base === 'unseen') return [];
  const differences = cases.map(([, one]) => one.differences[alternative]?.['cost.total']);
  const against = cases.filter((_, i) => verdict(differences[i]) !== base);
  if (against.length > 0) {
    const names = against.map(([name, one]) => words.label(one.label, name)).join(', ');
    return [phrase('answer.cases.against', { names })];
  }
  const means = [...differences, model.difference(alternative, 'cost.total')]
    .map((difference) => Math.abs(difference?.mean ?? 0) * (months / 1e6))
    .sort((a, b) => a - b);
  const decimals = decimalsFor(((means.at(-1) ?? 0) - (means[0] ?? 0)) / 2);
  const spread = range(words, means[0] ?? 0, means.at(-1) ?? 0, decimals);
  return [phrase(base === 'less' ? 'answer.cases.less' : 'answer.cases.more', { range: spread })];
}

/** The levels, where there is nothing to compare with. */
function alone(words: Words, model: Model): Phrase[] {
  const phrases: Phrase[] = [];
  const add = (key: Key, measure: string, factor = 1) => {
    const value = model.estimate(model.base, measure);
    if (value) phrases.push(phrase(key, { n: inBrief(words, value, factor) }));
  };
  add('answer.alone.acute', 'households.acute');
  add('answer.alone.homes', 'homes');
  add('answer.alone.total', 'cost.total', 12 / 1e6);
  return phrases;
}

export function answer(words: Words, model: Model, alternative: string): Phrase[] {
  if (!model.hasResults) return [phrase('answer.nothing')];
  if (model.alternatives.length < 2 || alternative === model.base) return alone(words, model);
  const { count } = model.months;
  return [
    ...homes(words, model, alternative),
    ...sentence(words, FIRST_HAND, model.difference(alternative, 'first_hand')),
    ...acute(words, model, alternative),
    ...sentence(words, TOTAL, model.difference(alternative, 'cost.total'), count / 1e6),
    ...paysBack(words, model.report.payback?.[alternative]?.cost),
    ...assumptions(words, model, alternative, count),
  ];
}
