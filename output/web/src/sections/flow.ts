// SPDX-License-Identifier: MIT
// Households through the staircase in one year, and what is known of each stage.
import { chart } from '../charts/chart';
import { sankeyOption, type FlowLink, type FlowNode } from '../charts/sankey';
import type { Model } from '../data/model';
import { ARRIVALS, BACK, flows, type Flow } from '../data/flows';
import type { Stage } from '../data/report';
import { h } from '../page/dom';
import { figure, select } from '../charts/figure';
import { isNumber, number, plain } from '../language/format';
import { table } from '../page/table';
import type { Section, View } from './view';
import { measureName, shown } from '../words/measures';
import { alternativeName, causeName, groupName, stageName } from '../words/names';
import { compared } from './answer';
import { yearName } from './parts';
import { unitName } from '../words/units';

/** Smaller flows would be lines too thin to see; they are in the table. */
const LEAST = 0.05;

const COLOURS = {
  acute: '#a2402a',
  placement: '#c98a3c',
  apartment: '#0b6a6e',
  waiting: '#7a5c3a',
  home: '#2f6b2f',
  exit: '#56636b',
  outside: '#8a949a',
};

function colour(stage: Stage | undefined): string {
  if (!stage) return COLOURS.outside;
  if (stage.acute) return COLOURS.acute;
  if (stage.kind === 'exit') return stage.home ? COLOURS.home : COLOURS.exit;
  return COLOURS[stage.kind];
}

function nodeName(view: View, id: string): string {
  if (id === ARRIVALS) return view.words.t('flow.arrivals');
  if (id.startsWith(BACK)) return view.words.t('flow.back', { stage: stageName(view, id.slice(BACK.length)) });
  return stageName(view, id);
}

function sankey(view: View, all: Flow[]): HTMLElement {
  const { model, words, state } = view;
  const drawn = all.filter((flow) => flow.households >= LEAST);
  const ids = new Set(drawn.flatMap(({ from, target }) => [from, target]));
  const nodes: FlowNode[] = [...ids].map((id) => ({
    id,
    name: nodeName(view, id),
    colour: colour(model.stage(id.startsWith(BACK) ? id.slice(BACK.length) : id)),
  }));
  const links: FlowLink[] = drawn.map(({ from, target, households }) => ({ from, to: target, households }));
  const value = (households: number) =>
    `${plain(words, Number(households.toPrecision(3)))} ${words.t('unit.households')}`;
  return chart(
    () => sankeyOption({ nodes, links, value, count: (n) => number(words, n, n < 10 ? 1 : 0), chosen: state.stage }),
    {
      height: () => Math.max(320, Math.min(560, 60 * (ids.size / 2) + 80)),
      label: words.t('flow.chart', { year: state.year }),
      least: 640,
      onClick: (data) => {
        const id = (data as { name?: string } | null)?.name ?? '';
        const name = id.startsWith(BACK) ? id.slice(BACK.length) : id;
        if (model.stage(name)) view.choose({ stage: name });
      },
    },
  );
}

/** What is known of a stage, as measures of the whole period. */
function stageMeasures(model: Model, name: string): string[] {
  return [
    `households.${name}`,
    `exits.${name}`,
    `waiting.${name}`,
    `stay.${name}.mean`,
    `stay.${name}.p50`,
    `stay.${name}.p90`,
    `turnover.${name}`,
    `turnover.${name}.moveouts`,
    `turnover.${name}.takeovers`,
    `vacancy.${name}`,
    `blocked.pool:${name}`,
  ].filter((measure) => model.alternatives.some((alternative) => model.estimate(alternative, measure)));
}

