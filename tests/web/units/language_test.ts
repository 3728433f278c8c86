// SPDX-License-Identifier: MIT
// One catalogue a language, for the program and the page: the same entries, the same parameters, and every entry in use.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { languageOf } from 'viewer/language/choice';
import { LANGUAGES, Words } from 'viewer/language/language';
import { fileText } from 'viewer/program/live/downloads';
import { idOf } from 'viewer/words/units';
import { Formatter, type Message } from 'viewer/language/message';

const web = process.env['TRAPPHUS_WEB'] ?? '';
const source = join(web, 'src');
const folder = join(web, '../language');
/** How the build chooses the page's texts. */
const choice = import(join(web, 'texts.mjs')) as Promise<{
  code(folder: string, ending?: RegExp): string;
  usedIn(sources: string): (id: string) => boolean;
  compiled(text: string): unknown;
  textsInUse(source: string): object;
}>;

interface Catalogue {
  language: string;
  raw: string;
  texts: Record<string, string>;
}
const catalogues: Catalogue[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const raw = readFileSync(join(folder, name), 'utf8');
    return { language: name.replace('.json', ''), raw, texts: JSON.parse(raw) as Record<string, string> };
  });
const en = catalogues.find(({ language }) => language === 'en')?.texts ?? {};

/** The page's script, bundled as the build does, but not minified. */
async function bundled(): Promise<string> {
  const { build } = createRequire(join(web, 'package.json'))('esbuild') as {
    build(options: object): Promise<{ outputFiles: { text: string }[] }>;
  };
  const options = { bundle: true, write: false, target: 'es2021', charset: 'utf8', logLevel: 'warning' };
  const plugins = [(await choice).textsInUse(source)];
  const { outputFiles } = await build({ ...options, plugins, entryPoints: [join(source, 'main.ts')] });
  return outputFiles.map((output) => output.text).join('');
}

/** What the parser makes of a text: words, and fields with further texts for the forms of a number. */
interface Element {
  type: number;
  value: string;
  options?: Record<string, { value: Element[] }>;
}
const parser = import(join(web, 'node_modules/@formatjs/icu-messageformat-parser/index.js')) as Promise<{
  parse(text: string): Element[];
}>;
const WORDS = 0;
const inside = (elements: Element[]): Element[] =>
  elements.flatMap((one) => [one, ...Object.values(one.options ?? {}).flatMap(({ value }) => inside(value))]);

async function parameters(text: string): Promise<string[]> {
  const fields = inside((await parser).parse(text)).filter(({ type, value }) => type !== WORDS && value !== undefined);
  return [...new Set(fields.map(({ value }) => value))].sort();
}
async function hasWords(text: string): Promise<boolean> {
  return inside((await parser).parse(text)).some(({ type, value }) => type === WORDS && /\p{L}/u.test(value));
}

test('all catalogues have the same entries, in order, and each but once', () => {
  assert.ok(catalogues.length >= 2 && Object.keys(en).length > 1000);
  for (const { language, raw, texts } of catalogues) {
    const lines = [...raw.matchAll(/^ {2}"([^"]+)": "/gm)].map((match) => match[1] ?? '');
    assert.deepEqual(lines, Object.keys(en).sort(), language);
    assert.deepEqual(lines, Object.keys(texts), `${language}: an entry is there twice`);
  }
});

test('the page has the language of every catalogue, with a locale of it that has numbers and dates', () => {
  assert.deepEqual([...LANGUAGES].sort(), catalogues.map(({ language }) => language).sort());
  for (const code of LANGUAGES) {
    assert.equal(languageOf(code), code);
    const { locale } = new Words(code);
    assert.equal(new Intl.Locale(locale).language, code);
    assert.deepEqual(Intl.NumberFormat.supportedLocalesOf(locale), [locale]);
  }
  assert.deepEqual([languageOf('xx'), languageOf(null)], [undefined, undefined]);
  assert.throws(() => new Words('xx'));
});

