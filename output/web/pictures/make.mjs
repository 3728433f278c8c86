// SPDX-License-Identifier: MIT
// node make.mjs REPORT.html COMPARISON.html ADDRESS: makes the README's pictures anew, from a report of scenarios/hasselby,
// a comparison of scenarios/survey, and the program that `trapphus serve` serves at the address.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const [report, comparison, address] = process.argv.slice(2);
if (!address) throw new Error('usage: node make.mjs REPORT.html COMPARISON.html ADDRESS');

const MARGIN = 12;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
const context = await browser.newContext({
  viewport: { width: 900, height: 900 },
  deviceScaleFactor: 0.8,
  offline: true,
  reducedMotion: 'reduce',
});

async function open(file) {
  const page = await context.newPage();
  await page.goto(`file://${resolve(file)}#lang=sv`);
  await page.waitForSelector('html[data-ready]');
  return page;
}

/** An element with some air around it. */
async function part(page, selector, name) {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await element.boundingBox();
  const { scrollX, scrollY } = await page.evaluate(() => ({ scrollX, scrollY }));
  await page.screenshot({
    path: join(here, name),
    fullPage: true,
    clip: { x: x + scrollX - MARGIN, y: y + scrollY - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN },
  });
}

const first = await open(report);
await first.screenshot({ path: join(here, 'report.png') });
await part(first, '#months figure', 'months.png');
await part(await open(comparison), '#standings', 'comparison.png');

/** The program, with the newest answer of a scenario, at one of its tabs. */
async function program(tab, name) {
  const online = await browser.newContext({ viewport: { width: 1200, height: 820 }, deviceScaleFactor: 0.75 });
  const page = await online.newPage();
  await page.goto(`${address}#page=scenario&id=trapphus%3Ahasselby%2Fhasselby.yaml&tab=${tab}&lang=sv`);
  await page.waitForSelector('#answer', { timeout: 60_000 });
  await page.waitForSelector('progress', { state: 'hidden', timeout: 120_000 });
  await page.screenshot({ path: join(here, name) });
  await online.close();
}
await program('sliders', 'program.png');
await program('form', 'form.png');
await browser.close();
