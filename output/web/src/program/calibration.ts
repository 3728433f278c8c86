// SPDX-License-Identifier: MIT
// What a calibration found: the observations before and after, and the inputs with their intervals.
import { h } from '../dom';
import { details } from '../figure';
import { isNumber, plain, signed } from '../language/format';
import { table } from '../table';
import type { SectionOf, Subject, ViewOf } from '../view';
import { singleSubject, type Spoken } from './single';

export interface FittedInput {
  path: string;
  before: string;
  after: string;
  low?: string | null;
  high?: string | null;
  remark?: string;
}

export interface FittedObservation {
  /** In words, with its group and time. */
  text: string;
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
}

type View = ViewOf<CalibrationData, Spoken>;
type Section = SectionOf<CalibrationData, Spoken>;

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
    rows: model.inputs.map(({ path, before, after, low, high, remark }) => [
      h('code', {}, path),
      before,
      after,
      low && high ? words.t('number.range', { low, high }) : '–',
      remark ?? '',
    ]),
  });
}

function observationsTable({ model, words }: View): HTMLElement {
  const off = ({ observed, uncertainty, after }: FittedObservation) =>
    isNumber(observed) && isNumber(after) && uncertainty ? signed(words, (after - observed) / uncertainty, 1) : '–';
  return table({
    caption: words.t('program.calibrate.observations'),
    captionHidden: false,
    columns: [
      { title: words.t('table.measure') },
      { title: words.t('table.observed'), figures: true },
      { title: words.t('program.calibrate.uncertainty'), figures: true },
      { title: words.t('program.before'), figures: true },
      { title: words.t('program.after'), figures: true },
      { title: words.t('program.calibrate.off'), figures: true },
    ],
    rows: model.observations.map((one) => [
      [one.text, h('span', { class: 'unit' }, one.unit)],
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
      const { model, words } = view;
      return [
        h('p', {}, words.t('program.calibrate.intro')),
        h(
          'div',
          { class: 'buttons' },
          h(
            'button',
            { type: 'button', class: 'primary', id: 'open-fitted', onclick: () => open(model.yaml) },
            words.t('program.calibrate.open'),
          ),
        ),
        ...(model.inputs.length > 0 ? [inputsTable(view)] : []),
        ...(model.observations.length > 0 ? [observationsTable(view)] : []),
        h('p', { class: 'note' }, words.t('program.calibrate.off.note')),
        details(words.t('program.calibrate.report'), h('pre', {}, model.text)),
        details(words.t('program.calibrate.yaml'), h('pre', {}, model.yaml)),
      ];
    },
  };
}

export function calibrationSubject(
  data: CalibrationData,
  open: (yaml: string) => void,
): Subject<CalibrationData, Spoken> {
  return singleSubject(data, [resultSection(open)], () => '');
}
