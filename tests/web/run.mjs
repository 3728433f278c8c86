// SPDX-License-Identifier: MIT
// node run.mjs FOLDER units|pages|program: bundles the tests of that kind into FOLDER and runs them with Node's own test
// runner. The program's pages take as long as all others, so they are a kind of their own and run beside them. Ends with 77
// (skipped) where page tests find no Chromium.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SKIPPED = 77;
const here = dirname(fileURLToPath(import.meta.url));
const web = resolve(here, '../../output/web');
const [folder, kind] = process.argv.slice(2);
const PROGRAM = 'program_page.ts';
const KINDS = {
  units: { where: 'units', belongs: (name) => name.endsWith('_test.ts') },
  pages: { where: 'pages', belongs: (name) => name.endsWith('_page.ts') && name !== PROGRAM },
  program: { where: 'pages', belongs: (name) => name === PROGRAM },
};
if (!folder || !KINDS[kind]) throw new Error('usage: node run.mjs FOLDER units|pages|program');

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (kind !== 'units' && !existsSync(chromium)) {
  console.log(`skipped: there is no ${chromium} (Debian's package chromium)`);
  process.exit(SKIPPED);
}

function run(program, args, env = {}) {
  const { status } = spawnSync(program, args, { stdio: 'inherit', cwd: web, env: { ...process.env, ...env } });
  if (status !== 0) process.exit(status ?? 1);
}

const { build } = createRequire(join(web, 'package.json'))('esbuild');
const { textsInUse } = await import(pathToFileURL(join(web, 'texts.mjs')).href);
const { where, belongs } = KINDS[kind];
const tests = readdirSync(join(here, where), { recursive: true }).filter(belongs);
if (tests.length === 0) throw new Error(`there are no ${kind}`);
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: tests.map((name) => join(here, where, name)),
  outdir: folder,
  outbase: join(here, where),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node18',
  format: 'cjs',
  external: ['playwright-core'],
  alias: { viewer: join(web, 'src') },
  plugins: [textsInUse(join(web, 'src'))],
  logLevel: 'warning',
});

if (kind === 'units') {
  const tsc = join(web, 'node_modules/typescript/bin/tsc');
  for (const project of [web, here]) run(process.execPath, [tsc, '-p', project]);
}
const files = tests.map((name) => join(folder, name.replace(/\.ts$/, '.cjs')));
run(process.execPath, ['--test', ...files], {
  NODE_PATH: join(web, 'node_modules'),
  CHROMIUM: chromium,
  TRAPPHUS_WEB: web,
});
