// SPDX-License-Identifier: MIT
import { comparisonSubject } from './comparison/subject';
import { EmbeddedSource, isComparison, isProgram, type DataSource } from './data/source';
import { h } from './page/dom';
import { Page } from './report/page';
import { startProgram } from './program/start';
import { reportSubject } from './report/report';

async function start(source: DataSource): Promise<void> {
  const root = document.getElementById('page');
  if (!root) return;
  try {
    const content = await source.load();
    if (isProgram(content)) await startProgram(root);
    else if (isComparison(content)) new Page(comparisonSubject(content), root);
    else new Page(reportSubject(content), root);
    document.documentElement.dataset['ready'] = 'yes';
  } catch (error) {
    root.replaceChildren(
      h('p', { role: 'alert' }, `Rapporten kan inte visas. The report cannot be shown. ${String(error)}`),
    );
    throw error;
  }
}

void start(new EmbeddedSource(document));
