// SPDX-License-Identifier: MIT
// The names of things by the staircase that came with an answer, where that is no report.
import type { Named, Staircase } from '../../data/report';
import type { Things } from '../../words/names';

const NOTHING: Staircase = {
  groups: [],
  attributes: [],
  stages: [],
  services: [],
  teams: [],
  moves: [],
  boards: [],
  costs: [],
  grants: [],
  ceilings: [],
  causes: [],
};

export class NamedThings implements Things {
  constructor(
    readonly staircase: Staircase = NOTHING,
    private readonly alternatives: Named[] = [],
  ) {}

  get groups(): Named[] {
    return this.staircase.groups;
  }
  stage(name: string): Named | undefined {
    return this.staircase.stages.find((stage) => stage.name === name);
  }
  alternative(name: string): Named | undefined {
    return this.alternatives.find((one) => one.name === name);
  }
}
