// SPDX-License-Identifier: MIT
// A report that the program wrote, opened as a file in Chromium with the network off.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export interface Opened {
  page: Page;
  /** What went wrong on the page, and every request that left it. */
  complaints: string[];
  requests: string[];
}

/** A browser, from its first page on. */
export class Chromium {
  private browser: Browser | undefined;

  /** An empty page of a Swedish reader without animations, and what goes wrong on it. */
  protected async newPage(options: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }> {
    this.browser ??= await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      // Chromium's own sandbox needs rights that containers do not have; the page is ours.
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
    const context = await this.browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    return { page, complaints };
  }

  /** After each test: open pages go on computing, at the cost of the next. */
  async closePages(): Promise<void> {
    for (const context of this.browser?.contexts() ?? []) await context.close();
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }
}

export class Reports extends Chromium {
  private readonly folder = mkdtempSync(join(tmpdir(), 'trapphus-report-'));

  /** Runs a scenario of the repository for a few replications; returns the report's path. */
  make(scenario: string, replications = 20): string {
    const file = join(this.folder, `${scenario.replace(/\W/g, '-')}.html`);
    const path = join(process.env['TRAPPHUS_SCENARIOS'] ?? '', scenario);
    const options = ['--replications', String(replications), '--out', join(this.folder, 'out'), '--report', file];
    execFileSync(process.env['TRAPPHUS_BINARY'] ?? '', ['run', path, '--quiet', ...options], { stdio: 'ignore' });
    return file;
  }

  /** Compares the scenarios of a folder, or one with its alternatives; returns the report's path. */
  compare(place: string, ...options: string[]): string {
    const file = join(this.folder, `comparison-${place.replace(/\W/g, '-')}.html`);
    const path = join(process.env['TRAPPHUS_SCENARIOS'] ?? '', place);
    const args = ['compare', path, '--quiet', '--replications', '10', '--report', file, ...options];
    execFileSync(process.env['TRAPPHUS_BINARY'] ?? '', args, { stdio: 'ignore' });
    return file;
  }

  async open(
    file: string,
    hash = '',
    viewport = DESKTOP,
    reducedMotion: 'reduce' | 'no-preference' = 'reduce',
  ): Promise<Opened> {
    const { page, complaints } = await this.newPage({ viewport, offline: true, reducedMotion });
    const requests: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) requests.push(request.url());
    });
    await page.goto(`file://${file}${hash}`);
    // A page that cannot be shown says so: then nobody waits for it.
    await page.waitForSelector('html[data-ready], [role="alert"]');
    if ((await page.locator('html[data-ready]').count()) === 0) throw new Error(complaints.join('\n'));
    return { page, complaints, requests };
  }

  /** Kept as a result where somebody asks for it. */
  async picture(page: Page, name: string): Promise<void> {
    const folder = process.env['TRAPPHUS_SCREENSHOTS'];
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }

  override async close(): Promise<void> {
    await super.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What axe-core finds, as "serious: color-contrast: <a ...>". */
export async function findings(page: Page): Promise<string[]> {
  const axe = createRequire(join(process.env['TRAPPHUS_WEB'] ?? '', 'package.json')).resolve('axe-core');
  await page.evaluate(readFileSync(axe, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    return (await checker.run({ resultTypes: ['violations'] })).violations.map(
      ({ id, impact, nodes }) => `${impact}: ${id}: ${nodes[0]?.html.slice(0, 160)}`,
    );
  });
  console.log(`axe-core: ${found.length} findings`, found);
  return found;
}

export const isSerious = (finding: string): boolean => /^(serious|critical)/.test(finding);
