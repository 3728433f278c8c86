// SPDX-License-Identifier: MIT
// The files of a run, to save: fetched by the page, since a link could not show the server its token.
import type { Run } from '../../data/server';
import { h } from '../../page/dom';
import type { Key, Words } from '../../language/language';
import type { Context } from '../shared/context';
import { errorText } from '../shared/messages';

const FILES: Record<string, Key> = {
  'report.html': 'program.file.report',
  'results-sv.xlsx': 'program.file.excel_sv',
  'results-en.xlsx': 'program.file.excel_en',
  'results.json': 'program.file.json',
  'monthly.csv': 'program.file.monthly',
  'summary.csv': 'program.file.summary',
  'scenario.yaml': 'program.file.scenario',
  'comparison.csv': 'program.file.comparison_csv',
  'comparison.json': 'program.file.json',
  'fitted.yaml': 'program.file.fitted',
  'budget-sv.html': 'program.file.budget_html_sv',
  'budget-en.html': 'program.file.budget_html_en',
  'budget-sv.xlsx': 'program.file.excel_sv',
  'budget-en.xlsx': 'program.file.excel_en',
  'budget-sv.md': 'program.file.text_sv',
  'budget-en.md': 'program.file.text_en',
};

export function fileText(words: Words, name: string): string {
  const key = FILES[name];
  return key ? words.t(key) : name;
}

export function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  h('a', { href: url, download: name }).click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** What a file is called on the reader's disk: several runs have a report.html each. */
function diskName(run: Run, name: string): string {
  const stem = run.name.replace(/^.*[:/]/, '').replace(/\.ya?ml$/, '').replace(/[^\p{L}\p{N}_-]+/gu, '-');
  return stem === '' ? name : `${stem}-${name}`;
}

/** Nothing, where the run has no files yet. */
export function downloads(context: Context, run: Run): HTMLElement | null {
  if (run.files.length === 0) return null;
  const { api, words, announce } = context;
  const trouble = h('div', { role: 'alert' });
  const fetchOne = async (name: string) => {
    trouble.replaceChildren();
    try {
      saveAs(await api.file(run.id, name), diskName(run, name));
      announce(words.t('program.saved_as', { name: diskName(run, name) }));
    } catch (error) {
      trouble.replaceChildren(h('p', { class: 'caution' }, errorText(words, error)));
    }
  };
  return h(
    'details',
    { class: 'downloads' },
    h('summary', {}, words.t('program.download')),
    h(
      'ul',
      {},
      run.files.map((name) =>
        h(
          'li',
          {},
          h('button', { type: 'button', class: 'link', onclick: () => void fetchOne(name) }, fileText(words, name)),
          h('code', {}, name),
        ),
      ),
    ),
    trouble,
  );
}
