// SPDX-License-Identifier: MIT
// The program as people meet it, against the real server: open a scenario, change it, save it, compare it.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { findings, isSerious, PHONE } from './browser';
import { scenarioAt, Served, statusOf, until } from './program_browser';

const program = new Served();
before(() => program.start());
after(() => program.close());
afterEach(() => program.closePages());

const NAVIGATORS = 'trapphus:examples/alternative.yaml';
const COURSE = 'trapphus:examples/staff_bottleneck.yaml';
const HASSELBY = 'trapphus:hasselby/hasselby.yaml';
const ANSWER = '#answer .answer';
const slider = (page: Page, path: string) =>
  page.locator(`.edit-slider[data-path="${path}"] input[type="range"]`).first();
const text = (page: Page, selector: string) => page.locator(selector).first().innerText();

async function saveAs(page: Page, name: string): Promise<void> {
  await page.click('#save');
  await page.locator('dialog input').fill(name);
  await page.locator('dialog button[type="submit"]').click();
  await page.waitForSelector('dialog', { state: 'detached' });
}

test('the first page lists what comes with the program, and nothing leaves this computer', async () => {
  const { page, complaints, abroad } = await program.open();
  await page.waitForSelector('.card');
  assert.equal(await page.getAttribute('html', 'lang'), 'sv');
  assert.match(await text(page, '#own-heading'), /Egna scenarier/);
  assert.match(await text(page, 'main'), /Hässelby-Vällingby/);
  // The server's texts are in the reader's language too.
  assert.match(await text(page, `.card:has(a[href*="staff_bottleneck"])`), /En kurs som alla väntar på/);
  await program.picture(page, 'scenarios');
  assert.deepEqual(complaints, []);
  assert.deepEqual(abroad, []);
});

test('FTE is changed with the slider, the answer follows, is saved, and is there after a reload', async () => {
  const { page, complaints } = await program.open(scenarioAt(COURSE));
  await page.waitForSelector(ANSWER);
  await until(page, 'done');
  const before = await text(page, '#answer table');
  const begin = Date.now();
  await slider(page, 'staff.counsellors.fte').fill('2');
  await page.waitForSelector('#changed');
  console.log(`from the slider to the first answer: ${Date.now() - begin} ms`);
  await until(page, 'done');
  console.log(`from the slider to the refined answer: ${Date.now() - begin} ms`);
  assert.match(await statusOf(page), /^Svar från 200 simuleringar/);
  const after = await text(page, '#answer table');
  assert.notEqual(after, before);
  assert.match(await text(page, '#changed'), /Hushåll i akutboende[^]*mindre/);
  await page.evaluate(() => scrollTo(0, 0));
  await program.picture(page, 'scenario');
  assert.match(await text(page, '#answer .by-hand'), /Ändrat för hand[^]*staff\.counsellors\.fte = 2 \(ändrat från 1\)/);
  assert.match(await text(page, '#changed'), /i 200 simuleringar/);

  await saveAs(page, 'två lotsar');
  assert.match(program.read('två lotsar.yaml'), /fte: \{value: 2, was: 1\}\n/);
  assert.match(program.read('två lotsar.yaml'), /^# Staff as the bottleneck/);
  assert.match(page.url(), /id=tv%C3%A5\+lotsar\.yaml/);
  await page.reload();
  await page.waitForSelector(ANSWER);
  await until(page, 'done');
  assert.equal(await text(page, '#answer table'), after);
  assert.equal(await slider(page, 'staff.counsellors.fte').inputValue(), '2');
  assert.deepEqual(complaints, []);
});

test('what is not saved is there after a reload too, and said to be unsaved', async () => {
  const { page } = await program.open(scenarioAt(COURSE));
  await page.waitForSelector(ANSWER);
  await slider(page, 'staff.counsellors.fte').fill('1.5');
  await page.waitForSelector('#changed');
  await until(page, 'done');
  assert.match(await text(page, '.about'), /ändrat, inte sparat/);
  const url = page.url();
  await page.reload();
  await page.waitForSelector('.edit-slider');
  await page.waitForSelector(ANSWER);
  assert.equal(await slider(page, 'staff.counsellors.fte').inputValue(), '1.5');
  assert.match(await text(page, '.about'), /ändrat, inte sparat/);
  // A bookmark, in another window: the run carries the text.
  const { page: other } = await program.open(new URL(url).hash);
  await other.waitForSelector(ANSWER);
  await other.waitForSelector('.edit-slider');
  assert.equal(await slider(other, 'staff.counsellors.fte').inputValue(), '1.5');
});

test('nothing is written over without a question', async () => {
  program.put('finns.yaml', 'something else\n');
  const { page } = await program.open(scenarioAt(NAVIGATORS));
  await page.waitForSelector('#save');
  await page.click('#save');
  await page.locator('dialog input').fill('finns');
  await page.keyboard.press('Enter');
  await page.locator('dialog .caution').waitFor();
  assert.match(await text(page, 'dialog .caution'), /Det finns redan en fil som heter finns\.yaml/);
  assert.equal(program.read('finns.yaml'), 'something else\n');
  await program.picture(page, 'save');
  await page.locator('dialog .caution button').click();
  await page.waitForSelector('dialog', { state: 'detached' });
  assert.match(program.read('finns.yaml'), /^name: .*Two housing navigators\}$/m);
});

