// SPDX-License-Identifier: MIT
// node build.mjs FILE.cpp: bundles the viewer into one page, and writes it as a C++ source file.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { textsInUse } from './texts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'src');

async function bundle(entry) {
  const options = {
    bundle: true,
    minify: true,
    write: false,
    target: 'es2021',
    legalComments: 'none',
    charset: 'utf8',
    plugins: [textsInUse(source)],
  };
  const result = await build({ ...options, entryPoints: [join(source, entry)], logLevel: 'warning' });
  return result.outputFiles[0].text.trimEnd();
}

/** In a script element neither of these may occur; in JavaScript they can only stand in strings and regular expressions. */
function forScript(code) {
  return code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '\\x3C!--');
}

const CODEMIRROR = ['autocomplete', 'commands', 'lang-yaml', 'language', 'lint', 'merge', 'search', 'state', 'view'];
const LICENCES = [
  ...['echarts/LICENSE', 'echarts/NOTICE', 'zrender/LICENSE', 'tslib/LICENSE.txt', 'papaparse/LICENSE', 'yaml/LICENSE'],
  ...CODEMIRROR.map((name) => `@codemirror/${name}/LICENSE`),
  ...['fast-memoize', 'icu-messageformat-parser'].map((name) => `@formatjs/${name}/LICENSE.md`),
  'intl-messageformat/LICENSE.md',
  ...['common', 'highlight', 'lr', 'yaml'].map((name) => `@lezer/${name}/LICENSE`),
  ...['@marijn/find-cluster-break', 'crelt', 'style-mod', 'w3c-keyname'].map((name) => `${name}/LICENSE`),
];

/**
 * Of what is in the bundle: they ask to be passed on with it. Those of the same words stand once, below the copyright of
 * each.
 */
function licences() {
  const holders = new Map();
  for (const file of LICENCES) {
    const text = readFileSync(join(here, 'node_modules', file), 'utf8').replace(/--+>/g, '->');
    const lines = text.split('\n').map((line) => line.trim());
    const isHolder = (line) => /^(copyright( \(c\))? |(the )?mit license( \(mit\))?$)/i.test(line);
    const words = lines.filter((line) => !isHolder(line)).join(' ').replace(/\s+/g, ' ').trim();
    holders.set(words, [...(holders.get(words) ?? []), ...lines.filter(isHolder)]);
  }
  return [...holders].map(([words, lines]) => [...new Set(lines), '', words].join('\n')).join('\n\n');
}

function page(script, style) {
  const hash = createHash('sha256').update(script, 'utf8').digest('base64');
  const values = { SCRIPT_HASH: `'sha256-${hash}'`, SCRIPT: script, STYLE: style, LICENCES: licences() };
  return readFileSync(join(source, 'page.html'), 'utf8').replace(
    /@@(SCRIPT_HASH|SCRIPT|STYLE|LICENCES)@@/g,
    (_, name) => values[name],
  );
}

/** Raw strings in pieces: compilers have limits, and no piece may contain the delimiter. */
function cpp(html) {
  if (html.includes(')page"')) throw new Error('the page contains the delimiter of its C++ string');
  const pieces = [];
  const bytes = Buffer.from(html, 'utf8');
  for (let from = 0; from < bytes.length; ) {
    let to = Math.min(from + 16_000, bytes.length);
    while (to < bytes.length && (bytes[to] & 0xc0) === 0x80) --to;
    pieces.push(`R"page(${bytes.subarray(from, to).toString('utf8')})page"`);
    from = to;
  }
  return `// Made by output/web/build.mjs.
#include "output/report/web_page.hpp"

namespace trapphus::output {

std::string_view web_page() {
  static constexpr char kPage[] = ${pieces.join('\n')};
  return {kPage, sizeof kPage - 1};
}

}  // namespace trapphus::output
`;
}

const target = process.argv[2];
if (!target) throw new Error('usage: node build.mjs FILE.cpp');
const styles = ['page', 'program', 'edit', 'print'];
const style = (await Promise.all(styles.map((name) => bundle(`styles/${name}.css`)))).join('');
writeFileSync(target, cpp(page(forScript(await bundle('main.ts')), style)));
