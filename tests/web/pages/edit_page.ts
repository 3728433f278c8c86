// SPDX-License-Identifier: MIT
// The editing of a scenario as people meet it: with mouse or keyboard, against the real server.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { findings, isSerious, PHONE } from './browser';
import { Bench } from './edit_browser';
import { scenarioText } from '../units/edit/tree';

const bench = new Bench();
const HASSELBY = 'trapphus:hasselby/district.yaml';
const slider = (path: string) => `.edit-slider[data-path="${path}"]`;
before(() => bench.start());
after(() => bench.close());
afterEach(() => bench.closePages());

/** The lines of the second text that the first has not. */
const newLines = (before: string, after: string): string[] => {
  const old = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !old.has(line));
};

test('a slider changes its number in the text, notes what it was, and changes nothing else', async () => {
  const { page, text, told, complaints } = await bench.open(HASSELBY);
  const row = page.locator(slider('staff.project.fte'));
  await row.waitFor();
  assert.match(await row.innerText(), /Projektmedarbetare och samordnare/);
  await row.locator('input[type="range"]').fill('3');
  assert.equal(await row.locator('input[type="text"]').inputValue(), '3');
  const original = scenarioText('hasselby/district.yaml');
  const [line, ...more] = newLines(original, await text());
  assert.match(line ?? '', /fte: \{value: 3, assumption: "i stället för det som källan säger: hasselby".*, was: 2\.5\}$/);
  assert.deepEqual(more, []);
  await page.waitForFunction(() => (globalThis as unknown as { changes: unknown[] }).changes.length > 0);
  const last = (await told()).pop();
  assert.deepEqual([last?.how, last?.valid, last?.text], ['slider', true, await text()]);
  await bench.picture(page, 'sliders');
  await page.getByRole('button', { name: 'Ångra' }).click();
  assert.equal(await text(), original);
  assert.deepEqual(complaints, []);
});

test('a whole drag is one step, and the server is told a few times at most', async () => {
  const { page, text, told } = await bench.open(HASSELBY);
  const range = page.locator(`${slider('staff.project.fte')} input[type="range"]`);
  await range.waitFor();
  const original = await text();
  const box = await range.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const began = Date.now();
  await page.mouse.down();
  for (let i = 0; i < 20; ++i) await page.mouse.move(box.x + box.width / 2 + i * 4, box.y + box.height / 2);
  await page.mouse.up();
  assert.notEqual(await text(), original);
  // One every 150 ms, and one after a check, of which the next waits as long: a slow drag has more of both.
  const most = 3 + (2 * (Date.now() - began)) / 150;
  await page.waitForTimeout(400);
  const changes = await told();
  assert.ok(changes.length >= 1 && changes.length <= most, `${changes.length} of ${most}`);
  assert.equal(changes.pop()?.text, await text());
  await page.keyboard.press('Control+z');
  assert.equal(await text(), original);
  await page.keyboard.press('Control+Shift+z');
  assert.notEqual(await text(), original);
});

test('a broken text shows its error at the line as one types, and a list of them leads there', async () => {
  bench.put('min.yaml', scenarioText('examples/one_pool.yaml'));
  const { page, told } = await bench.open('min.yaml', { tab: 'text' });
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('seeed: 1\n');
  const list = page.locator('.edit-problems');
  await list.getByRole('button', { name: /Rad 1/ }).waitFor();
  assert.match(await list.innerText(), /seeed/);
  assert.ok((await page.locator('.cm-lint-marker-error').count()) > 0);
  assert.equal((await told()).pop()?.valid, false);
  await bench.picture(page, 'text');
  await page.keyboard.press('Control+End');
  await list.getByRole('button', { name: /Rad 1/ }).click();
  assert.match(await page.locator('.cm-activeLine').innerText(), /seeed/);
  await page.keyboard.press('Control+z');
  await page.getByText('Inga fel.').waitFor();
});