/** Days lost in the stage by cause, where the run kept them by stage. */
function lostInStage(view: View, name: string): HTMLElement | null {
  const { model, words } = view;
  const alternatives = compared(view);
  const sums = new Map<string, number[]>();
  alternatives.forEach((alternative, a) => {
    for (const row of model.alternative(alternative)?.lost ?? []) {
      if (row.stage !== name || !isNumber(row.days)) continue;
      const days = sums.get(row.cause) ?? alternatives.map(() => 0);
      days[a]! += row.days;
      sums.set(row.cause, days);
    }
  });
  const rows = [...sums]
    .filter(([, days]) => days.some((d) => d >= 0.5))
    .sort(([, a], [, b]) => Math.max(...b) - Math.max(...a));
  if (rows.length === 0) return null;
  return h(
    'div',
    {},
    h('h4', {}, words.t('flow.causes')),
    table({
      caption: words.t('flow.causes'),
      columns: [
        { title: words.t('table.cause') },
        ...alternatives.map((a) => ({ title: alternativeName(view, a), figures: true })),
      ],
      rows: rows.map(([cause, days]) => [causeName(view, cause), ...days.map((d) => number(words, d))]),
    }),
  );
}

/** The panel's title has the stage. */
function shortened(measure: string, stage: string): string {
  return measure.endsWith(`: ${stage}`) ? measure.slice(0, -stage.length - 2) : measure;
}

function stagePanel(view: View): HTMLElement {
  const { model, words, state } = view;
  const name = stageName(view, state.stage);
  const alternatives = compared(view);
  const rows = stageMeasures(model, state.stage).map((measure) => [
    [shortened(measureName(view, measure), name), h('span', { class: 'unit' }, unitName(view, model.unit(measure)))],
    ...alternatives.map((alternative) => shown(view, measure, alternative)),
  ]);
  return h(
    'div',
    { class: 'panel', id: 'stage-panel', 'aria-live': 'polite' },
    h('h3', {}, name),
    rows.length === 0
      ? h('p', {}, words.t('flow.nothing'))
      : table({
          caption: name,
          columns: [
            { title: words.t('table.whole_period') },
            ...alternatives.map((a) => ({ title: alternativeName(view, a), figures: true })),
          ],
          rows,
        }),
    lostInStage(view, state.stage),
  );
}

function flowTable(view: View) {
  const { model, words, state } = view;
  const alternatives = compared(view);
  const byAlternative = alternatives.map((alternative) => flows(model, alternative, state.year));
  const keys = new Map(byAlternative.flat().map(({ from, to }) => [`${from}>${to}`, { from, to }]));
  return {
    columns: [
      { title: words.t('table.from_to') },
      ...alternatives.map((a) => ({ title: alternativeName(view, a), figures: true })),
    ],
    rows: [...keys.values()].map(({ from, to }) => [
      `${nodeName(view, from)} → ${stageName(view, to)}`,
      ...byAlternative.map((all) => {
        const flow = all.find((one) => one.from === from && one.to === to);
        return number(words, flow?.households ?? 0, 1);
      }),
    ]),
  };
}

export const flowSection: Section = {
  id: 'flow',
  heading: 'section.flow',
  depends: ['alternative', 'year', 'stage'],
  present: (model) => model.hasResults && flows(model, model.base, model.years[0] ?? 0).length > 0,
  build(view) {
    const { model, words, state } = view;
    const alternatives = model.alternatives.map((value) => ({ value, name: alternativeName(view, value) }));
    const years = model.years.map((year) => ({ value: String(year), name: yearName(view, year) }));
    const stages = model.staircase.stages.map(({ name }) => ({ value: name, name: stageName(view, name) }));
    return [
      h('p', {}, words.t('flow.intro')),
      figure(view, {
        title: words.t('flow.title', {
          alternative: alternativeName(view, state.alternative),
          year: yearName(view, state.year),
        }),
        controls: [
          select('year', words.t('flow.year'), years, String(state.year), (year) =>
            view.choose({ year: Number(year) }),
          ),
          select('flow-alternative', words.t('answer.alternative'), alternatives, state.alternative, (alternative) =>
            view.choose({ alternative }),
          ),
          select('stage', words.t('flow.stage'), stages, state.stage, (stage) => view.choose({ stage })),
        ],
        chart: sankey(view, flows(model, state.alternative, state.year)),
        below: h(
          'p',
          { class: 'note' },
          words.t('flow.note', { groups: model.groups.map(({ name }) => groupName(view, name)).join(', ') }),
        ),
        table: flowTable(view),
      }),
      stagePanel(view),
    ];
  },
};
