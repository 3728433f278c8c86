// SPDX-License-Identifier: MIT
// The answer to a scenario as it was opened, for "before" beside "after". Where the reader changed something before
// that answer was final, it is simulated to its end when nothing else is.
import type { Report } from '../../data/report';
import type { Run } from '../../data/server';
import type { Language } from '../../language/language';
import type { Api, Sleep } from '../shared/api';
import { quickRun } from './live';
import { watch } from './watch';

const IDLE = 500;

export class Baseline {
  report: Report | undefined;
  private final = false;
  private going: AbortController | undefined;

  constructor(
    private readonly api: Api,
    private readonly scenario: string,
    readonly text: string,
    private readonly lang: () => Language,
    private readonly sleep: Sleep,
    private readonly better: () => void,
  ) {}

  /** An answer came: of this text, or of another. */
  answer(text: string, report: Report, run: Run): void {
    if (text === this.text) this.take(report, run);
    else if (!run.quick && !this.final && !this.going) void this.simulate();
  }

  /** Something else is to be simulated, and at once. */
  pause(): void {
    this.going?.abort();
    this.going = undefined;
  }

  end(): void {
    this.final = true;
    this.pause();
  }

  private take(report: Report, run: Run): void {
    this.report = report;
    this.final = !run.quick;
  }

  private async simulate(): Promise<void> {
    const going = new AbortController();
    this.going = going;
    let id: number | undefined;
    try {
      await this.sleep(IDLE, going.signal);
      id = (await this.api.start(quickRun(this.scenario, this.text), this.lang())).id;
      const answer = (data: unknown, run: Run) => {
        this.take(data as Report, run);
        this.better();
      };
      await watch(this.api, id, this.lang(), { run: () => undefined, answer }, this.sleep, going.signal);
    } catch {
      // "Before" remains as it is, with its number of simulations.
    } finally {
      if (this.going === going) this.going = undefined;
      if (id !== undefined) this.api.remove(id).catch(() => undefined);
    }
  }
}
