// SPDX-License-Identifier: MIT
// node catalogue.mjs FILE.cpp: writes what the program says, in each language, as a C++ source file.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Escaped by hand: \u stands for quite few characters in C++, and UTF-8 needs no escape at all. */
function quoted(text) {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

function entries(language) {
  const { both, program } = JSON.parse(readFileSync(join(here, `${language}.json`), 'utf8'));
  for (const id of Object.keys(both)) if (id in program) throw new Error(`${language}: ${id} stands there twice`);
  return Object.entries({ ...both, ...program }).map(([id, text]) => `      {${quoted(id)}, ${quoted(text)}},\n`);
}

function cpp(language) {
  return `
const Catalogue& catalogue_${language}() {
  static const Catalogue kTexts{
${entries(language).join('')}  };
  return kTexts;
}
`;
}

const target = process.argv[2];
if (!target) throw new Error('usage: node catalogue.mjs FILE.cpp');
writeFileSync(
  target,
  `// Made by output/language/catalogue.mjs.
#include "output/language/language.hpp"

namespace trapphus::output {
${cpp('en')}${cpp('sv')}
}  // namespace trapphus::output
`,
);
