// SPDX-License-Identifier: MIT
// A page with nothing but the workspace on it, for the tests: runs in the browser and asks whoever serves it.
import type { Checked, Fields } from 'viewer/data/server';
import { mountWorkspace, type Workspace } from 'viewer/edit/workspace';
import { Words, type Language } from 'viewer/language/language';

interface Window {
  workspace: Workspace;
  changes: { text: string; how: string; valid: boolean }[];
  /** For the tests: what is not to be shown while they look. */
  wordsOf(lang: Language): Words;
}
const page = globalThis as unknown as Window;

async function json<T>(address: string, body?: unknown): Promise<T> {
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(address, body === undefined ? {} : post);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
}

async function start(): Promise<void> {
  const said = new URLSearchParams(location.search);
  const lang = said.get('lang') === 'en' ? 'en' : 'sv';
  const id = said.get('id') ?? '';
  const root = document.getElementById('root') as HTMLElement;
  document.documentElement.lang = lang;
  const [fields, file] = await Promise.all([
    json<Fields>(`/api/fields?lang=${lang}`),
    json<{ text: string }>(`/api/scenarios/file?id=${encodeURIComponent(id)}`),
  ]);
  page.changes = [];
  page.wordsOf = (language) => new Words(language);
  page.workspace = mountWorkspace(root, {
    words: new Words(lang),
    scenario: { id, text: file.text, shipped: false },
    fields,
    check: (text) => json<Checked>(`/api/check?lang=${lang}`, { scenario: id, text }),
    onChange: (text, how, valid) => page.changes.push({ text, how, valid }),
    onTab: (tab) => history.replaceState(null, '', `#${tab}`),
    tab: location.hash.slice(1),
  });
  document.documentElement.dataset['ready'] = 'yes';
}

void start();
