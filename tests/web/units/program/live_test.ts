// SPDX-License-Identifier: MIT
// The live answer: what is asked of the server while somebody changes a scenario.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from 'viewer/data/report';
import { ApiError } from 'viewer/program/shared/api';
import { Baseline } from 'viewer/program/live/baseline';
import { Live, type LiveStatus } from 'viewer/program/live/live';
import { watch } from 'viewer/program/live/watch';
import { Clock, FakeServer, sampleRun } from './fake';

const QUICK = { answer: 1, replications: 16, quick: true } as const;
const DONE = { answer: 2, replications: 400, quick: false, state: 'done' } as const;

function live(server: FakeServer) {
  const clock = new Clock();
  const states: LiveStatus[] = [];
  const answers: unknown[] = [];
  const hooks = {
    status: (status: LiveStatus) => states.push(status),
    answer: (report: Report) => answers.push(report),
    began: () => undefined,
  };
  return {
    clock,
    states,
    answers,
    live: new Live(
      server.api,
      () => 'small.yaml',
      hooks,
      () => 'sv',
      clock.sleep,
    ),
  };
}

test('a run is looked at less and less often, and its data fetched only when there is a new answer', async () => {
  const server = new FakeServer();
  server.says = [{}, {}, QUICK, QUICK, QUICK, DONE];
  const clock = new Clock();
  const seen: number[] = [];
  const watcher = { run: () => seen.push(clock.now), answer: () => undefined };
  const ended = watch(server.api, 1, 'sv', watcher, clock.sleep, new AbortController().signal);
  await clock.pass(5000);
  assert.equal((await ended).state, 'done');
  assert.equal(server.asked.filter((one) => one === 'data 1').length, 2);
  assert.equal(seen[1], 80);
  assert.ok(seen[2]! - seen[1]! > 80);
});

test('who drags a slider passes many values: only the one it stops at is simulated', async () => {
  const server = new FakeServer();
  const { live: one, clock } = live(server);
  for (const text of ['a', 'b', 'c']) {
    void one.change(text);
    await clock.pass(100);
  }
  await clock.pass(60);
  assert.deepEqual(server.started, [{ kind: 'run', scenario: 'small.yaml', text: 'c', options: { quick: true } }]);
});

test('a change takes the place of the run under way, which is deleted', async () => {
  const server = new FakeServer();
  const { live: one, clock } = live(server);
  void one.change('a', true);
  await clock.pass(10);
  void one.change('b');
  await clock.pass(200);
  assert.deepEqual(
    server.asked.filter((said) => !said.startsWith('run')),
    ['start 1', 'remove 1', 'start 2'],
  );
  await clock.pass(1000);
  assert.ok(!server.asked.slice(server.asked.indexOf('start 2')).includes('run 1'));
});

test('a run that was superseded before the server had given it a number is deleted as well', async () => {
  const server = new FakeServer();
  const { live: one, clock } = live(server);
  void one.change('a', true);
  void one.change('b');
  await clock.pass(200);
  assert.ok(server.asked.includes('remove 1'));
  assert.ok(!server.asked.includes('remove 2'));
});

test('a run that was kept stays when another takes its place', async () => {
  const server = new FakeServer();
  const { live: one, clock } = live(server);
  void one.change('a', true);
  await clock.pass(10);
  assert.equal((await one.keep('Min plan'))?.name, 'Min plan');
  void one.change('b', true);
  await clock.pass(10);
  one.end(false);
  assert.deepEqual(
    server.asked.filter((said) => said.startsWith('remove')),
    ['remove 2'],
  );
});

test('a run that is somebody else’s is followed, and never deleted', async () => {
  const server = new FakeServer();
  server.says = [DONE];
  const { live: one, clock, answers } = live(server);
  void one.attach(sampleRun(7), true);
  await clock.pass(10);
  assert.deepEqual(answers, [{ of: 7 }]);
  void one.change('b', true);
  await clock.pass(10);
  assert.ok(!server.asked.includes('remove 7'));
});

test('when the page is left, the run goes on only if its text is nowhere else', async () => {
  for (const keep of [true, false]) {
    const server = new FakeServer();
    const { live: one, clock } = live(server);
    void one.change('a', true);
    await clock.pass(10);
    one.end(keep);
    const before = server.asked.length;
    await clock.pass(5000);
    assert.equal(server.asked.includes('remove 1'), !keep);
    assert.equal(server.asked.length, before);
  }
});

test('a refusal is shown, and the next change is tried all the same', async () => {
  const server = new FakeServer();
  const { live: one, clock, states } = live(server);
  const { start } = server.api;
  server.api.start = () => Promise.reject(new ApiError(429, 'För många väntar.'));
  void one.change('a', true);
  await clock.pass(10);
  assert.equal(states.at(-1)?.state, 'refused');
  server.api.start = start;
  void one.change('b', true);
  await clock.pass(10);
  assert.equal(states.at(-1)?.state, 'running');
});

test('a server that is gone is asked again for the last change', async () => {
  const server = new FakeServer();
  const { live: one, clock } = live(server);
  const { start } = server.api;
  server.api.start = () => Promise.reject(new ApiError(0, 'gone'));
  void one.change('a', true);
  await clock.pass(3000);
  server.api.start = start;
  await clock.pass(2000);
  assert.deepEqual(
    server.started.map(({ text }) => text),
    ['a'],
  );
});

test('"before" is simulated to its end once the answer to the change is final, and its run deleted', async () => {
  const server = new FakeServer();
  server.says = [DONE];
  const clock = new Clock();
  let better = 0;
  const baseline = new Baseline(
    server.api,
    'small.yaml',
    'old',
    () => 'sv',
    clock.sleep,
    () => ++better,
  );
  const report = {} as Report;
  baseline.answer('old', report, sampleRun(1, QUICK));
  baseline.answer('new', {} as Report, sampleRun(2, QUICK));
  await clock.pass(1000);
  assert.deepEqual(server.started, []);
  assert.equal(baseline.report, report);
  baseline.answer('new', {} as Report, sampleRun(2, DONE));
  await clock.pass(1000);
  assert.deepEqual(
    server.started.map(({ text }) => text),
    ['old'],
  );
  assert.equal(better, 1);
  assert.ok(server.asked.includes('remove 1'));
  baseline.answer('newer', {} as Report, sampleRun(3, DONE));
  await clock.pass(1000);
  assert.equal(server.started.length, 1);
});

test('"before" waits while something else is to be simulated', async () => {
  const server = new FakeServer();
  const clock = new Clock();
  const baseline = new Baseline(
    server.api,
    'small.yaml',
    'old',
    () => 'sv',
    clock.sleep,
    () => undefined,
  );
  baseline.answer('new', {} as Report, sampleRun(2, DONE));
  await clock.pass(100);
  baseline.pause();
  await clock.pass(5000);
  assert.deepEqual(server.started, []);
});
