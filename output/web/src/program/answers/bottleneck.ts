// SPDX-License-Identifier: MIT
// What a bottleneck run found, by itself: the ranking, and what clients wait for.
import { bars } from '../../charts/bars';
import { chart } from '../../charts/chart';
import { look } from '../../charts/look';
import { lostByCause, type Bottleneck } from '../../data/bottleneck';
import { dayAfter } from '../../data/months';
import { figure } from '../../charts/figure';
import { number, plain, span } from '../../language/format';
import { bottleneckParts } from '../../sections/bottleneck';
import type { SectionOf, Subject, ViewOf } from '../../sections/view';
import { causeName } from '../../words/names';
import { singleSubject, type Spoken } from './single';
import { NamedThings } from './things';

export type BottleneckData = Bottleneck;

class BottleneckModel extends NamedThings {
  constructor(readonly found: Bottleneck) {
    super(found.viewer?.staircase);
  }
}

type Section = SectionOf<BottleneckModel, Spoken>;
const MOST = 10;

/** A scenario without alternatives is one alternative without a label. */
function alternativeText({ model: { found }, words }: ViewOf<BottleneckModel, Spoken>): string {
  const label = found.viewer?.label;
  return (label && words.label(label, '')) || words.t('bottleneck.scenario');
}

const ranking: Section = {
  id: 'ranking',
  heading: 'bottleneck.heading',
  depends: [],
  present: () => true,
  build: (view) => {
    const { found } = view.model;
    return bottleneckParts(view, found, alternativeText(view)).filter((part) => part !== null);
  },
};

function waitsFigure(view: ViewOf<BottleneckModel, Spoken>): HTMLElement {
  const { model, words } = view;
  const all = lostByCause(model.found.lost);
  const drawn = all.slice(0, MOST);
  const title = words.t('obstacles.causes');
  const option = (width: number) =>
    bars(
      {
        categories: drawn.map(({ cause }) => causeName(view, cause)),
        series: [{ name: title, colour: look(0).colour, hollow: false, values: drawn.map(({ days }) => days) }],
        axis: (x) => plain(words, x),
        value: (days) => `${number(words, days)} ${words.t('unit.household_days_per_year')}`,
        lying: true,
      },
      width,
    );
  return figure(view, {
    title,
    note: words.t('obstacles.causes.note'),
    chart: chart(option, { height: () => 50 + drawn.length * 36, label: title }),
    table: {
      columns: [{ title: words.t('table.cause') }, { title: words.t('unit.household_days_per_year'), figures: true }],
      rows: all.map(({ cause, days }) => [causeName(view, cause), number(words, days)]),
    },
  });
}

const waits: Section = {
  id: 'waits',
  heading: 'section.obstacles',
  depends: [],
  present: ({ found }) => lostByCause(found.lost).some(({ days }) => days >= 1),
  build: (view) => [waitsFigure(view)],
};

export function bottleneckSubject(found: Bottleneck): Subject<BottleneckModel, Spoken> {
  return singleSubject(new BottleneckModel(found), [ranking, waits], (words) =>
    words.t('page.subtitle', {
      period: span(words, found.period.from, dayAfter(found.period.to, -1)),
      replications: number(words, found.replications),
    }),
  );
}
