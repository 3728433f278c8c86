// SPDX-License-Identifier: MIT
// What holds households back: days lost by cause, and the staff's time.
import { bars } from '../charts/bars';
import { chart } from '../charts/chart';
import { look } from '../charts/look';
import type { Model } from '../data/model';
import { h } from '../page/dom';
import { details, figure } from '../charts/figure';
import { number, plain } from '../language/format';
import { phrase } from '../language/language';
import { table } from '../page/table';
import type { Section, View } from './view';
import { narrowText } from '../words/limits';
import { shown } from '../words/measures';
import { alternativeName, causeName, thingName, type Speaker } from '../words/names';
import { rich } from '../words/rich';
import { compared } from './answer';
import { bottleneckParts } from './bottleneck';
import { measuresFigure } from './parts';

const MOST = 8;
const PREFIX = 'blocked.';

/** Causes that cost at least a day a year somewhere, the greatest first. */
function causes(model: Model, alternatives: string[]): string[] {
  const days = (measure: string) =>
    Math.max(...alternatives.map((alternative) => model.estimate(alternative, measure)?.mean ?? 0));
  return model
    .family(PREFIX)
    .filter((measure) => days(measure) >= 1)
    .sort((a, b) => days(b) - days(a));
}

const cause = (view: View, measure: string) => causeName(view, measure.slice(PREFIX.length));

function greatest(view: View, alternative: string): HTMLElement | null {
  const { model, words } = view;
  const [first] = causes(model, [alternative]);
  const days = first ? model.estimate(alternative, first)?.mean : undefined;
  if (!first || !days) return null;
  return h(
    'li',
    {},
    rich(
      words,
      phrase('obstacles.greatest', {
        alternative: alternativeName(view, alternative),
        cause: cause(view, first),
        days: number(words, days, days >= 1000 ? -2 : 0),
      }),
    ),
  );
}

/** Circles of stages whose households wait for each other's units, and so for ever. */
function circles(view: View, alternative: string): HTMLElement[] {
  const { model, words } = view;
  const waits = model.report.alternatives[alternative]?.circular_waits ?? [];
  return waits.map(({ stages, replications, earliest }) =>
    h(
      'p',
      { class: 'note' },
      words.t('circular_wait.line', {
        alternative: alternativeName(view, alternative),
        n: replications,
        all: model.report.replications,
        stages: stages.map((stage) => thingName(view, stage)).join(', '),
        date: earliest.slice(0, 10),
      }),
    ),
  );
}

function causesFigure(view: View) {
  const { model, words } = view;
  const alternatives = compared(view);
  const all = causes(model, alternatives);
  const drawn = all.slice(0, MOST);
  const value = (days: number | null) => `${number(words, days)} ${words.t('unit.household_days_per_year')}`;
  const series = alternatives.map((alternative) => ({
    name: alternativeName(view, alternative),
    colour: look(model.alternatives.indexOf(alternative)).colour,
    hollow: alternative === model.base,
    values: drawn.map((measure) => model.estimate(alternative, measure)?.mean || null),
  }));
  const option = (width: number) =>
    bars(
      {
        categories: drawn.map((measure) => cause(view, measure)),
        series,
        axis: (x) => plain(words, x),
        value,
        lying: true,
      },
      width,
    );
  return figure(view, {
    title: words.t('obstacles.causes'),
    note: words.t('obstacles.causes.note'),
    legend: series.map(({ name, colour, hollow }) => ({ name, colour, hollow })),
    chart: chart(option, { height: () => 50 + drawn.length * 44, label: words.t('obstacles.causes') }),
    table: {
      columns: [{ title: words.t('table.cause') }, ...series.map(({ name }) => ({ title: name, figures: true }))],
      rows: all.map((measure) => [
        cause(view, measure),
        ...alternatives.map((alternative) => shown(view, measure, alternative)),
      ]),
    },
  });
}

/** The two ends: what theory allows, without any simulation. */
function limits(view: View): HTMLElement | null {
  const { model, words } = view;
  const known = compared(view).flatMap((alternative) => {
    const limit = model.report.viewer.limits[alternative];
    return limit ? [{ alternative, limit }] : [];
  });
  if (known.length === 0) return null;
  return details(
    words.t('limits.title'),
    h('p', { class: 'note' }, words.t('limits.note')),
    table({
      caption: words.t('limits.title'),
      columns: [
        { title: words.t('table.alternative') },
        { title: words.t('limits.homes'), figures: true },
        { title: words.t('limits.greatest'), figures: true },
        { title: words.t('limits.narrow') },
      ],
      rows: known.map(({ alternative, limit }) => [
        alternativeName(view, alternative),
        plain(words, limit.homes),
        limit.greatest === null ? words.t('limits.none') : plain(words, limit.greatest),
        limit.narrow.map((one) => narrowText(view, one)).join('; '),
      ]),
    }),
  );
}

/** Which change gives most for the money takes many simulations of its own: another command, or part of the data. */
function bestChange(view: View): HTMLElement {
  const { model, words, state } = view;
  const found = model.report.viewer.bottleneck;
  if (found)
    return h(
      'div',
      { class: 'bottleneck' },
      h('h3', {}, words.t('bottleneck.heading')),
      bottleneckParts(view, found, alternativeName(view, found.alternative)),
    );
  const { file } = model.report.scenario;
  const option = state.alternative === model.base ? '' : ` --alternative ${state.alternative}`;
  return h(
    'div',
    {},
    h('p', {}, words.t('obstacles.best_change')),
    h('code', { class: 'command' }, `trapphus bottleneck ${file}${option}`),
  );
}

export const obstaclesSection: Section = {
  id: 'obstacles',
  heading: 'section.obstacles',
  depends: ['alternative'],
  present: (model) => model.hasResults && causes(model, model.alternatives).length > 0,
  build(view) {
    const { model, words } = view;
    const about = (speaker: Speaker, measure: string) => thingName(speaker, measure.split('.')[1] ?? '');
    const parts = [
      h('ul', { class: 'plain' }, ...compared(view).map((alternative) => greatest(view, alternative))),
      ...compared(view).flatMap((alternative) => circles(view, alternative)),
      causesFigure(view),
      measuresFigure(
        view,
        model
          .family('utilisation.')
          .filter((name) => compared(view).some((a) => (model.estimate(a, name)?.mean ?? 0) > 0)),
        words.t('obstacles.staff'),
        words.t('obstacles.staff.note'),
        about,
      ),
      limits(view),
      bestChange(view),
    ];
    return parts.filter((part) => part !== null);
  },
};
