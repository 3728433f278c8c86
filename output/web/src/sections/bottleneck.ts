// SPDX-License-Identifier: MIT
// Which change gives most for the money: the answer in words, the ranking as a chart and as a table.
import { chart } from '../charts/chart';
import { intervalHeight, intervalOption } from '../charts/intervals';
import { look } from '../charts/look';
import { interplay, lostByCause, rivalOf, type Bottleneck, type LeverEffect } from '../data/bottleneck';
import type { Interval } from '../data/report';
import { h } from '../page/dom';
import { figure } from '../charts/figure';
import { estimate, inBrief, plain, signed, meanAndRange, number, isNumber, decimalsFor } from '../language/format';
import { phrase, type Phrase, type Words } from '../language/language';
import { leverText } from '../words/levers';
import { cell, factorOf, measureName } from '../words/measures';
import type { Namer } from '../words/names';
import { rich } from '../words/rich';
import { unitName } from '../words/units';

const factor = ({ measure }: Bottleneck) => factorOf(measure.unit);
const helped = ({ changes }: Bottleneck) => (changes[0]?.helps ? changes[0] : undefined);

function effectUnit(namer: Namer, { measure }: Bottleneck): string {
  return measure.unit === 'share' ? namer.words.t('bottleneck.points') : unitName(namer, measure.unit);
}

function signedBrief(words: Words, effect: Interval, by: number): string {
  const half = (((effect.high ?? 0) - (effect.low ?? 0)) / 2) * by;
  const sign = isNumber(effect.mean) && effect.mean > 0 ? '+' : '';
  return half > 0 ? sign + inBrief(words, effect, by) : signed(words, (effect.mean ?? 0) * by, decimalsFor(half));
}

/** What one more (or less) of the measure is called behind its price. */
function perOne({ words }: Namer, { measure }: Bottleneck): string {
  if (measure.more_is_better === false) return words.t('bottleneck.per.less');
  return words.t(measure.name === 'homes' ? 'bottleneck.per.home' : 'bottleneck.per.one');
}

/** It changes no cost in any simulation, as where the scenario has no prices. */
function isFree({ cost: { mean, low, high } }: LeverEffect): boolean {
  return (mean ?? 0) === 0 && (low ?? 0) === 0 && (high ?? 0) === 0;
}

function bestPhrase(namer: Namer, found: Bottleneck, best: LeverEffect): Phrase {
  const { words } = namer;
  const parameters = {
    change: leverText(namer, best),
    measure: measureName(namer, found.measure.name),
    effect: signedBrief(words, best.effect, factor(found)),
    unit: effectUnit(namer, found),
  };
  const { mean, low, high } = best.cost;
  if (isFree(best)) return phrase('bottleneck.best.free', parameters);
  if ((mean ?? 0) <= 0) {
    const saved = { mean: -(mean ?? 0), low: -(high ?? 0), high: -(low ?? 0) };
    return phrase('bottleneck.best.saves', { ...parameters, cost: inBrief(words, saved) });
  }
  return phrase('bottleneck.best.costs', {
    ...parameters,
    cost: inBrief(words, best.cost),
    price: inBrief(words, best.price, 1 / factor(found)),
    one: perOne(namer, found),
  });
}

function nothingFound(found: Bottleneck): Phrase[] {
  const [greatest] = lostByCause(found.lost);
  if (!greatest) return [phrase('bottleneck.nothing')];
  return [phrase('bottleneck.unseen'), ...(greatest.cause === 'market' ? [phrase('bottleneck.market')] : [])];
}

/** Of a measure of which neither more nor less is better. */
function bySize(namer: Namer, found: Bottleneck, greatest: LeverEffect): Phrase[] {
  const { words } = namer;
  return [
    phrase('bottleneck.neither', { measure: measureName(namer, found.measure.name) }),
    phrase('bottleneck.neither.most', {
      change: leverText(namer, greatest),
      effect: signedBrief(words, greatest.effect, factor(found)),
      unit: effectUnit(namer, found),
      cost: inBrief(words, greatest.cost),
    }),
  ];
}

