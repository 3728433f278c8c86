// SPDX-License-Identifier: MIT
// What the program asks of its server, one function a question.
import type {
  Checked,
  Fields,
  Problem,
  Program,
  Run,
  RunInput,
  RunRequest,
  Saved,
  ScenarioEntry,
  ScenarioFile,
} from '../../data/server';
import type { Language } from '../../language/language';

/** Status for an address without a server. */
export const NO_ANSWER = 0;
export const CONFLICT = 409;
export const NOT_FOUND = 404;

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly problems: Problem[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export interface Api {
  program(): Promise<Program>;
  fields(lang: Language, signal?: AbortSignal): Promise<Fields>;
  scenarios(signal?: AbortSignal): Promise<ScenarioEntry[]>;
  scenario(id: string, signal?: AbortSignal): Promise<ScenarioFile>;
  /** `etag`: what stands there as it was read; null: nothing may stand there yet. */
  save(id: string, text: string, etag: string | null): Promise<Saved>;
  check(id: string, text: string, lang: Language, signal?: AbortSignal): Promise<Checked>;
  start(request: RunRequest, lang: Language): Promise<{ id: number }>;
  runs(signal?: AbortSignal): Promise<Run[]>;
  run(id: number, lang: Language, signal?: AbortSignal): Promise<Run>;
  rename(id: number, name: string): Promise<Run>;
  remove(id: number): Promise<void>;
  cancel(id: number): Promise<Run>;
  data(id: number, lang: Language, signal?: AbortSignal): Promise<unknown>;
  input(id: number, signal?: AbortSignal): Promise<RunInput>;
  file(id: number, name: string): Promise<Blob>;
}

export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export const sleep: Sleep = (milliseconds, signal) =>
  new Promise((done, failed) => {
    const end = () => failed(aborted());
    if (signal?.aborted) return end();
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      done();
    }, milliseconds);
    signal?.addEventListener('abort', () => (clearTimeout(timer), end()), { once: true });
  });

export const aborted = (): DOMException => new DOMException('no longer wanted', 'AbortError');

export const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

export interface Connection {
  fetch: typeof fetch;
  sleep: Sleep;
  token: string | null;
  /** Of the server's texts. */
  lang(): Language;
  /** Told when the server stops answering, and when it answers again. */
  answers(yes: boolean): void;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8000;

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

export class ServerApi implements Api {
  constructor(private readonly connection: Connection) {}

  program = () => this.json<Program>('program');
  fields = (lang: Language, signal?: AbortSignal) => this.json<Fields>('fields', { query: { lang }, signal });
  scenarios = (signal?: AbortSignal) => this.json<ScenarioEntry[]>('scenarios', { signal });
  scenario = (id: string, signal?: AbortSignal) =>
    this.json<ScenarioFile>('scenarios/file', { query: { id }, signal });
  save = (id: string, text: string, etag: string | null) =>
    this.json<Saved>('scenarios/file', { method: 'PUT', query: { id }, body: { text, etag } });
  check = (scenario: string, text: string, lang: Language, signal?: AbortSignal) =>
    this.json<Checked>('check', { method: 'POST', query: { lang }, body: { scenario, text }, signal });
  start = (request: RunRequest, lang: Language) =>
    this.json<{ id: number }>('runs', { method: 'POST', query: { lang }, body: request });
  runs = (signal?: AbortSignal) => this.json<Run[]>('runs', { signal });
  run = (id: number, lang: Language, signal?: AbortSignal) => this.json<Run>(`runs/${id}`, { query: { lang }, signal });
  rename = (id: number, name: string) => this.json<Run>(`runs/${id}`, { method: 'PATCH', body: { name } });
  remove = async (id: number) => void (await this.json(`runs/${id}`, { method: 'DELETE' }));
  cancel = (id: number) => this.json<Run>(`runs/${id}/cancel`, { method: 'POST', body: {} });
  data = (id: number, lang: Language, signal?: AbortSignal) =>
    this.json<unknown>(`runs/${id}/data`, { query: { lang }, signal });
  input = (id: number, signal?: AbortSignal) => this.json<RunInput>(`runs/${id}/input`, { signal });
  file = async (id: number, name: string) => (await this.ask(`runs/${id}/file`, { query: { name } })).blob();

  private async json<T>(path: string, call: Call = {}): Promise<T> {
    return (await (await this.ask(path, call)).json()) as T;
  }

  private async ask(path: string, call: Call): Promise<Response> {
    const response = await this.patiently(path, call);
    if (!response.ok) throw await failure(response);
    return response;
  }

  /** What only asks is asked again until the server answers; what changes something is left to people to do again. */
  private async patiently(path: string, call: Call): Promise<Response> {
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        const query = { lang: this.connection.lang(), ...call.query };
        const response = await this.connection.fetch(address(path, query), this.request(call));
        this.connection.answers(true);
        return response;
      } catch (error) {
        if (isAborted(error)) throw error;
        this.connection.answers(false);
        if ((call.method ?? 'GET') !== 'GET') throw new ApiError(NO_ANSWER, String(error));
        await this.connection.sleep(pause, call.signal);
      }
    }
  }

  private request({ method = 'GET', body, signal }: Call): RequestInit {
    const headers: Record<string, string> = {};
    if (this.connection.token) headers['Authorization'] = `Bearer ${this.connection.token}`;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    return {
      method,
      headers,
      cache: 'no-store',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    };
  }
}

function address(path: string, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `/api/${path}${search === '' ? '' : `?${search}`}`;
}

/** The server's message; for an answer from elsewhere, its status. */
async function failure(response: Response): Promise<ApiError> {
  try {
    const body = (await response.json()) as { error?: unknown; problems?: Problem[] };
    if (typeof body.error === 'string') return new ApiError(response.status, body.error, body.problems);
  } catch {
    // No JSON: the answer is not from our server.
  }
  return new ApiError(response.status, `${response.status} ${response.statusText}`.trim());
}
