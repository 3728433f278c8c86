// SPDX-License-Identifier: MIT
// The workspace in Chromium, on a page of its own, asking the real `trapphus serve`.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Chromium, DESKTOP } from './browser';

const web = process.env['TRAPPHUS_WEB'] ?? '';
const HOST = 'http://127.0.0.1';
/** As the program's own page: no script but its own, and none made out of text. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'";

export interface Told {
  text: string;
  how: string;
  valid: boolean;
}

export interface Editing {
  page: Page;
  complaints: string[];
  text(): Promise<string>;
  told(): Promise<Told[]>;
}

export class Bench extends Chromium {
  readonly folder = mkdtempSync(join(tmpdir(), 'trapphus-edit-'));
  private server: ChildProcess | undefined;
  private address = '';
  private script = '';
  private style = '';

  async start(): Promise<void> {
    this.server = spawn(process.env['TRAPPHUS_BINARY'] ?? '', ['serve', '--port', '0', this.folder]);
    this.address = await new Promise((resolve, reject) => {
      let said = '';
      const listen = (data: Buffer) => {
        said += data.toString();
        const port = /127\.0\.0\.1:(\d+)/.exec(said)?.[1];
        if (port) resolve(`${HOST}:${port}`);
      };
      this.server?.stdout?.on('data', listen);
      this.server?.stderr?.on('data', listen);
      this.server?.on('exit', () => reject(new Error(said)));
    });
    await this.bundle();
  }

  private async bundle(): Promise<void> {
    const { build } = createRequire(join(web, 'package.json'))('esbuild') as {
      build(options: object): Promise<{ outputFiles: { text: string }[] }>;
    };
    const tests = process.env['TRAPPHUS_TESTS'] ?? join(web, '../../tests/web/pages');
    const { textsInUse } = (await import(join(web, 'texts.mjs'))) as { textsInUse(source: string): object };
    const plugins = [textsInUse(join(web, 'src'))];
    const options = { bundle: true, write: false, target: 'es2021', charset: 'utf8', logLevel: 'warning', plugins };
    const made = await build({
      ...options,
      entryPoints: [join(tests, 'edit_mount.ts')],
      alias: { viewer: join(web, 'src') },
    });
    this.script = made.outputFiles[0]?.text ?? '';
    this.style = ['page', 'edit'].map((name) => readFileSync(join(web, `src/styles/${name}.css`), 'utf8')).join('\n');
  }

  /** Puts a scenario into the user's folder. */
  put(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  async open(id: string, { lang = 'sv', tab = '', viewport = DESKTOP } = {}): Promise<Editing> {
    const { page, complaints } = await this.newPage({ viewport });
    await page.route(`${this.address}/edit-test**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: this.script })
        : route.fulfill({
            contentType: 'text/html',
            headers: { 'Content-Security-Policy': POLICY },
            body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Redigering</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${this.style}</style></head>
<body><div id="page"><main><section><h1>Redigering</h1><h2>Scenario</h2><div id="root"></div></section></main></div>
<script src="/edit-test.js"></script></body></html>`,
          }),
    );
    await page.goto(`${this.address}/edit-test?lang=${lang}&id=${encodeURIComponent(id)}${tab && `#${tab}`}`);
    await page.waitForSelector('html[data-ready]');
    return {
      page,
      complaints,
      text: () => page.evaluate(() => (globalThis as unknown as { workspace: { text(): string } }).workspace.text()),
      told: () => page.evaluate(() => (globalThis as unknown as { changes: Told[] }).changes),
    };
  }

  async picture(page: Page, name: string): Promise<void> {
    const folder = process.env['TRAPPHUS_SCREENSHOTS'];
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `edit-${name}.png`), fullPage: true });
  }

  override async close(): Promise<void> {
    await super.close();
    this.server?.kill('SIGINT');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