test('a language, and a file in it, is called as the reader’s language calls it', () => {
  const [inEnglish, inSwedish] = [new Words('en'), new Words('sv')];
  assert.deepEqual(['sv', 'en'].map((code) => inEnglish.language(code)), ['Swedish', 'English']);
  assert.deepEqual(['sv', 'en'].map((code) => inSwedish.language(code)), ['svenska', 'engelska']);
  assert.equal(fileText(inEnglish, 'results-sv.xlsx'), 'Excel in Swedish');
  assert.equal(fileText(inSwedish, 'budget-en.md'), 'Dokumentet på engelska som text');
  assert.equal(fileText(inSwedish, 'budget-sv.html'), 'Dokumentet på svenska');
  assert.equal(fileText(inEnglish, 'monthly.csv'), 'Month by month as CSV');
  assert.equal(fileText(inEnglish, 'results-xx.xlsx'), 'results-xx.xlsx');
});

test('no entry is empty', () => {
  for (const { language, texts } of catalogues)
    for (const [key, text] of Object.entries(texts)) assert.notEqual(text.trim(), '', `${language}: ${key}`);
});

test('an entry has the same parameters in all languages', async () => {
  for (const { language, texts } of catalogues)
    for (const [key, text] of Object.entries(en))
      assert.deepEqual(await parameters(texts[key] ?? ''), await parameters(text), `${language}: ${key}`);
});

test('every entry that the page uses is there', async () => {
  const { code } = await choice;
  const families = [...new Set(Object.keys(en).map((key) => key.split('.')[0]))].join('|');
  // Measures have names that look alike; they are no entries.
  for (const [, key] of code(source).matchAll(new RegExp(`words\\.(?:t|text)\\(\\s*'((?:${families})[.\\w]*)'`, 'g')))
    assert.ok(key !== undefined && key in en, `${key} is in no catalogue`);
});

test('what is put into an id stands behind a dot, where the build sees which texts may be meant', async () => {
  const { code } = await choice;
  const families = [...new Set(Object.keys(en).map((key) => key.split('.')[0]))].join('|');
  const built = [...code(source).matchAll(new RegExp('`((?:' + families + ')\\.[.\\w]*)\\$\\{', 'g'))].map(
    ([, id]) => id ?? '',
  );
  assert.ok(built.length > 20);
  for (const id of built) assert.match(id, /\.$/);
});

