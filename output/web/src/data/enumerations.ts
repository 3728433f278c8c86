// SPDX-License-Identifier: MIT
// The words that stand for values of the program's enumerations, in results and from the server, in their order there.
export const ENUMERATIONS = {
  StageKind: ['placement', 'apartment', 'waiting', 'exit'],
  MoveKind: ['planned', 'offer', 'risk'],
  EventKind: [
    ...(['at_risk', 'prevented', 'arrived', 'entered', 'left', 'booked', 'taken', 'finished', 'withdrawn'] as const),
    ...(['dropped', 'ready', 'claimed', 'waits', 'supported', 'reviewed', 'relapsed', 'gone'] as const),
  ],
  CauseKind: ['rule', 'service', 'vacancy', 'support', 'pool', 'budget', 'market', 'board'],
  Narrow: ['units', 'support', 'allotments', 'service', 'alone'],
  LeverKind: ['units', 'staff', 'allotments', 'budget', 'market'],
  SavingKind: ['cost', 'with_grants', 'acute'],
  Shape: ['value', 'per_group', 'list', 'stage_shares', 'attributes', 'table', 'named', 'rows', 'texts', 'changes'],
  RunKind: ['run', 'calibrate', 'bottleneck', 'budget', 'compare'],
  RunState: ['waiting', 'running', 'done', 'cancelled', 'failed', 'interrupted'],
} as const;

type Word<Enumeration extends keyof typeof ENUMERATIONS> = (typeof ENUMERATIONS)[Enumeration][number];

export type StageKind = Word<'StageKind'>;
export type MoveKind = Word<'MoveKind'>;
export type EventKind = Word<'EventKind'>;
export type NarrowKind = Word<'Narrow'>;
/** What there can be more of. */
export type LeverKind = Word<'LeverKind'>;
/** Which costs a saving is counted on: all lines; all lines less grants; what acute stages cost. */
export type SavingKind = Word<'SavingKind'>;
/** How a field is written in the file. */
export type Shape = Word<'Shape'>;
/** A run is of a study. */
export type RunKind = Word<'RunKind'>;
export type RunState = Word<'RunState'>;
