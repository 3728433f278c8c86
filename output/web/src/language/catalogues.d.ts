// SPDX-License-Identifier: MIT
// The texts of every language, by its code: the build (texts.mjs) makes them of output/language/LANGUAGE.json.
import type en from '../../../language/en.json';
import type { Message } from './message';

declare const catalogues: Readonly<Record<string, Record<keyof typeof en, Message>>>;
export default catalogues;
