// SPDX-License-Identifier: MIT
// What a calibration found: the observations before and after, and the inputs with their intervals.
import { dayAfter } from '../../data/months';
import type { Named, Staircase } from '../../data/report';
import { h } from '../../page/dom';
import { details } from '../../charts/figure';
import { isNumber, plain, signed, span } from '../../language/format';
import { table } from '../../page/table';
import type { SectionOf, Subject, ViewOf } from '../../sections/view';
import { measureName } from '../../words/measures';
import { alternativeName, groupName } from '../../words/names';
import { singleSubject, type Spoken } from './single';
import { NamedThings } from './things';
import { unitName } from '../../words/units';

export interface FittedInput {
  path: string;
  before: string;
  after: string;
  low?: string | null;
  high?: string | null;
  remark?: string;
}

export interface FittedObservation {
  measure: string;
  group: string | null;
  alternative: string | null;
  from: string;
  /** The first day after it. */
  to: string;
  unit: string;
  observed: number | null;
  uncertainty: number | null;
  before: number | null;
  after: number | null;
}

export interface CalibrationData {
  /** The report as the terminal shows it. */
  text: string;
  /** The fitted scenario. */
  yaml: string;
  inputs: FittedInput[];
  observations: FittedObservation[];
  viewer: { staircase: Staircase; alternatives: Named[] };
}

class CalibrationModel extends NamedThings {
  constructor(readonly found: CalibrationData) {
    super(found.viewer.staircase, found.viewer.alternatives);
  }
  /** Whether it is not clear by itself which alternative is what happened. */
  get several(): boolean {
    return new Set(this.found.observations.map(({ alternative }) => alternative)).size > 1;
  }
}

type View = ViewOf<CalibrationModel, Spoken>;
type Section = SectionOf<CalibrationModel, Spoken>;

/** "Households in acute housing: Families, 2012 (The project)". */
function observationName(view: View, { measure, group, alternative, from, to }: FittedObservation): string {
  const { model, words } = view;
  const of = group === null ? '' : `: ${groupName(view, group)}`;
  const where = alternative !== null && model.several ? ` (${alternativeName(view, alternative)})` : '';
  return `${measureName(view, measure)}${of}, ${span(words, from, dayAfter(to, -1))}${where}`;
}

function inputsTable({ model, words }: View): HTMLElement {
  return table({
    caption: words.t('program.calibrate.inputs'),
    captionHidden: false,
    columns: [
      { title: words.t('inputs.path') },
      { title: words.t('program.before'), figures: true },
      { title: words.t('program.calibrate.fitted'), figures: true },
      { title: words.t('program.calibrate.interval'), figures: true },
      { title: words.t('program.calibrate.remark') },
    ],
    rows: model.found.inputs.map(({ path, before, after, low, high, remark }) => [
      h('code', {}, path),
      before,
      after,
      low && high ? words.t('number.range', { low, high }) : '–',
      remark ?? '',
    ]),
  });
}

function observationsTable(view: View): HTMLElement {
  const { model, words } = view;
  const off = ({ observed, uncertainty, after }: FittedObservation) =>
    isNumber(observed) && isNumber(after) && uncertainty ? signed(words, (after - observed) / uncertainty, 1) : '–';
  return table({
    caption: words.t('program.calibrate.observations'),
    captionHidden: false,
    columns: [
      { title: words.t('table.measure') },
      { title: words.t('column.observed'), figures: true },
      { title: words.t('program.calibrate.uncertainty'), figures: true },
      { title: words.t('program.before'), figures: true },
      { title: words.t('program.after'), figures: true },
      { title: words.t('program.calibrate.off'), figures: true },
    ],
    rows: model.found.observations.map((one) => [
      [observationName(view, one), h('span', { class: 'unit' }, unitName(view, one.unit))],
      plain(words, one.observed),
      plain(words, one.uncertainty),
      plain(words, one.before),
      plain(words, one.after),
      off(one),
    ]),
  });
}

function resultSection(open: (yaml: string) => void): Section {
  return {
    id: 'fit',
    heading: 'program.calibrate.heading',
    depends: [],
    present: () => true,
    build: (view) => {
      const { words } = view;
      const { found } = view.model;
      return [
        h('p', {}, words.t('program.calibrate.intro')),
        h(
          'div',
          { class: 'buttons' },
          h(
            'button',
            { type: 'button', class: 'primary', id: 'open-fitted', onclick: () => open(found.yaml) },
            words.t('program.calibrate.open'),
          ),
        ),
        ...(found.inputs.length > 0 ? [inputsTable(view)] : []),
        ...(found.observations.length > 0 ? [observationsTable(view)] : []),
        h('p', { class: 'note' }, words.t('program.calibrate.off.note')),
        details(words.t('program.calibrate.report'), h('pre', {}, found.text)),
        details(words.t('program.calibrate.yaml'), h('pre', {}, found.yaml)),
      ];
    },
  };
}

export function calibrationSubject(
  data: CalibrationData,
  open: (yaml: string) => void,
): Subject<CalibrationModel, Spoken> {
  return singleSubject(new CalibrationModel(data), [resultSection(open)], () => '');
}
