// SPDX-License-Identifier: MIT
// What can be done with a run that is there.
import type { Run } from '../../data/server';
import { h } from '../../page/dom';
import type { Context } from '../shared/context';
import { ask } from '../shared/dialog';
import { isNamed, runName } from '../shared/names';

export async function renameRun({ api, words }: Context, run: Run): Promise<Run | undefined> {
  let renamed: Run | undefined;
  await ask(words, {
    title: words.t('program.rename.title'),
    field: { label: words.t('program.run.name'), value: runName(words, run) },
    confirm: words.t('program.rename'),
    act: async (name) => {
      if (name === '') return { message: words.t('program.run.no_name') };
      renamed = await api.rename(run.id, name);
    },
  });
  return renamed;
}

/** With a question: what is deleted is gone. */
export function removeRun({ api, words }: Context, run: Run): Promise<boolean> {
  return ask(words, {
    title: words.t('program.delete.title'),
    content: h('p', {}, words.t('program.delete.text', { name: runName(words, run) })),
    confirm: words.t('program.delete'),
    danger: true,
    act: () => api.remove(run.id),
  });
}

/** The same once more, as a new run. */
export async function runAgain({ api, words, go }: Context, run: Run): Promise<void> {
  const { scenario, text, options } = await api.input(run.id);
  const { id } = await api.start(
    {
      kind: run.kind,
      ...(run.kind === 'compare' ? {} : { scenario, text }),
      ...(isNamed(run) ? { name: run.name } : {}),
      options,
    },
    words.lang,
  );
  go({ page: 'run', run: id });
}
