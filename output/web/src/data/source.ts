// SPDX-License-Identifier: MIT
import type { Comparison } from './comparison';
import type { Report } from './report';

export type Content = Report | Comparison;

export function isComparison(content: Content): content is Comparison {
  return 'kind' in content && content.kind === 'comparison';
}

/** Where the page gets what it shows. The report has it inside; a program would ask its server. */
export interface DataSource {
  load(): Promise<Content>;
}

/** The data inside this page, in a script element that is no script. */
export class EmbeddedSource implements DataSource {
  constructor(private readonly page: Document) {}

  async load(): Promise<Content> {
    const element = this.page.getElementById('data');
    if (!element?.textContent) throw new Error('this page has no data in it');
    return JSON.parse(element.textContent) as Content;
  }
}
