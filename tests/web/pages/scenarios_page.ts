// SPDX-License-Identifier: MIT
// Every example scenario has a report that shows what there is, and nothing where there is nothing.
import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { Reports } from './browser';

const reports = new Reports();
after(() => reports.close());
afterEach(() => reports.closePages());

for (const name of ['one_pool', 'staff_bottleneck', 'alternative'])
  test(`the report of ${name} opens without a complaint`, async () => {
    const { page, complaints } = await reports.open(reports.make(`examples/${name}.yaml`));
    assert.deepEqual(complaints, []);
    assert.ok((await page.locator('#answer .answer').innerText()).length > 20);
    const empty = await page
      .locator('main > section')
      .evaluateAll((all) => all.filter((e) => (e.textContent ?? '').length < 40).map(({ id }) => id));
    assert.deepEqual(empty, []);
  });
