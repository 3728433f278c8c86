// SPDX-License-Identifier: MIT
// Every number with where it comes from, how the result was made, and what it can be recognised by.
import type { Input } from '../data/report';
import { h } from '../page/dom';
import { details, printed } from '../charts/figure';
import { date, number, span } from '../language/format';
import { dayAfter } from '../data/months';
import { table } from '../page/table';
import { changedHow } from '../words/changes';
import { sourceName } from '../words/names';
import type { Section, View } from './view';

type Kind = 'sourced' | 'assumed' | 'unmarked';

function kind(input: Input): Kind {
  if (input.source) return 'sourced';
  return input.assumption || input.was !== undefined ? 'assumed' : 'unmarked';
}

function origin({ words, model }: View, input: Input) {
  if (input.source) return words.t('inputs.source_of', { source: sourceName(model, input.source) });
  const why = [changedHow(words, input), input.assumption].filter((text) => text);
  if (why.length > 0) return [h('span', { class: 'tag' }, words.t('inputs.assumption')), ' ', why.join('; ')];
  return words.t('inputs.none');
}

function inputsTable(view: View, inputs: Input[], caption: string): HTMLElement {
  const { words } = view;
  return table({
    caption,
    columns: [
      { title: words.t('inputs.path') },
      { title: words.t('inputs.value') },
      { title: words.t('inputs.range') },
      { title: words.t('inputs.origin') },
      { title: words.t('inputs.line') },
    ],
    rows: inputs.map((input) => [
      h('code', {}, input.path),
      input.value,
      input.low || input.high ? `${input.low ?? ''} – ${input.high ?? ''}` : '',
      origin(view, input),
      input.line > 0 ? String(input.line) : '',
    ]),
  });
}

function groups(view: View): HTMLElement[] {
  const { model, words } = view;
  const { inputs } = model.report.viewer;
  const titles = { sourced: 'inputs.sourced', assumed: 'inputs.assumed', unmarked: 'inputs.unmarked' } as const;
  return (['sourced', 'assumed', 'unmarked'] as const).flatMap((which) => {
    const those = inputs.filter((input) => kind(input) === which);
    if (those.length === 0) return [];
    const title = words.t(titles[which], { n: those.length });
    return [(which === 'sourced' ? details : printed)(title, inputsTable(view, those, title))];
  });
}

function checked({ model, words }: View): string {
  const { check } = model.report;
  if (check.equal === null)
    return words.t(check.limit === 'actors' ? 'method.check.too_large' : 'method.check.none');
  const parameters = { version: check.version, events: number(words, check.events) };
  if (!check.equal) return words.t('method.check.differs', parameters);
  if (check.whole || !check.until) return words.t('method.check.equal', parameters);
  const until = { ...parameters, until: date(words, check.until.slice(0, 10)) };
  return check.limit === 'actors' ? words.t('method.check.crowded', until) : words.t('method.check.partly', until);
}

function facts(view: View): HTMLElement {
  const { model, words } = view;
  const { report } = model;
  const rows: [string, string | HTMLElement][] = [
    [words.t('method.scenario'), words.label(report.scenario.label, report.scenario.name)],
    [words.t('method.file'), h('code', {}, report.scenario.file)],
    [words.t('method.hash'), h('code', { class: 'hash' }, report.scenario.sha256)],
    [words.t('method.period'), span(words, report.period.from, dayAfter(report.period.to, -1))],
    [words.t('method.replications'), number(words, report.replications)],
    [words.t('method.seed'), String(report.seed)],
    [words.t('method.program'), `Trapphus ${report.viewer.program}`],
    [words.t('method.check'), checked(view)],
  ];
  return h(
    'dl',
    { class: 'facts' },
    rows.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}

export const inputsSection: Section = {
  id: 'inputs',
  heading: 'section.inputs',
  depends: [],
  present: () => true,
  build(view) {
    const { words } = view;
    return [
      h('h3', {}, words.t('method.title')),
      h('p', {}, words.t('method.text')),
      facts(view),
      h('h3', {}, words.t('inputs.title')),
      h('p', {}, words.t('inputs.intro')),
      ...groups(view),
    ];
  },
};