test('Tab leaves the editor, and the tabs are reached with the arrow keys', async () => {
  const { page } = await bench.open(HASSELBY, { tab: 'text' });
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('.cm-editor')), null);
  await page.locator('#edit-tab-text').focus();
  await page.keyboard.press('ArrowLeft');
  assert.notEqual(await page.locator('[role="tab"][aria-selected="true"]').getAttribute('id'), 'edit-tab-text');
});

test('the form changes a value where it stands, which loses its source, and gets it back with the number', async () => {
  const { page, text, complaints } = await bench.open(HASSELBY, { tab: 'form' });
  await page.locator('summary', { hasText: /^Personal/ }).click();
  await page.locator('summary', { hasText: 'Projektledare' }).click();
  const box = page.getByLabel('Projektledare: Årsarbetare', { exact: true });
  await box.fill('0,5');
  await box.press('Enter');
  await page.getByText('ändrat från 0.4').waitFor();
  const original = scenarioText('hasselby/district.yaml');
  const lines = newLines(original, await text());
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? '', /fte: \{value: 0\.5, assumption: "i stället för .*: hasselby".*, was: 0\.4\}/);
  await bench.picture(page, 'form');
  await box.fill('0,4');
  await box.press('Enter');
  await page.getByText('ändrat från 0.4').waitFor({ state: 'detached' });
  assert.equal(await text(), original);
  assert.deepEqual(complaints, []);
});

