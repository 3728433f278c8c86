// SPDX-License-Identifier: MIT
// The files of a run, to save: fetched by the page, since a link could not show the server its token.
import type { Run } from '../../data/server';
import { h } from '../../page/dom';
import { languageOf } from '../../language/choice';
import type { Key, Words } from '../../language/language';
import type { Context } from '../shared/context';
import { errorText } from '../shared/messages';

/** With * where a language's code stands. */
const FILES: Record<string, Key> = {
  'report.html': 'program.file.report',
  'results-*.xlsx': 'program.file.excel',
  'results.json': 'program.file.json',
  'monthly.csv': 'program.file.monthly',
  'summary.csv': 'program.file.summary',
  'scenario.yaml': 'program.file.scenario',
  'comparison.csv': 'program.file.comparison_csv',
  'comparison.json': 'program.file.json',
  'fitted.yaml': 'program.file.fitted',
  'budget-*.html': 'program.file.budget_html',
  'budget-*.xlsx': 'program.file.excel',
  'budget-*.md': 'program.file.text',
};

export function fileText(words: Words, name: string): string {
  const [, code = ''] = /-([^-.]+)\./.exec(name) ?? [];
  const language = languageOf(code);
  const key = FILES[language ? name.replace(`-${language}.`, '-*.') : name];
  return key ? words.t(key, language ? { language: words.language(language) } : {}) : name;
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
