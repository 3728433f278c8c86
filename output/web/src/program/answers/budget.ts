// SPDX-License-Identifier: MIT
// The application's document, as the program writes it into its files.
import { h } from '../../page/dom';
import type { Key, Language, Words } from '../../language/language';
import { table } from '../../page/table';
import type { SectionOf, Subject } from '../../sections/view';
import { singleSubject, type Spoken } from './single';

interface DocumentTable {
  title: string;
  columns: { text: string; left: boolean }[];
  rows: { cells: string[]; total: boolean }[];
  note: string;
}

export interface Block {
  paragraph?: string;
  /** What only the applicant can write. */
  prompt?: string;
  subheading?: string;
  bullets?: string[];
  table?: DocumentTable;
}

interface BudgetDocument {
  title: string;
  subtitle: string;
  sections: { heading: string; blocks: Block[] }[];
}

export interface BudgetData {
  /** In the language of who asked for it. */
  document: BudgetDocument;
  /** The same in each language that there was. */
  documents: Record<Language, BudgetDocument>;
}

function inLanguage({ document, documents }: BudgetData, words: Words): BudgetDocument {
  return documents[words.lang] ?? document;
}

/** "Swedish and English". */
function languages({ documents }: BudgetData, words: Words): string {
  return new Intl.ListFormat(words.locale).format(Object.keys(documents).map((code) => words.language(code)));
}

function tableOf({ title, columns, rows, note }: DocumentTable): HTMLElement[] {
  const sums = new Set(rows.flatMap(({ total }, i) => (total ? [i] : [])));
  return [
    table({
      caption: title,
      captionHidden: false,
      columns: columns.map(({ text, left }) => ({ title: text, figures: !left })),
      rows: rows.map(({ cells }) => cells),
      sums,
      many: columns.length > 6,
    }),
    ...(note ? [h('p', { class: 'note' }, note)] : []),
  ];
}

function blockParts({ paragraph, prompt, subheading, bullets, table: figures }: Block): HTMLElement[] {
  if (paragraph !== undefined) return [h('p', {}, paragraph)];
  if (prompt !== undefined) return [h('p', { class: 'caution' }, prompt)];
  if (subheading !== undefined) return [h('h4', {}, subheading)];
  if (bullets) return [h('ul', { class: 'plain' }, bullets.map((text) => h('li', {}, text)))];
  return figures ? tableOf(figures) : [];
}

/** Its headings are in the document's language already, so the whole of it is one section. */
const documentSection: SectionOf<BudgetData, Spoken> = {
  id: 'document',
  heading: 'program.budget.heading' satisfies Key,
  depends: [],
  present: () => true,
  build: ({ model, words }) => [
    h('p', { class: 'note' }, words.t('program.budget.intro', { languages: languages(model, words) })),
    h('p', { class: 'lead' }, inLanguage(model, words).title),
    ...inLanguage(model, words).sections.flatMap(({ heading, blocks }) => [
      h('h3', { class: 'document-heading' }, heading),
      ...blocks.flatMap(blockParts),
    ]),
  ],
};

export function budgetSubject(data: BudgetData): Subject<BudgetData, Spoken> {
  return singleSubject(data, [documentSection], (words) => inLanguage(data, words).subtitle);
}
