// SPDX-License-Identifier: MIT
// What scenarios, runs and their states are called.
import type { RunKind, RunState } from '../../data/enumerations';
import type { Run, ScenarioEntry } from '../../data/server';
import { moment } from '../../language/format';
import type { Words } from '../../language/language';

const SHIPPED = 'trapphus:';

export const isShipped = (id: string): boolean => id.startsWith(SHIPPED);

/** "hasselby/hasselby.yaml". */
export const pathOf = (id: string): string => (isShipped(id) ? id.slice(SHIPPED.length) : id);

/** "plans/" of a file in the reader's folder; what is shipped lies in none of them. */
export const folderOf = (id: string): string => (isShipped(id) ? '' : id.replace(/[^/]*$/, ''));

/** "hasselby.yaml". */
export const fileOf = (id: string): string => pathOf(id).replace(/^.*\//, '');

export function scenarioName({ name, id }: Pick<ScenarioEntry, 'name' | 'id'>): string {
  return name || pathOf(id);
}

export function kindName(words: Words, kind: RunKind): string {
  const id = `program.kind.${kind}`;
  return words.knows(id) ? words.t(id) : kind;
}
/** What it is for. */
export function kindNote(words: Words, kind: RunKind): string {
  const id = `program.about.${kind}`;
  return words.knows(id) ? words.t(id) : '';
}
export const stateName = (words: Words, state: RunState): string => words.t(`program.state.${state}`);

/** Whether its reader gave it a name: the server calls it after its scenario until then. */
export function isNamed({ name, scenario, kind }: Run): boolean {
  return name !== '' && kind !== 'compare' && name !== pathOf(scenario);
}

/** What its reader called it, else what it is a run of. */
export function runName(words: Words, run: Run): string {
  const { name, kind, scenario } = run;
  if (isNamed(run)) return name;
  if (kind === 'compare') return name.replaceAll(SHIPPED, '') || kindName(words, kind);
  return words.t('program.run.of', { kind: kindName(words, kind), file: fileOf(scenario) });
}

/** Below the name: details that it does not have. */
export function runNote(words: Words, run: Run): string {
  const parts = [kindName(words, run.kind), pathOf(run.scenario), moment(words, run.created)];
  return parts.filter((part, i) => part !== '' && (i > 0 || isNamed(run) || run.kind === 'compare')).join(' · ');
}

/** A file for a scenario in the reader's folder: what has no ending gets one. */
export function asFile(name: string): string {
  return name === '' || /\.ya?ml$/i.test(name) ? name : `${name}.yaml`;
}
