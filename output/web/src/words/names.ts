// SPDX-License-Identifier: MIT
// What things, cost lines and causes of waiting are called.
import type { Model } from '../data/model';
import type { Label, Named, Staircase } from '../data/report';
import type { Words } from '../language/language';

/** What has names: a report, or anything else that knows the staircase. */
export interface Things {
  readonly staircase: Staircase;
  readonly groups: Named[];
  stage(name: string): Named | undefined;
  alternative(name: string): { label: Label } | undefined;
}

export interface Namer {
  readonly model: Things;
  readonly words: Words;
}

export interface Speaker extends Namer {
  readonly model: Model;
}

export function stageName({ model, words }: Namer, name: string): string {
  return words.called(model.stage(name), name);
}

export function groupName({ model, words }: Namer, name: string): string {
  return words.called(
    model.groups.find((group) => group.name === name),
    name,
  );
}

export function alternativeName({ model, words }: Namer, name: string): string {
  const found = model.alternative(name);
  return found ? words.label(found.label, name) : name;
}

/** A stage, service, team, group, board, cost or ceiling: names are looked for in this order. */
export function thingName({ model, words }: Namer, name: string): string {
  const { stages, services, teams, groups, boards, costs, ceilings } = model.staircase;
  for (const things of [stages, services, teams, groups, boards, costs, ceilings]) {
    const found = things.find((thing) => thing.name === name);
    if (found) return words.called(found);
  }
  return name;
}

/** A document's title; free text stands for itself. */
export function sourceName(model: Model, source: string): string {
  return model.report.viewer.sources[source] ?? source;
}

/** A name without a label, made readable. */
function readable(name: string): string {
  const text = name.replace(/_/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lineName(speaker: Namer, line: string): string {
  const { model, words } = speaker;
  const id = `line.${line}`;
  // What a scenario calls "project" may have a label of its own.
  if (line !== 'project' && words.knows(id)) return words.t(id);
  if (line.startsWith('grant:')) {
    const name = line.slice('grant:'.length);
    const grant = model.staircase.grants.find((one) => one.name === name);
    const label = words.called(grant, name);
    return label === name ? readable(name) : label;
  }
  const stages = model.staircase.stages.filter((stage) => stage.line === line);
  if (stages.length === 1) return words.called(stages[0]);
  const cost = model.staircase.costs.filter((one) => one.line === line);
  if (cost.length === 1) return words.called(cost[0]);
  return line === 'project' ? words.t('line.project') : readable(line);
}

/** "pool:training" -> "a free place: Training apartment". */
export function causeName(speaker: Namer, cause: string): string {
  const [kind = '', about = ''] = cause.split(':');
  const id = `cause.${kind}`;
  return speaker.words.knows(id) ? speaker.words.t(id, { thing: about ? thingName(speaker, about) : '' }) : cause;
}
