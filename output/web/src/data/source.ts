// SPDX-License-Identifier: MIT
import type { Report } from './report';

/** Where the page gets what it shows. The report has it inside; a program would ask its server. */
export interface DataSource {
  load(): Promise<Report>;
}

/** The data inside this page, in a script element that is no script. */
export class EmbeddedSource implements DataSource {
  constructor(private readonly page: Document) {}

  async load(): Promise<Report> {
    const element = this.page.getElementById('data');
    if (!element?.textContent) throw new Error('this page has no data in it');
    return JSON.parse(element.textContent) as Report;
  }
}
