// SPDX-License-Identifier: MIT
// The report of a comparison: the teams of the survey, and one scenario with its alternatives.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { findings, isSerious, PHONE, Reports } from './browser';

const reports = new Reports();
let file = '';
before(() => {
  file = reports.compare('survey');
});
after(() => reports.close());
afterEach(() => reports.closePages());

test('the comparison of the survey opens without network, in Swedish, and shows every team', async () => {
  const { page, complaints, requests } = await reports.open(file);
  const sections = await page.locator('main > section').evaluateAll((all) => all.map(({ id }) => id));
  assert.deepEqual(sections, ['answer', 'standings', 'matrix', 'observed', 'definitions', 'who', 'answers', 'method']);
  assert.equal(await page.locator('#matrix tbody tr').count(), 14);
  assert.match(await page.locator('#answer').innerText(), /egna siffror/);
  assert.match(await page.locator('#answers').innerText(), /kompisstöttare\s+Stenungsund/);
  assert.match(await page.locator('#definitions').innerText(), /Övrigt är inte arbetet för alla: .* gemensamma/);
  assert.match(await page.title(), /14/);
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests, []);
  await reports.picture(page, 'comparison-sv');
  assert.deepEqual((await findings(page)).filter(isSerious), []);
});

test('another definition can be chosen, and the address keeps it', async () => {
  const { page } = await reports.open(file, '#lang=en');
  const title = () => page.locator('#standings h3').innerText();
  const before = await title();
  await page.selectOption('#measure', 'retention.takeover_18_months');
  assert.notEqual(await title(), before);
  assert.match(page.url(), /measure=retention.takeover_18_months/);
  await page.reload();
  assert.match(await title(), /18 months/);
});

test('fits a phone without scrolling sideways', async () => {
  const { page } = await reports.open(file, '#lang=sv', PHONE);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= PHONE.width);
  await reports.picture(page, 'comparison-phone');
});

test('alternatives of one scenario stand side by side, also by size', async () => {
  const alternatives = reports.compare('examples/alternative.yaml', '--alternatives');
  const { page, complaints } = await reports.open(alternatives, '#lang=en');
  assert.ok((await page.locator('#matrix tbody tr').count()) >= 2);
  const sizes = await page.locator('#by option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  assert.ok(sizes.includes('apartment'), String(sizes));
  await page.selectOption('#by', 'apartment');
  assert.match(await page.locator('#standings h3').innerText(), /per apartment/);
  assert.deepEqual(complaints, []);
});
