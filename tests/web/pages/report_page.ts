// SPDX-License-Identifier: MIT
// The report as people meet it: opened from a file, without network, with mouse or keyboard, on a desk or a phone, on paper.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { DESKTOP, findings, isSerious, PHONE, Reports } from './browser';

const reports = new Reports();
let file = '';
before(() => {
  file = reports.make('hasselby/hasselby.yaml');
});
after(() => reports.close());
afterEach(() => reports.closePages());

const text = (page: Page, selector: string) => page.locator(selector).innerText();

test('opens from a file without network, and nothing goes wrong', async () => {
  const { page, complaints, requests } = await reports.open(file);
  const sections = await page.locator('main > section').evaluateAll((all) => all.map(({ id }) => id));
  for (const id of ['answer', 'months', 'flow', 'apartments', 'obstacles', 'money', 'story', 'animation', 'inputs'])
    assert.ok(sections.includes(id), id);
  assert.ok((await page.locator('.chart svg').count()) >= 10);
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests, []);
  await reports.picture(page, 'report-sv');
});

test('is small enough for a mail, and may not load anything from anywhere', () => {
  assert.ok(statSync(file).size < 2_400_000);
  const html = readFileSync(file, 'utf8');
  assert.match(html, /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/);
  assert.equal(html.match(/<script/g)?.length, 2);
});

test('a script that was put into the page does not run', async () => {
  const { page } = await reports.open(file);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "changed"';
    document.body.append(script);
  });
  assert.match(await page.title(), /Hässelby/);
});

test('speaks Swedish to a Swede, and English when asked; the address keeps the language', async () => {
  const { page } = await reports.open(file);
  assert.equal(await page.getAttribute('html', 'lang'), 'sv');
  assert.match(await text(page, '#answer'), /hushåll/);
  await page.click('#language');
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.match(await text(page, '#answer h2'), /The answer in brief/);
  assert.match(page.url(), /lang=en/);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'language');
  await page.reload();
  assert.match(await text(page, '#answer h2'), /The answer in brief/);
  await reports.picture(page, 'report-en');
});

test('the address keeps what was chosen, and a bad one does no harm', async () => {
  const { page, complaints } = await reports.open(file, '#lang=sv&group=families&year=2013&stage=training');
  assert.equal(await page.inputValue('#group'), 'families');
  assert.equal(await page.inputValue('#year'), '2013');
  assert.match(await text(page, '#stage-panel'), /Träningslägenhet/);
  await page.evaluate(() => (location.hash = '#year=9999&stage=%3Cimg%3E&group=x'));
  await page.waitForFunction(() => (document.getElementById('year') as HTMLSelectElement).value === '2012');
  assert.deepEqual(complaints, []);
});

test('a stage is chosen by a click in the diagram, or in the list', async () => {
  const { page } = await reports.open(file, '#lang=sv');
  await page.selectOption('#stage', 'emergency');
  assert.match(await text(page, '#stage-panel h3'), /Jour- och försökslägenhet/);
  await page.locator('#flow .chart svg text', { hasText: 'Akutboende' }).first().click();
  await page.waitForFunction(() => document.querySelector('#stage-panel h3')?.textContent === 'Akutboende');
});

test('the year changes the flows, and their table with them', async () => {
  const { page } = await reports.open(file, '#lang=en');
  await page.selectOption('#year', '2013');
  await page.locator('#flow details summary').click();
  const of2013 = await text(page, '#flow details table');
  await page.selectOption('#year', '2012');
  const of2012 = await text(page, '#flow details table');
  assert.notEqual(of2012, of2013);
  assert.match(of2012, /Insecure housing → Acute placement/);
});

test('every chart has a table behind it and a name for those who do not see it', async () => {
  const { page } = await reports.open(file);
  const charts = await page.locator('.chart').count();
  assert.equal(await page.locator('figure:has(.chart) details table').count(), charts);
  for (const label of await page.locator('.chart').evaluateAll((all) => all.map((e) => e.getAttribute('aria-label'))))
    assert.ok(label && label.length > 3);
});

test('the keyboard reaches everything, in order, and opens the tables', async () => {
  const { page } = await reports.open(file);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
  const reached = new Set<string>();
  for (let i = 0; i < 80 && !reached.has('film-week'); ++i) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.id || (document.activeElement?.tagName ?? '')));
  }
  for (const control of ['group', 'year', 'stage', 'household', 'film-play', 'film-speed', 'film-week', 'SUMMARY'])
    assert.ok(reached.has(control), control);
  await page.locator('#months summary').first().focus();
  await page.keyboard.press('Enter');
  assert.equal(
    await page
      .locator('#months details')
      .first()
      .evaluate((e) => (e as HTMLDetailsElement).open),
    true,
  );
});

test('the film moves only when asked; it can be paused, and wound to a week', async () => {
  const { page } = await reports.open(file, '#lang=en');
  const week = () => page.inputValue('#film-week').then(Number);
  assert.equal(await week(), 0);
  await page.selectOption('#film-speed', '8');
  await page.click('#film-play');
  await page.waitForFunction(() => Number((document.getElementById('film-week') as HTMLInputElement).value) >= 4);
  await page.click('#film-play');
  const paused = await week();
  // As long as it would have needed for another week.
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const begin = performance.now();
        const step = (now: number) => (now - begin > 300 ? done() : requestAnimationFrame(step));
        requestAnimationFrame(step);
      }),
  );
  assert.equal(await week(), paused);
  await page.focus('#film-week');
  await page.keyboard.press('End');
  assert.match(await text(page, '.film output'), /2014/);
});

test('a household is the same in both alternatives, and another can be chosen', async () => {
  const { page } = await reports.open(file, '#lang=sv');
  assert.equal(await page.locator('.story').count(), 2);
  const first = await text(page, '.stories');
  await page.selectOption('#household', '1');
  assert.notEqual(await text(page, '.stories'), first);
  assert.match(page.url(), /household=1/);
});

test('fits a phone without scrolling sideways', async () => {
  const { page } = await reports.open(file, '#lang=sv', PHONE);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= PHONE.width);
  await reports.picture(page, 'report-phone');
});

test('charts follow the width of the window', async () => {
  const { page } = await reports.open(file);
  const width = () =>
    page
      .locator('#months .chart svg')
      .first()
      .evaluate((svg) => svg.getBoundingClientRect().width);
  const wide = await width();
  await page.setViewportSize(PHONE);
  await page.waitForFunction(
    (before) => (document.querySelector('#months .chart svg')?.getBoundingClientRect().width ?? before) < before,
    wide,
  );
  assert.ok((await width()) < PHONE.width);
  await page.setViewportSize(DESKTOP);
});

test('prints on A4: no controls, no chart wider than the sheet', async () => {
  const { page } = await reports.open(file);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.locator('#months .controls').isVisible(), false);
  const widths = await page
    .locator('.chart svg')
    .evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().width));
  for (const width of widths) assert.ok(width <= 670, String(width));
  assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 20_000);
});

for (const [name, hash, viewport] of [
  ['sv, desk', '#lang=sv', DESKTOP],
  ['en, phone', '#lang=en', PHONE],
] as const)
  test(`axe-core finds nothing serious (${name})`, async () => {
    const { page } = await reports.open(file, hash, viewport);
    // The inputs' tables are alike, and long.
    await page
      .locator('details:not(#inputs details)')
      .evaluateAll((all) => all.forEach((e) => ((e as HTMLDetailsElement).open = true)));
    await page.locator('#inputs summary').last().click();
    assert.deepEqual((await findings(page)).filter(isSerious), []);
  });
