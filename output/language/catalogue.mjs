// SPDX-License-Identifier: MIT
// node catalogue.mjs FILE.cpp: writes the texts of each language, LANGUAGE.json here, as a C++ source file.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Escaped by hand: \u stands for quite few characters in C++, and UTF-8 needs no escape at all. */
function quoted(text) {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"sv`;
}

/** Sorted as C++ compares: ids are ASCII. */
function entries(language) {
  const texts = JSON.parse(readFileSync(join(here, `${language}.json`), 'utf8'));
  return Object.keys(texts)
    .sort()
    .map((id) => `    {${quoted(id)}, ${quoted(texts[id])}},\n`)
    .join('');
}

const target = process.argv[2];
if (!target) throw new Error('usage: node catalogue.mjs FILE.cpp');
const languages = readdirSync(here)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''))
  .sort((a, b) => Number(a === 'en') - Number(b === 'en') || (a < b ? -1 : 1));
writeFileSync(
  target,
  `// Made by output/language/catalogue.mjs.
#include "output/language/catalogue.hpp"

namespace trapphus::output {
namespace {

using namespace std::string_view_literals;
${languages.map((language) => `\nconstexpr Text k_${language}[]{\n${entries(language)}};\n`).join('')}
constexpr Catalogue kCatalogues[]{
${languages.map((language) => `    {${quoted(language)}, k_${language}},\n`).join('')}};

}  // namespace

std::span<const Catalogue> catalogues() {
  return kCatalogues;
}

}  // namespace trapphus::output
`,
);
