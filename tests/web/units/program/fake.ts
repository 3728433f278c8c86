// SPDX-License-Identifier: MIT
// A server for tests: what it is asked is written down, and what it answers is set.
import type { Run, RunRequest } from 'viewer/data/server';
import type { Api, Sleep } from 'viewer/program/shared/api';

export function sampleRun(id: number, change: Partial<Run> = {}): Run {
  return {
    id,
    kind: 'run',
    name: 'small.yaml',
    scenario: 'small.yaml',
    created: '2026-11-22T09:30:00Z',
    state: 'running',
    answer: 0,
    files: [],
    ...change,
  };
}

/** Time that passes only when a test lets it. */
export class Clock {
  now = 0;
  private waiting: { at: number; done: () => void }[] = [];

  readonly sleep: Sleep = (milliseconds, signal) =>
    new Promise((done, failed) => {
      const end = () => failed(new DOMException('', 'AbortError'));
      if (signal?.aborted) return end();
      this.waiting.push({ at: this.now + milliseconds, done });
      signal?.addEventListener('abort', end, { once: true });
    });

  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      await settled();
      const next = this.waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.waiting.splice(this.waiting.indexOf(next), 1);
      this.now = next.at;
      next.done();
    }
    this.now = end;
  }
}

/** Until every promise that can go on has done so. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 30; ++i) await Promise.resolve();
}

export class FakeServer {
  readonly asked: string[] = [];
  readonly started: RunRequest[] = [];
  /** What a run says of itself, one answer after another; the last for good. */
  says: Partial<Run>[] = [{}];
  private readonly polled = new Map<number, number>();

  readonly api = {
    start: async (request: RunRequest) => {
      this.started.push(request);
      this.asked.push(`start ${this.started.length}`);
      return { id: this.started.length };
    },
    run: async (id: number) => {
      this.asked.push(`run ${id}`);
      const place = this.polled.get(id) ?? 0;
      this.polled.set(id, place + 1);
      return sampleRun(id, this.says[Math.min(place, this.says.length - 1)]);
    },
    data: async (id: number) => {
      this.asked.push(`data ${id}`);
      return { of: id };
    },
    remove: async (id: number) => void this.asked.push(`remove ${id}`),
    cancel: async (id: number) => {
      this.asked.push(`cancel ${id}`);
      return sampleRun(id, { state: 'cancelled' });
    },
    rename: async (id: number, name: string) => sampleRun(id, { name }),
  } as unknown as Api;
}
