// SPDX-License-Identifier: MIT
import { EmbeddedSource, type DataSource } from './data/source';
import { h } from './dom';
import { Page } from './page';

async function start(source: DataSource): Promise<void> {
  const root = document.getElementById('page');
  if (!root) return;
  try {
    new Page(await source.load(), root);
    document.documentElement.dataset['ready'] = 'yes';
  } catch (error) {
    root.replaceChildren(
      h('p', { role: 'alert' }, `Rapporten kan inte visas. The report cannot be shown. ${String(error)}`),
    );
    throw error;
  }
}

void start(new EmbeddedSource(document));