test('a shipped scenario that extends another is copied so that it can be read', async () => {
  const { page, complaints } = await program.open();
  const card = page.locator('.card', { has: page.locator(`a[href*="hasselby%2Fhasselby"]`) });
  await card.getByRole('button', { name: /Ny kopia/ }).click();
  await page.locator('dialog input').fill('kopia.yaml');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.edit-slider');
  assert.match(program.read('kopia.yaml'), /^extends: "trapphus:hasselby\/district\.yaml"$/m);
  assert.match(await text(page, 'h1'), /Hässelby-Vällingby/);
  assert.deepEqual(complaints, []);
});

test('a run is cancelled; what was finished stays, and is said to be less', async () => {
  // So many replications that it is still running when it is cancelled.
  program.put('long.yaml', `extends: "${HASSELBY}"\nchange:\n  replications: 3000\n`);
  const { page } = await program.open(scenarioAt('long.yaml'));
  await page.waitForSelector(ANSWER);
  // At once: page.click() waits until nothing moves on the page, and each new answer moves it.
  await page.locator('#cancel-run').evaluate((button: HTMLElement) => button.click());
  await until(page, 'cancelled');
  assert.match(await statusOf(page), /^Avbruten: svaret bygger på [\d\s]+ simuleringar/);
  assert.equal(await page.locator('#run-again').isVisible(), true);
  assert.ok((await text(page, ANSWER)).length > 20);
});

