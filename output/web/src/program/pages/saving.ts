// SPDX-License-Identifier: MIT
// Saves a scenario under a name that the reader chooses. Nothing is written over without a question.
import { ApiError, CONFLICT } from '../shared/api';
import type { Context } from '../shared/context';
import { ask, type Refusal } from '../shared/dialog';
import { asFile } from '../shared/names';
import { rebased } from '../live/rebase';

export interface Written {
  id: string;
  etag: string;
  /** As it stands there now. */
  text: string;
}

export interface ToSave {
  title: string;
  /** What is offered as its name. */
  file: string;
  text: string;
  /** Where the text is from: what it extends is found from there. */
  beside: string;
  /** The file that the text was read from, as it was then. */
  from?: { id: string; etag: string };
}

/** What was saved, or undefined when the reader thought better of it. */
export async function saveScenario({ api, words, program }: Context, what: ToSave): Promise<Written | undefined> {
  let saved: Written | undefined;
  const write = async (id: string, etag: string | null): Promise<void> => {
    const text = rebased(what.text, what.beside, id);
    saved = { ...(await api.save(id, text, etag)), text };
  };
  const overwrite = async (id: string) => write(id, (await api.scenario(id)).etag);
  const conflict = (id: string): Refusal => ({
    message: words.t(id === what.from?.id ? 'program.save.changed' : 'program.save.exists', { file: id }),
    instead: { label: words.t('program.save.overwrite', { file: id }), act: () => overwrite(id) },
  });
  await ask(words, {
    title: what.title,
    field: {
      label: words.t('program.save.name'),
      value: what.file,
      hint: words.t('program.save.hint', { folder: program.folder }),
    },
    confirm: words.t('program.save'),
    act: async (name) => {
      const id = asFile(name);
      if (id === '') return { message: words.t('program.save.no_name') };
      try {
        return await write(id, id === what.from?.id ? what.from.etag : null);
      } catch (error) {
        if (error instanceof ApiError && error.status === CONFLICT) return conflict(id);
        throw error;
      }
    },
  });
  return saved;
}
