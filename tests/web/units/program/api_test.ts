// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Words } from 'viewer/language/language';
import { ApiError, isAborted, NO_ANSWER, ServerApi, sleep } from 'viewer/program/shared/api';
import { errorText } from 'viewer/program/shared/messages';
import { Clock, settled } from './fake';

interface Asked {
  address: string;
  request: RequestInit;
}

type Answer = () => Response | Promise<Response>;
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

function serverThat(answers: Answer[], token: string | null = null) {
  const asked: Asked[] = [];
  const heard: boolean[] = [];
  const clock = new Clock();
  const api = new ServerApi({
    fetch: (async (address: string, request: RequestInit) => {
      request.signal?.throwIfAborted();
      asked.push({ address, request });
      return (answers.length > 1 ? answers.shift()! : answers[0]!)();
    }) as typeof fetch,
    sleep: clock.sleep,
    token,
    lang: () => 'sv',
    answers: (yes) => heard.push(yes),
  });
  return { api, asked, heard, clock };
}

const gone: Answer = () => Promise.reject(new TypeError('failed to fetch'));

test('the token is shown with every question, and an id may hold any letter', async () => {
  const { api, asked } = serverThat([() => json({ id: 'å b.yaml', text: '' })], 'secret');
  await api.scenario('å b.yaml');
  assert.equal(asked[0]?.address, '/api/scenarios/file?lang=sv&id=%C3%A5+b.yaml');
  assert.equal((asked[0]?.request.headers as Record<string, string>)['Authorization'], 'Bearer secret');
});

test('what the server says is wrong comes as its words, with the places', async () => {
  const problem = { file: 'a.yaml', line: 3, column: 1, message: 'okänt fält' };
  const { api } = serverThat([() => json({ error: 'Scenariot har fel.', problems: [problem] }, 400)]);
  const error = await api.start({ kind: 'run', scenario: 'a.yaml' }, 'sv').catch((e: unknown) => e);
  assert.ok(error instanceof ApiError);
  assert.equal(error.status, 400);
  assert.deepEqual(error.problems, [problem]);
  assert.equal(errorText(new Words('sv'), error), 'Scenariot har fel.');
});

test('an answer that is no JSON is told by its status', async () => {
  const { api } = serverThat([() => new Response('<html>', { status: 502, statusText: 'Bad Gateway' })]);
  const error = (await api.runs().catch((e: unknown) => e)) as ApiError;
  assert.equal(error.message, '502 Bad Gateway');
});

test('a question is asked again until the server is there, less and less often, and the reader is told', async () => {
  const { api, asked, heard, clock } = serverThat([gone, gone, gone, () => json([])]);
  const runs = api.runs();
  await clock.pass(499);
  assert.equal(asked.length, 1);
  await clock.pass(1001);
  assert.equal(asked.length, 3);
  await clock.pass(2000);
  assert.deepEqual(await runs, []);
  assert.deepEqual(heard, [false, false, false, true]);
});

test('what changes something is not done twice by itself: the reader is told', async () => {
  const { api, asked } = serverThat([gone]);
  const error = (await api.save('a.yaml', 'x', null).catch((e: unknown) => e)) as ApiError;
  assert.equal(error.status, NO_ANSWER);
  assert.equal(asked.length, 1);
  assert.match(errorText(new Words('en'), error), /does not answer/);
});

test('nobody asks again for a page that was left', async () => {
  const { api, asked, clock } = serverThat([gone]);
  const leaving = new AbortController();
  const runs = api.runs(leaving.signal).catch((e: unknown) => e);
  await settled();
  leaving.abort();
  assert.ok(isAborted(await runs));
  await clock.pass(60_000);
  assert.equal(asked.length, 1);
});

test('a pause ends at once when nobody waits for it', async () => {
  const leaving = new AbortController();
  const pause = sleep(60_000, leaving.signal).catch((e: unknown) => e);
  leaving.abort();
  assert.ok(isAborted(await pause));
  assert.ok(isAborted(await sleep(60_000, leaving.signal).catch((e: unknown) => e)));
});

test('every question says in which language its reader reads, so that names and refusals come in it', async () => {
  const { api, asked } = serverThat([() => json([])]);
  await api.scenarios();
  await api.runs();
  await api.rename(3, 'x');
  assert.deepEqual(
    asked.map(({ address }) => address),
    ['/api/scenarios?lang=sv', '/api/runs?lang=sv', '/api/runs/3?lang=sv'],
  );
});
