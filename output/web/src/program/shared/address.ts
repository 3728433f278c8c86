// SPDX-License-Identifier: MIT
// Which page of the program is shown, and of what. It is in the address, beside what the reader of a report has chosen.
import { languageOf } from '../../language/choice';
import type { Language } from '../../language/language';

export const PAGES = ['scenarios', 'scenario', 'runs', 'run', 'compare'] as const;
export type PageName = (typeof PAGES)[number];

export interface Route {
  page: PageName;
  lang: Language;
  /** A scenario. */
  id?: string | undefined;
  run?: number | undefined;
  /** Of the scenario's editor. */
  tab?: string | undefined;
  /** The scenarios that are ticked for a comparison. */
  pick?: string[] | undefined;
}

const OWN = ['page', 'lang', 'id', 'run', 'tab', 'pick'];

function parametersOf(hash: string): URLSearchParams {
  return new URLSearchParams(hash.replace(/^#/, ''));
}

/** Invalid parts are ignored. */
export function routeOf(hash: string, otherwise: Language): Route {
  const all = parametersOf(hash);
  const run = /^\d{1,15}$/.test(all.get('run') ?? '') ? Number(all.get('run')) : undefined;
  const id = all.get('id') || undefined;
  const named = PAGES.find((one) => one === all.get('page')) ?? 'scenarios';
  const page = (named === 'scenario' && !id) || (named === 'run' && run === undefined) ? 'scenarios' : named;
  return {
    page,
    lang: languageOf(all.get('lang')) ?? otherwise,
    id,
    run,
    tab: all.get('tab') || undefined,
    pick: all.getAll('pick').filter((one) => one !== ''),
  };
}

export function hashOf({ page, lang, id, run, tab, pick = [] }: Route): string {
  const all = new URLSearchParams();
  if (page !== 'scenarios') all.set('page', page);
  if (id !== undefined) all.set('id', id);
  if (run !== undefined) all.set('run', String(run));
  if (tab !== undefined) all.set('tab', tab);
  for (const one of pick) all.append('pick', one);
  all.set('lang', lang);
  return `#${all.toString()}`;
}

/** The same page with the choices in its report, from the report's own address. */
export function withChoices(route: Route, report: string): string {
  const all = parametersOf(hashOf(route));
  for (const [name, value] of parametersOf(report)) if (!OWN.includes(name)) all.append(name, value);
  return `#${all.toString()}`;
}

/** Whether an address shows something else, and not only another part of the same. */
export function samePlace(a: Route, b: Route): boolean {
  return a.page === b.page && a.id === b.id && a.run === b.run;
}