test('a run that is kept has a name in the list; it is opened again, renamed and deleted', async () => {
  const { page } = await program.open(scenarioAt(NAVIGATORS));
  await page.waitForSelector(ANSWER);
  await page.click('#keep');
  await page.locator('dialog input').fill('Till nämnden');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog', { state: 'detached' });
  assert.match(await text(page, '.about'), /behållen som ”Till nämnden”/);
  await page.click('#tab-runs');
  await page.locator('.row', { hasText: 'Till nämnden' }).waitFor();
  await program.picture(page, 'runs');
  await page.getByRole('button', { name: 'Byt namn på Till nämnden' }).click();
  await page.locator('dialog input').fill('Till nämnden i maj');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Till nämnden i maj' }).click();
  await page.waitForSelector(ANSWER);
  assert.match(await text(page, 'h1'), /Till nämnden i maj/);
  await page.goBack();
  await page.getByRole('button', { name: 'Ta bort Till nämnden i maj' }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Avbryt');
  await page.locator('dialog button[type="submit"]').click();
  await page.locator('.row', { hasText: 'Till nämnden' }).waitFor({ state: 'detached' });
});

test('the files of a run can be saved', async () => {
  const { page } = await program.open(scenarioAt(NAVIGATORS));
  await page.waitForSelector(ANSWER);
  await until(page, 'done');
  await page.locator('.downloads button', { hasText: 'Excel på svenska' }).waitFor({ state: 'attached' });
  await page.click('.downloads summary');
  for (const [name, file] of [
    ['Excel på svenska', 'alternative-results-sv.xlsx'],
    ['Scenariot som YAML', 'alternative-scenario.yaml'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.locator('.downloads button', { hasText: name }).click();
    assert.equal((await download).suggestedFilename(), file);
  }
});

test('two scenarios are compared, and the address brings the comparison back', async () => {
  const { page, complaints } = await program.open('#page=compare&lang=sv');
  const begin = page.locator('#compare-begin');
  await begin.waitFor();
  assert.equal(await begin.isDisabled(), true);
  await page.check(`input[value="${NAVIGATORS}"]`);
  await page.check(`input[value="${COURSE}"]`);
  await page.reload();
  await begin.waitFor();
  assert.equal(await page.isChecked(`input[value="${COURSE}"]`), true);
  await program.picture(page, 'compare');
  await begin.click();
  await page.waitForSelector('#matrix table');
  assert.match(await text(page, '#matrix'), /En kurs som alla väntar på/);
  await page.reload();
  await page.waitForSelector('#matrix table');
  await program.picture(page, 'comparison');
  assert.deepEqual(complaints, []);
});

test('the bottleneck is found from the scenario’s page, and told with its interval', async () => {
  const { page, complaints } = await program.open(scenarioAt(COURSE));
  await page.waitForSelector(ANSWER);
  await page.click('#more');
  await page.click('#start-bottleneck');
  await page.waitForSelector('#ranking .answer');
  assert.match(await text(page, '#ranking .answer'), /årsarbetare: Boendestödjare.*\(\d/s);
  assert.equal(await page.locator('#ranking .chart svg').count(), 1);
  await program.picture(page, 'bottleneck');
  await page.goBack();
  await page.waitForSelector(ANSWER);
  assert.match(page.url(), /page=scenario/);
  assert.deepEqual(complaints.filter((one) => !one.includes('404')), []);
});

test('a calibration shows before, after and the interval, and its scenario can be opened', async () => {
  const id = await program.run({
    kind: 'calibrate',
    scenario: 'trapphus:boendelots/district.yaml',
    options: { replications: 8, evaluations: 4 },
  });
  const { page, complaints } = await program.open(`#page=run&run=${id}&lang=sv`);
  await page.waitForSelector('#fit table');
  assert.match(await text(page, '#fit'), /groups\.adults\.arrivals[^]*0\.45\/week/);
  assert.match(await text(page, '#fit'), /Omsättning: Jour/);
  await program.picture(page, 'calibration');
  await page.click('#open-fitted');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.edit-slider');
  assert.match(program.read('anpassat.yaml'), /^extends: "trapphus:boendelots\/district\.yaml"$/m);
  assert.match(page.url(), /id=anpassat\.yaml/);
  assert.deepEqual(complaints, []);
});

test('the budget’s document is shown in the reader’s language, and can be saved', async () => {
  const scenario = 'trapphus:boendelots/boendelots.yaml';
  const id = await program.run({ kind: 'budget', scenario, options: { replications: 2 } });
  const { page, complaints } = await program.open(`#page=run&run=${id}&lang=sv`);
  await page.waitForSelector('#document table');
  assert.match(await text(page, '#document'), /Nollalternativ/);
  await program.picture(page, 'budget');
  await page.click('#language');
  await page.locator('#document', { hasText: 'Zero alternative' }).waitFor();
  await page.click('#language');
  await page.click('.downloads summary');
  const download = page.waitForEvent('download');
  await page.locator('.downloads button', { hasText: 'Dokumentet på svenska' }).first().click();
  assert.equal((await download).suggestedFilename(), 'boendelots-budget-sv.html');
  assert.deepEqual(complaints, []);
});

test('both languages are there, on every page, and the address keeps which', async () => {
  const { page } = await program.open(scenarioAt(NAVIGATORS));
  await page.waitForSelector(ANSWER);
  await page.waitForSelector('.edit-slider');
  await page.click('#language');
  await page.locator('#answer h2', { hasText: 'The answer in brief' }).waitFor();
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'language');
  await page.locator('.edit-slider label', { hasText: 'Housing navigators' }).first().waitFor();
  for (const [tab, heading] of [
    ['runs', 'Runs'],
    ['compare', 'Compare'],
    ['scenarios', 'Scenarios'],
  ]) {
    await page.click(`#tab-${tab}`);
    await page.locator('h1', { hasText: heading! }).waitFor();
    assert.match(page.url(), /lang=en/);
  }
});

test('when the program is closed the page says so, and goes on when it is back', async () => {
  const other = new Served();
  try {
    await other.start();
    const { page } = await other.open('#page=runs&lang=sv');
    await page.locator('h1').waitFor();
    await other.stop();
    await page.click('#tab-scenarios');
    await page.locator('.gone', { hasText: 'Programmet svarar inte' }).waitFor();
    await other.start(new URL(other.address).port);
    await page.waitForSelector('.card');
    assert.equal(await text(page, '.gone'), '');
  } finally {
    await other.close();
  }
});

test('a scenario that is not there is said not to be', async () => {
  const { page } = await program.open(scenarioAt('nowhere.yaml'));
  await page.locator('[role="alert"]', { hasText: 'nowhere.yaml' }).waitFor();
});

test('the keyboard reaches everything on the scenario’s page, and a dialog gives the focus back', async () => {
  const { page } = await program.open(scenarioAt(NAVIGATORS));
  await page.waitForSelector(ANSWER);
  await page.waitForSelector('.edit-slider');
  await until(page, 'done');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip');
  const reached = new Set<string>();
  for (let i = 0; i < 60 && !reached.has('group'); ++i) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.id ?? ''));
  }
  for (const id of ['tab-scenarios', 'tab-runs', 'language', 'save', 'run-now', 'keep', 'more', 'edit-tab-sliders'])
    assert.ok(reached.has(id), id);
  await page.focus('#save');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'INPUT');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'save');
});

