// SPDX-License-Identifier: MIT
// Follows a run on the server: its state, and each answer as it comes.
import type { Run } from '../../data/server';
import type { Language } from '../../language/language';
import type { Api, Sleep } from '../shared/api';

const FIRST_PAUSE = 80;
const LONGEST_PAUSE = 1000;
const SLOWER = 1.15;

export const ended = ({ state }: Run): boolean => state !== 'waiting' && state !== 'running';

export interface Watcher {
  run(run: Run): void;
  answer(data: unknown, run: Run): void;
}

/** Resolves when the run ends; rejects with an AbortError when `signal` is aborted. */
export async function watch(
  api: Pick<Api, 'run' | 'data'>,
  id: number,
  lang: Language,
  watcher: Watcher,
  sleep: Sleep,
  signal: AbortSignal,
): Promise<Run> {
  let seen = 0;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * SLOWER, LONGEST_PAUSE)) {
    const run = await api.run(id, lang, signal);
    watcher.run(run);
    if (run.answer > seen) {
      const data = await api.data(id, lang, signal);
      signal.throwIfAborted();
      seen = run.answer;
      watcher.answer(data, run);
      pause = FIRST_PAUSE;
    }
    if (ended(run)) return run;
    await sleep(pause, signal);
  }
}