/** The answer in sentences; none claims more than its interval supports. */
export function bottleneckAnswer(namer: Namer, found: Bottleneck): Phrase[] {
  const best = helped(found);
  const [greatest] = found.changes;
  if (found.measure.more_is_better === null && greatest?.distinguishable) return bySize(namer, found, greatest);
  if (!best) return nothingFound(found);
  const rival = rivalOf(found);
  const phrases = [bestPhrase(namer, found, best)];
  if (rival) phrases.push(phrase('bottleneck.rival', { change: leverText(namer, rival) }));
  const { together } = found;
  const second = together && found.changes.find(({ path }) => path === together.paths[1]);
  if (together && second)
    phrases.push(
      phrase(`bottleneck.together.${interplay(found, together)}`, {
        change: leverText(namer, second),
        effect: signedBrief(namer.words, together.effect, factor(found)),
        unit: effectUnit(namer, found),
      }),
    );
  return phrases;
}

function verdict(namer: Namer, found: Bottleneck, effect: LeverEffect): string {
  const { words } = namer;
  if (effect === found.market) return words.t('bottleneck.verdict.market');
  if (!effect.distinguishable) return words.t('bottleneck.verdict.unseen');
  if (found.measure.more_is_better === null) return words.t('bottleneck.changes_it');
  if (!effect.helps) return words.t('bottleneck.verdict.wrong');
  if (isFree(effect)) return words.t('bottleneck.free');
  if ((effect.cost.mean ?? 0) <= 0) return words.t('bottleneck.verdict.saves');
  return meanAndRange(words, effect.price, 1e-3 / factor(found))
    .join(' ')
    .trimEnd();
}

function rankingFigure(namer: Namer, found: Bottleneck): HTMLElement | null {
  const { words } = namer;
  const effects = [...found.changes, ...(found.market ? [found.market] : [])];
  if (effects.length === 0) return null;
  const unit = effectUnit(namer, found);
  const by = factor(found);
  const times = (value: number | null) => (value === null ? null : value * by);
  const title = words.t('bottleneck.figure', { measure: measureName(namer, found.measure.name), unit });
  const rows = effects.map((one) => leverText(namer, one));
  const values = effects.map(({ effect: { mean, low, high } }) => ({
    mean: times(mean),
    low: times(low),
    high: times(high),
  }));
  const option = (width: number) =>
    intervalOption(
      {
        rows,
        series: [{ name: title, look: look(1), values }],
        axis: (value) => plain(words, value),
        value: (interval) => `${estimate(words, interval, 1, true)} ${unit}`,
        zero: true,
      },
      width,
    );
  return figure(namer, {
    title,
    note: words.t(found.measure.more_is_better === false ? 'bottleneck.figure.note_less' : 'bottleneck.figure.note'),
    chart: chart(option, { height: () => intervalHeight(rows.length, 1) + rows.length * 14, label: title }),
    table: {
      columns: [
        { title: words.t('bottleneck.change') },
        { title: unit, figures: true },
        { title: words.t('unit.sek_per_month'), figures: true },
        { title: words.t('bottleneck.price', { one: perOne(namer, found) }), figures: true },
      ],
      rows: effects.map((one, i) => [
        rows[i],
        cell(words, one.effect, by, true),
        cell(words, one.cost, 1, true),
        verdict(namer, found, one),
      ]),
    },
  });
}

export function bottleneckParts(namer: Namer, found: Bottleneck, alternative: string): (HTMLElement | null)[] {
  const { words } = namer;
  const unit = effectUnit(namer, found);
  return [
    h(
      'p',
      { class: 'lead' },
      words.t('bottleneck.of', { alternative, replications: number(words, found.replications) }),
    ),
    h(
      'ul',
      { class: 'answer' },
      bottleneckAnswer(namer, found).map((one) => h('li', {}, rich(words, one))),
    ),
    found.complete ? null : h('p', { class: 'caution' }, words.t('answer.incomplete')),
    h(
      'p',
      {},
      words.t('bottleneck.as_it_is', {
        measure: measureName(namer, found.measure.name),
        value: estimate(words, found.as_it_is.measure, factor(found)),
        unit,
        cost: estimate(words, found.as_it_is.cost),
      }),
    ),
    rankingFigure(namer, found),
  ];
}
