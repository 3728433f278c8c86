// SPDX-License-Identifier: MIT
// How the comparison was made, and what in it is assumed.
import { h } from '../page/dom';
import { details } from '../charts/figure';
import { number } from '../language/format';
import { table } from '../page/table';
import { plainName, rowHeading, rowName } from './names';
import type { ComparisonSection, ComparisonView } from './state';

function assumptions(view: ComparisonView): HTMLElement | null {
  const { model, words } = view;
  const rows = model.assumed.flatMap((row) =>
    row.assumed.map(({ path, value, assumption }) => [rowName(view, row), h('code', {}, path), value, assumption]),
  );
  if (rows.length === 0) return null;
  const title = words.t('compare.assumed', { n: rows.length });
  return details(
    title,
    table({
      caption: title,
      columns: [
        { title: rowHeading(view) },
        { title: words.t('inputs.path') },
        { title: words.t('inputs.value') },
        { title: words.t('inputs.assumption') },
      ],
      rows,
    }),
  );
}

export const methodSection: ComparisonSection = {
  id: 'method',
  heading: 'section.method',
  depends: [],
  present: () => true,
  build(view) {
    const { model, words } = view;
    const { comparison } = model;
    const facts: [string, string][] = [
      [words.t('method.replications'), number(words, comparison.replications)],
      [words.t('method.seed'), String(comparison.seed)],
      [words.t('method.program'), `Trapphus ${comparison.viewer.program}`],
    ];
    const files = comparison.rows.map((row): [string, HTMLElement] => [plainName(view, row), h('code', {}, row.file)]);
    const parts = [
      h('p', {}, words.t('compare.method')),
      h(
        'dl',
        { class: 'facts' },
        [...facts, ...files].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
      ),
      model.assumed.length > 0
        ? h('p', {}, words.t(model.allAssumed ? 'compare.star.all' : 'compare.star'))
        : null,
      assumptions(view),
    ];
    return parts.filter((part) => part !== null);
  },
};