test('the form finds a value by its words, and shows what is wrong at the field', async () => {
  const { page, text } = await bench.open(HASSELBY, { tab: 'form' });
  await page.getByLabel('Sök bland alla värden').fill('skuldrådgivare juni 2012');
  const box = page.locator('.edit-field input.edit-number');
  await box.first().waitFor();
  assert.equal(await box.count(), 3); // the timeline's, and those of the two alternatives without her
  await box.first().fill('3');
  await box.first().press('Enter');
  assert.match(await text(), /staff\.debt_counsellor\.fte: \{value: 3, assumption: .*was: /);
  await page.getByLabel('Sök bland alla värden').fill('frånvaro projektmedarbetare');
  await box.first().waitFor();
  await box.first().fill('120');
  await box.first().press('Enter');
  await page.locator('.edit-problem').waitFor();
  assert.match(await page.locator('.edit-problem').innerText(), /100 %/);
  await bench.picture(page, 'form-wrong');
});

test('a team is added, filled in and taken away again, and undoing leads all the way back', async () => {
  const { page, text } = await bench.open(HASSELBY, { tab: 'form' });
  const original = await text();
  await page.locator('summary', { hasText: /^Personal/ }).click();
  await page.getByLabel('Ny benämning (Personal)').fill('Boendelots på fältet');
  await page.getByLabel('Ny benämning (Personal)').locator('..').getByRole('button', { name: 'Lägg till' }).click();
  await page.getByLabel('Boendelots på fältet: Årsarbetare', { exact: true }).waitFor();
  assert.match(
    await text(),
    /\n {2}boendelots_pa_faltet: \{label: Boendelots på fältet, fte: .*, direct_hours: .*\}\n/,
  );
  await page.getByRole('button', { name: 'Ta bort Boendelots på fältet', exact: true }).click();
  await page.getByRole('button', { name: 'Ta bort Boendelots på fältet', exact: true }).waitFor({ state: 'detached' });
  assert.equal(await text(), original);
  await page.getByRole('button', { name: 'Ångra' }).click();
  await page.getByRole('button', { name: 'Ångra' }).click();
  assert.equal(await text(), original);
});

test('what has been changed is told in words and by lines, and one button leads back', async () => {
  const { page, text } = await bench.open(HASSELBY);
  const original = scenarioText('hasselby/district.yaml');
  const row = page.locator(slider('timeline.2013-07-01.staff.project.fte'));
  await row.locator('input[type="text"]').fill('1,5');
  await row.locator('input[type="text"]').press('Enter');
  await page.locator('#edit-tab-compare').click();
  await page.getByText('från juli 2013').waitFor();
  const said = await page.locator('.edit-compare').innerText();
  assert.match(said, /Projektmedarbetare och samordnare: Årsarbetare, från juli 2013: 0,85 → 1,5/);
  assert.equal(await page.locator('.edit-gone').count(), 1);
  assert.equal(await page.locator('.edit-come').count(), 1);
  await bench.picture(page, 'compare');
  await page.getByRole('button', { name: 'Tillbaka till originalet' }).click();
  assert.equal(await text(), original);
});

test('an inherited value is changed in the own file alone, and put back without a trace', async () => {
  bench.put('bas.yaml', scenarioText('examples/staff_bottleneck.yaml'));
  bench.put('eget.yaml', '# Vår variant\nextends: bas.yaml\n');
  const { page, text } = await bench.open('eget.yaml');
  const row = page.locator('.edit-slider').first();
  await row.locator('input[type="range"]').fill('2');
  assert.match(await text(), /^# Vår variant\nextends: bas.yaml\nchange:\n {2}staff\.\w+\.fte: .*\n$/);
  await row.getByRole('button').click();
  assert.equal(await text(), '# Vår variant\nextends: bas.yaml\n');
});

test('observations are read from a table, looked at by row, and added as one step', async () => {
  const { page, text, complaints } = await bench.open(HASSELBY, { tab: 'observations' });
  const original = await text();
  const table =
    'Mått;Grupp;Från;Till;Alternativ;Värde\r\nHushåll i akutboende;Barnfamiljer;2013-09;;Projektet;4,5\r\n' +
    'households.akute;;2013-10;;;9\r\nhomes;;mars 2013;;project;3\r\n';
  const buffer = Buffer.from(table, 'latin1');
  await page.setInputFiles('#edit-csv', { name: 'mätt.csv', mimeType: 'text/csv', buffer });
  await page.getByText('3 rader lästa: 2 kan läggas till, 1 har fel.').waitFor();
  assert.match(await page.locator('.edit-observations').innerText(), /Menas households\.acute\?/);
  await bench.picture(page, 'observations');
  await page.getByRole('button', { name: 'Lägg till 2 observationer' }).click();
  const added =
    '  - {measure: households.acute, group: families, from: 2013-09-01, to: 2013-09-30, value: 4.5, alternative: project}\n' +
    '  - {measure: homes, from: 2013-03-01, to: 2013-03-31, value: 3, alternative: project}\n';
  const after = await text();
  assert.ok(after.includes(added));
  assert.equal(after.replace(added, ''), original);
  await page.getByRole('button', { name: 'Ångra' }).click();
  assert.equal(await text(), original);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Ladda ner ett exempel för Excel' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'observationer.csv');
  assert.deepEqual(complaints, []);
});

test('a change is added to an alternative by the path of a value, and found there as a slider', async () => {
  const { page, text } = await bench.open(HASSELBY, { tab: 'form' });
  await page.locator('summary', { hasText: /^Alternativ/ }).click();
  await page.locator('summary', { hasText: 'Utan drop-in' }).click();
  await page.locator('.edit-thing[open] summary', { hasText: /^Ändringar \(1\)/ }).click();
  const box = page.getByLabel('Ny ändring: vilket värde?');
  await box.fill('staff.project.ft');
  await box.locator('..').getByRole('button').click();
  assert.equal(await box.getAttribute('aria-invalid'), 'true');
  await box.fill('staff.leader.fte');
  await box.locator('..').getByRole('button').click();
  await page.locator('.edit-field', { hasText: 'Projektledare: Årsarbetare' }).waitFor();
  assert.match(
    await text(),
    /change: \{services\.drop_in\.reached: 0 %, staff\.leader\.fte: \{value: 0\.4, source: hasselby\}\}/,
  );
  await page.locator('#edit-tab-sliders').click();
  await page.locator(slider('alternatives.without_drop_in.staff.leader.fte')).waitFor({ state: 'attached' });
});

test('one value becomes one for each group, and one for all again, with what was said of it', async () => {
  const { page, text } = await bench.open(HASSELBY, { tab: 'form' });
  await page.getByLabel('Sök bland alla värden').fill('Genomgångsbostad → Andrahandskontrakt tid innan');
  const field = page.locator('.edit-field');
  await field.getByRole('button', { name: 'Ett värde för varje grupp' }).click();
  await field.getByRole('button', { name: 'Ett värde för alla grupper' }).waitFor();
  assert.match(
    await text(),
    /stay: \{families: 1-3 months, singles: 1-3 months, long_staying: 1-3 months, treated: 1-3 months, residents: 1-3 months, source: hasselby\}/,
  );
  await field.getByRole('button', { name: 'Ta bort Barnfamiljer' }).click();
  await field.getByRole('button', { name: 'Ta bort Barnfamiljer' }).waitFor({ state: 'detached' });
  assert.match(await text(), /stay: \{singles: 1-3 months, long_staying/);
  await field.getByRole('button', { name: 'Lägg till' }).click();
  await field.getByRole('button', { name: 'Ta bort Barnfamiljer' }).waitFor();
  await field.getByRole('button', { name: 'Ett värde för alla grupper' }).click();
  await field.getByRole('button', { name: 'Ett värde för varje grupp' }).waitFor();
  assert.equal(await text(), scenarioText('hasselby/district.yaml'));
});

test('another language is spoken at once, also of what is wrong, and the text stays', async () => {
  const { page, text } = await bench.open(HASSELBY);
  await page.locator('.edit-slider').first().locator('input[type="range"]').fill('4');
  const changed = await text();
  await page.evaluate(() => {
    const { workspace, wordsOf } = globalThis as unknown as {
      workspace: { setWords(words: unknown): void };
      wordsOf(lang: string): unknown;
    };
    workspace.setWords(wordsOf('en'));
  });
  await page.getByText('Staff (full-time equivalents)').waitFor();
  await page.getByText('Project workers and coordinator, from October 2012').first().waitFor();
  assert.equal(await text(), changed);
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.notEqual(await text(), changed);
  await bench.picture(page, 'sliders-en');
});

for (const id of ['hasselby/hasselby.yaml', 'boendelots/boendelots.yaml', 'enheten/unit.yaml', 'survey/malmo.yaml'])
  test(`every part of ${id} unfolds in the form, each with its own label`, async () => {
    const { page, complaints, text } = await bench.open(`trapphus:${id}`, { tab: 'form' });
    await page.locator('.edit-form summary').first().waitFor();
    const unfold = () =>
      page.evaluate(() => {
        const closed = [...document.querySelectorAll<HTMLDetailsElement>('.edit-form details:not([open])')];
        for (const one of closed) one.open = true;
        return closed.length;
      });
    while ((await unfold()) > 0) await page.waitForTimeout(100);
    const bad = await page.evaluate(() => {
      const seen = new Set<string>();
      const twice = [...document.querySelectorAll('.edit-form [id]')].filter(
        ({ id }) => seen.size === seen.add(id).size,
      );
      const boxes = [...document.querySelectorAll<HTMLElement>('.edit-form :is(input, select, textarea)')];
      const nameless = boxes.filter(
        (box) => !box.getAttribute('aria-label') && !(box as HTMLInputElement).labels?.length,
      );
      return [...twice, ...nameless].map((one) => one.outerHTML.slice(0, 120));
    });
    assert.deepEqual(bad, []);
    if (id.startsWith('survey')) assert.deepEqual((await findings(page)).filter(isSerious), []);
    assert.deepEqual(complaints, []);
    assert.equal(await text(), scenarioText(id));
  });

for (const tab of ['sliders', 'form', 'text', 'observations', 'compare'])
  test(`axe-core finds nothing serious in ${tab}, and a phone shows it without scrolling sideways`, async () => {
    const { page, complaints } = await bench.open(HASSELBY, { tab, viewport: PHONE });
    await page.waitForTimeout(500);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
    assert.deepEqual((await findings(page)).filter(isSerious), []);
    assert.deepEqual(complaints, []);
    await bench.picture(page, `${tab}-phone`);
  });
