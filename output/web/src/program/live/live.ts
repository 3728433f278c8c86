// SPDX-License-Identifier: MIT
// The live answer to a scenario that is being changed: every change starts a new run in place of the one under way.
import type { Report } from '../../data/report';
import type { Run, RunRequest } from '../../data/server';
import type { Language } from '../../language/language';
import { ApiError, isAborted, NO_ANSWER, type Api, type Sleep } from '../shared/api';
import { watch } from './watch';

/** So long nothing may change before a new run begins: who drags a slider passes many values. */
const SETTLED = 150;
const AGAIN = 2000;

/** The alternatives with the scenario's replications, but no check, parts and cases: these are for a full run. */
export function quickRun(scenario: string, text: string): RunRequest {
  return { kind: 'run', scenario, text, options: { quick: true } };
}

export interface LiveStatus {
  /** starting: there is no run yet; else the run's own state. */
  state: 'starting' | Run['state'] | 'refused';
  run?: Run;
  error?: unknown;
}

export interface LiveHooks {
  status(status: LiveStatus): void;
  answer(report: Report, run: Run): void;
  /** The run whose answer is shown from now on. */
  began(id: number): void;
}

export class Live {
  private current: number | undefined;
  private kept = false;
  private going: AbortController | undefined;

  constructor(
    private readonly api: Api,
    private readonly scenario: () => string,
    private readonly hooks: LiveHooks,
    private readonly lang: () => Language,
    private readonly sleep: Sleep,
  ) {}

  get run(): number | undefined {
    return this.current;
  }

  /** A new text. `at once`: without a pause, as after a button. */
  async change(text: string, atOnce = false): Promise<void> {
    const signal = this.supersede();
    try {
      if (!atOnce) await this.sleep(SETTLED, signal);
      this.hooks.status({ state: 'starting' });
      this.forget();
      const id = await this.begin(text, signal);
      // Superseded during the request: the run must not go on without a reader.
      if (signal.aborted) return void this.drop(id);
      this.current = id;
      this.hooks.began(id);
      await this.watch(id, signal);
    } catch (error) {
      this.failed(error, signal);
    }
  }

  /** Follows a run that is there already, as after a reload. `kept`: it is not for this page to delete. */
  async attach(run: Run, kept: boolean): Promise<void> {
    const signal = this.supersede();
    this.current = run.id;
    this.kept = kept;
    try {
      await this.watch(run.id, signal);
    } catch (error) {
      this.failed(error, signal);
    }
  }

  /** What is finished by now is kept as the answer. */
  async cancel(): Promise<void> {
    if (this.current !== undefined) await this.api.cancel(this.current);
  }

  /** The run stays when another takes its place. */
  async keep(name: string): Promise<Run | undefined> {
    if (this.current === undefined) return undefined;
    const run = await this.api.rename(this.current, name);
    this.kept = true;
    return run;
  }

  /** The page is left. `keep`: there is something in the run that is nowhere else. */
  end(keep: boolean): void {
    this.supersede();
    if (!keep) this.forget();
  }

  private supersede(): AbortSignal {
    this.going?.abort();
    this.going = new AbortController();
    return this.going.signal;
  }

  private async begin(text: string, signal: AbortSignal): Promise<number> {
    for (;;) {
      try {
        return (await this.api.start(quickRun(this.scenario(), text), this.lang())).id;
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== NO_ANSWER) throw error;
        await this.sleep(AGAIN, signal);
      }
    }
  }

  private async watch(id: number, signal: AbortSignal): Promise<void> {
    const hooks = {
      run: (run: Run) => this.hooks.status({ state: run.state, run }),
      answer: (data: unknown, run: Run) => this.hooks.answer(data as Report, run),
    };
    await watch(this.api, id, this.lang(), hooks, this.sleep, signal);
  }

  private failed(error: unknown, signal: AbortSignal): void {
    if (isAborted(error) || signal.aborted) return;
    this.hooks.status({ state: 'refused', error });
  }

  private forget(): void {
    if (this.current !== undefined && !this.kept) this.drop(this.current);
    this.current = undefined;
    this.kept = false;
  }

  /** Nobody waits for this, and a run that is gone already needs no deleting. */
  private drop(id: number): void {
    this.api.remove(id).catch(() => undefined);
  }
}
