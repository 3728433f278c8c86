// SPDX-License-Identifier: MIT
// The program as people start it: `trapphus serve` with a folder of its own, and Chromium at its address.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { RunRequest } from 'viewer/data/server';
import { Chromium, DESKTOP } from './browser';

/** A run is a simulation, and a test machine may have much else to do. */
const PATIENCE = 300_000;

export interface Visit {
  page: Page;
  /** What went wrong on the page, and every request that left this computer. */
  complaints: string[];
  abroad: string[];
}

export class Served extends Chromium {
  readonly folder = mkdtempSync(join(tmpdir(), 'trapphus-program-'));
  private server: ChildProcess | undefined;
  address = '';

  /** `port` 0: one that is free. Again the same, and the page finds the program again. */
  async start(port = '0'): Promise<void> {
    const server = spawn(process.env['TRAPPHUS_BINARY'] ?? '', ['serve', '--port', port, this.folder]);
    this.server = server;
    this.address = await new Promise((resolve, reject) => {
      let said = '';
      const listen = (data: Buffer) => {
        said += data.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
        if (found) resolve(found[0]);
      };
      server.stdout.on('data', listen);
      server.stderr.on('data', listen);
      server.on('exit', () => reject(new Error(said)));
    });
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (!server || server.exitCode !== null) return;
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGINT');
    await ended;
  }

  /** Starts a run as the page does; gives its number. */
  async run(request: RunRequest): Promise<number> {
    const answer = await fetch(`${this.address}api/runs?lang=sv`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    return ((await answer.json()) as { id: number }).id;
  }

  put(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }
  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  async open(hash = '', viewport = DESKTOP): Promise<Visit> {
    const { page, complaints } = await this.newPage({ viewport });
    page.setDefaultTimeout(PATIENCE);
    const abroad: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(this.address) && !request.url().startsWith('blob:')) abroad.push(request.url());
    });
    await page.goto(this.address + hash);
    await page.waitForSelector('html[data-ready]');
    return { page, complaints, abroad };
  }

  async picture(page: Page, name: string): Promise<void> {
    const folder = process.env['TRAPPHUS_SCREENSHOTS'];
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `program-${name}.png`) });
  }

  override async close(): Promise<void> {
    await super.close();
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const scenarioAt = (id: string, lang = 'sv'): string =>
  `#page=scenario&id=${encodeURIComponent(id)}&lang=${lang}`;

export const statusOf = (page: Page): Promise<string> => page.locator('.status-text').innerText();

/** Until the run that is shown has come to this. */
export async function until(page: Page, state: string): Promise<void> {
  await page.waitForSelector(`.status[data-state="${state}"]`);
}
