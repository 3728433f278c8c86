// SPDX-License-Identifier: MIT
// Who is compared: apartments, staff, inhabitants.
import type { ComparedRow } from '../data/comparison';
import { number, plain, NO_VALUE } from '../language/format';
import type { Key, Words } from '../language/language';
import { table } from '../page/table';
import { rowHeading, rowName } from './names';
import type { ComparisonSection } from './state';

interface Fact {
  heading: Key;
  text: (words: Words, row: ComparedRow) => string;
}

const positive = (words: Words, value: number) => (value > 0 ? plain(words, value) : NO_VALUE);

const FACTS: Fact[] = [
  { heading: 'compare.who.apartments', text: (words, { apartments }) => positive(words, apartments) },
  { heading: 'compare.who.fte', text: (words, { fte }) => positive(words, fte) },
  {
    heading: 'compare.who.per_fte',
    text: (words, { apartments, fte }) => positive(words, fte > 0 ? apartments / fte : 0),
  },
  { heading: 'compare.who.landlords', text: (words, { landlords }) => number(words, landlords) },
  {
    heading: 'compare.who.exposure',
    text: (words, { exposure_years, tenants }) => (tenants === null ? NO_VALUE : number(words, exposure_years, 1)),
  },
  { heading: 'compare.who.tenants', text: (words, { tenants }) => number(words, tenants) },
  { heading: 'compare.who.inhabitants', text: (words, { inhabitants }) => number(words, inhabitants) },
  {
    heading: 'compare.who.per_inhabitant',
    text: (words, { apartments, inhabitants }) => positive(words, inhabitants ? (1000 * apartments) / inhabitants : 0),
  },
];

export const whoSection: ComparisonSection = {
  id: 'who',
  heading: 'section.who',
  depends: [],
  present: () => true,
  build(view) {
    const { model, words } = view;
    const { rows } = model.comparison;
    // Unknown values are left out.
    const known = FACTS.filter(({ text }) => rows.some((row) => text(words, row) !== NO_VALUE));
    return [
      table({
        caption: words.t('compare.who.caption'),
        captionHidden: false,
        columns: [
          { title: rowHeading(view) },
          ...known.map(({ heading }) => ({ title: words.t(heading), figures: true })),
        ],
        rows: rows.map((row) => [rowName(view, row), ...known.map(({ text }) => text(words, row))]),
      }),
    ];
  },
};
