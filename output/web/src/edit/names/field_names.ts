// SPDX-License-Identifier: MIT
// What the fields of a scenario are called on the page, and the words that may stand in them. The keys of the file are
// for those who write it; a field or word that the catalogue does not know shows itself.
import type { Words } from '../../language/language';
import { readable } from './labels';

/** Tables may mean different things by a key. */
export function fieldName(words: Words, table: string, key: string): string {
  const ids = [`edit.field.${table.replace(/ /g, '_')}.${key}`, `edit.field.${key}`];
  const id = ids.find((one) => words.knows(one));
  return id ? words.t(id) : readable(key);
}

export function valueName(words: Words, value: string): string {
  const id = `edit.value.${value}`;
  return words.knows(id) ? words.t(id) : readable(value);
}