test('a slider that is moved keeps the focus while the answer changes', async () => {
  const { page } = await program.open(scenarioAt(NAVIGATORS));
  await page.waitForSelector(ANSWER);
  await until(page, 'done');
  const range = slider(page, 'staff.navigators.fte');
  await range.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('#changed');
  await until(page, 'done');
  assert.equal(await range.evaluate((element) => element === document.activeElement), true);
});

const PAGES: [string, string, string][] = [
  ['scenarios', '', '.card'],
  ['scenario', scenarioAt(NAVIGATORS), ANSWER],
  ['runs', '#page=runs&lang=sv', '.row'],
  ['compare', '#page=compare&lang=sv', '.tick'],
];
for (const [name, hash, there] of PAGES)
  test(`axe-core finds nothing serious, and a phone is wide enough: ${name}`, async () => {
    const { page } = await program.open(hash);
    await page.waitForSelector(there);
    if (name === 'scenario') await until(page, 'done');
    assert.deepEqual((await findings(page)).filter(isSerious), []);
    await page.setViewportSize(PHONE);
    await page.waitForSelector(there);
    // What is drawn follows the width a moment later.
    await page.waitForFunction((width) => document.documentElement.scrollWidth <= width, PHONE.width);
    assert.deepEqual((await findings(page)).filter(isSerious), []);
    await program.picture(page, `${name}-phone`);
  });