test('an id that the page builds from a name has the name of something that there is', async () => {
  const { code, usedIn } = await choice;
  const root = join(web, '../..');
  const program = ['models', 'scenarios', 'output'].map((part) => code(join(root, part), /\.[ch]pp$/)).join('\n');
  const sources = code(source) + program;
  const names = new Set(
    [...sources.matchAll(/'([^'\n]{1,60})'|"([^"\n]{1,60})"/g)].flatMap(([, single, double]) => {
      const text = single ?? double ?? '';
      // What a scenario writes as a rate may be so many per cent as well.
      return [...text.split(/\W+/), idOf(text).slice('unit.'.length), idOf(`%${text}`).slice('unit.'.length)];
    }),
  );
  // Without what only begins ids.
  const quoted = usedIn(sources.replace(/\.\$\{|\.(['"`])/g, '$1'));
  const used = usedIn(code(source));
  const built = Object.keys(en).filter((id) => used(id) && !quoted(id));
  assert.ok(built.length > 300);
  for (const id of built) assert.ok(names.has(id.split('.').at(-1) ?? ''), `${id}: there is nothing of that name`);
});

test('a text is not the same in two languages, unless the languages have the same word for it', async () => {
  const same = [
    ...['bottleneck.lever.budget', 'column.index', 'column.minus', 'column.per', 'column.risk', 'column.text'],
    ...['compare.row', 'edit.field.period', 'edit.field.risk', 'edit.tab.text', 'edit.value.institution'],
    ...['edit.value.minus', 'edit.value.plus', 'lever.budget', 'measure.statistic.p50', 'method.period'],
    ...['format.table.form', 'format.table.observation', 'format.table.scenario', 'format.type.period'],
    ...['format.type.situation', 'format.type.text', 'reader.extends.problem'],
    ...['method.program', 'method.scenario', 'sheet.text', 'waits_for.budget'],
  ];
  for (const { language, texts } of catalogues.filter(({ language }) => language !== 'en')) {
    let alike = 0;
    for (const [key, text] of Object.entries(en)) {
      if (!(await hasWords(text))) continue;
      if (texts[key] === text) ++alike;
      if (language === 'sv') assert.equal(texts[key] === text, same.includes(key), key);
    }
    assert.ok(alike < Object.keys(en).length / 50, `${language}: ${alike} texts are not translated`);
  }
});

test('an entry is used where its name stands in quotes, or its beginning up to a dot', async () => {
  const { usedIn } = await choice;
  const used = usedIn("t('a.b'); t(`c.${d}`); t('e.f.' + g); 'h'");
  for (const id of ['a.b', 'c.x', 'c.x.y', 'e.f.x', 'h']) assert.ok(used(id), id);
  for (const id of ['a', 'a.b.c', 'c', 'e.x', 'h.x', 'd']) assert.ok(!used(id), id);
});

test('the page carries the texts that it uses, and no others', async () => {
  const { code, usedIn, compiled } = await choice;
  const script = await bundled();
  const used = usedIn(code(source));
  for (const { texts } of catalogues)
    for (const [id, text] of Object.entries(texts)) {
      // esbuild leaves the quotes out where the id is a word; what has fields is a list.
      const message = typeof compiled(text) === 'string' ? JSON.stringify(compiled(text)) : '[';
      const carried = [JSON.stringify(id), id].some((key) => script.includes(` ${key}: ${message}`));
      assert.equal(carried, used(id), id);
    }
  assert.ok(!used('help.program') && used('page.skip'));
});

test('a text with forms for a number takes the one that the language wants, with the number as people write it', async () => {
  const { compiled } = await choice;
  const forms = compiled('{n, plural, one {# hushåll i {place}} other {# hushållen i {place}}}') as Message & object;
  const text = (n: number) => new Formatter(forms, 'sv-SE').text({ n, place: 'A' }).replace(/\s/g, ' ');
  assert.deepEqual([text(1), text(16500)], ['1 hushåll i A', '16 500 hushållen i A']);
});

test('of a text its parameters are pieces of their own, also those that choose a form', async () => {
  const { compiled } = await choice;
  const forms = compiled("{n, plural, =0 {nobody’s} other {{n} at '{'{who}'s}}") as Message & object;
  const pieces = (n: number) => new Formatter(forms, 'en-GB').pieces({ n, who: 'B' });
  assert.deepEqual(pieces(0), ['nobody’s']);
  assert.deepEqual(pieces(2), [{ parameter: '2' }, ' at {', { parameter: 'B' }, "'s"]);
});

test('parameters take their places, and what is not given leaves none', () => {
  assert.equal(new Words('en').t('number.range', { low: 1, high: 2 }), '1 to 2');
  assert.equal(new Words('sv').t('number.range', { low: 1 }), '1 till ');
});

test('a thing is called by its label, else in English, else in any language, else by its name', () => {
  const words = new Words('sv');
  assert.equal(words.called({ name: 'a', label: { sv: 'Å', en: 'A' } }), 'Å');
  assert.equal(words.called({ name: 'a', label: { sv: '', en: 'A' } }), 'A');
  assert.equal(words.called({ name: 'a', label: { sv: '', en: '' } }), 'a');
  assert.equal(new Words('en').called({ name: 'a', label: { sv: 'Å', en: '' } }), 'Å');
  assert.equal(words.called(undefined, 'x'), 'x');
});

test('the page makes elements, never markup out of text', async () => {
  const { code } = await choice;
  assert.doesNotMatch(code(source), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
});
