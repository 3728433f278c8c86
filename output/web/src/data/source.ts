// SPDX-License-Identifier: MIT
import type { Comparison } from './comparison';
import { unpacked } from './packed';
import type { Report } from './report';

/** No report, but the program: it asks its server. */
export interface ProgramContent {
  kind: 'program';
}

export type Content = Report | Comparison | ProgramContent;

export function isProgram(content: Content): content is ProgramContent {
  return 'kind' in content && content.kind === 'program';
}

export function isComparison(content: Content): content is Comparison {
  return 'kind' in content && content.kind === 'comparison';
}

/** Where the page gets what it shows. The report has it inside. */
export interface DataSource {
  load(): Promise<Content>;
}

/** The data inside this page, in a script element that is no script: packed, but for the program's, which are short. */
export class EmbeddedSource implements DataSource {
  constructor(private readonly page: Document) {}

  async load(): Promise<Content> {
    const element = this.page.getElementById('data');
    if (!element?.textContent) throw new Error('this page has no data in it');
    const text = element.textContent;
    return JSON.parse(text.startsWith('{') ? text : await unpacked(text)) as Content;
  }
}
