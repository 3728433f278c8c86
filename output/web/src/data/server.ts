// SPDX-License-Identifier: MIT
// What the server of `trapphus serve` sends and takes, as JSON.
import type { RunKind, RunState, Shape } from './enumerations';
import type { Label, Named } from './report';

export interface Program {
  version: string;
  /** The user's folder, as people call it. */
  folder: string;
  writable: boolean;
  limits: { bytes: number; seconds: number; running: number; replications: number };
  studies: Study[];
}

/** What can be started as a run. */
export interface Study {
  name: RunKind;
  /** Of several scenarios, which its options name. */
  several: boolean;
  /** Facts without which a scenario is not worth asking. */
  needs: (keyof Facts)[];
  options: StudyOption[];
}

export interface StudyOption {
  name: keyof RunOptions;
  type: 'whole' | 'seed' | 'share' | 'flag' | 'choice' | 'ranges' | 'scenarios' | 'names' | 'text';
  /** Of whole numbers. */
  low?: number;
  high?: number;
  choices?: string[];
  required?: boolean;
  /** The reader means what is looked at. */
  looked_at?: boolean;
}

export interface Field {
  key: string;
  shape: Shape;
  /** Of its values: a key of `Fields.types`. */
  type?: string;
  /** Of what it contains: a key of `Fields.tables`. */
  table?: string;
  required: boolean;
  /** What holds where the field is not written. */
  fallback?: string;
  meaning: string;
  /** Whether a `change` may give it another value from a date on. */
  dated: boolean;
}

export interface FieldType {
  unit: string;
  range: string;
  example: string;
  number: boolean;
  /** The only words that may stand there. */
  values?: string[];
}

export interface Fields {
  root: string;
  tables: Record<string, { about: string; fields: Field[] }>;
  types: Record<string, FieldType>;
  /** The words of the program's enumerations, in their order. */
  enumerations: Record<string, string[]>;
}

/** [file, line, column]; lines and columns count from 1, columns in characters. */
export type Place = [file: string, line: number, column: number];

interface Written {
  at: Place;
  /** The `change` that put it there. */
  origin?: string;
}
export interface TextNode extends Written {
  text: string;
  quoted?: boolean;
}
export interface ListNode extends Written {
  list: TreeNode[];
}
export interface MapNode extends Written {
  map: [key: string, at: Place, value: TreeNode][];
}
export interface NullNode extends Written {
  null: string;
}
/** A scenario as it is read: with all that it extends, before its alternatives. */
export type TreeNode = TextNode | ListNode | MapNode | NullNode;

export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
}

export interface Facts {
  name: string;
  description: string;
  from: string;
  /** The first day after the period. */
  to: string;
  replications: number;
  alternatives: { name: string; label: Label; part_of?: string }[];
  groups: Named[];
  stages: Named[];
  teams: Named[];
  measures: { name: string; unit: string; meaning: string }[];
  observations: number;
  /** Inputs with a range, which can be fitted. */
  free: number;
  /** Whether it has the inputs of an application for funding. */
  application: boolean;
}

export interface Checked {
  problems: Problem[];
  /** What the checked text is called in places and problems. */
  file: string;
  tree?: TreeNode;
  facts?: Facts;
}

export interface ScenarioEntry {
  id: string;
  name: string;
  description: string;
  shipped: boolean;
  modified?: string;
  /** Why it cannot be read. */
  error?: string;
}

export interface ScenarioFile {
  id: string;
  text: string;
  shipped: boolean;
  etag: string;
}

export interface Saved {
  id: string;
  etag: string;
}

export interface RunOptions {
  replications?: number;
  seed?: number;
  quick?: boolean;
  check?: boolean;
  measure?: string;
  alternative?: string;
  free?: { path: string; range: string }[];
  evaluations?: number;
  force?: boolean;
  scenarios?: string[];
  measures?: string[];
  definition?: string;
  alternatives?: boolean;
}

export interface RunRequest {
  kind: RunKind;
  scenario?: string;
  text?: string;
  name?: string;
  options?: RunOptions;
}

export interface Progress {
  phase: string;
  done: number;
  total: number;
}

export interface Run {
  id: number;
  kind: RunKind;
  name: string;
  scenario: string;
  created: string;
  state: RunState;
  progress?: Progress;
  /** How many answers there have been so far; 0: none yet. */
  answer: number;
  /** Of that answer. */
  replications?: number;
  /** While the answer is not the final one. */
  quick?: boolean;
  /** From the start until that answer. */
  seconds?: number;
  error?: string;
  problems?: Problem[];
  /** To download, once done. */
  files: string[];
}

export interface RunInput {
  scenario: string;
  text: string;
  options: RunOptions;
}
