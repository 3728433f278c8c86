// SPDX-License-Identifier: MIT
// What went wrong, in words.
import type { Problem } from '../../data/server';
import { h } from '../../page/dom';
import type { Words } from '../../language/language';
import { ApiError, NO_ANSWER, NOT_FOUND } from './api';

const UNAUTHORIZED = 401;

export function errorText(words: Words, error: unknown): string {
  if (!(error instanceof ApiError)) return words.t('program.error.unknown', { error: String(error) });
  if (error.status === NO_ANSWER) return words.t('program.error.no_answer');
  if (error.status === UNAUTHORIZED) return words.t('program.error.token');
  return error.message;
}

export function problemText(words: Words, { file, line, message }: Problem): string {
  return words.t('program.problem', { file, line, message });
}

function problemList(words: Words, problems: Problem[]): HTMLElement | null {
  if (problems.length === 0) return null;
  return h(
    'ul',
    {},
    problems.map((problem) => h('li', {}, problemText(words, problem))),
  );
}

/** An error as a part of the page, read out when it comes. */
export function errorBox(words: Words, error: unknown, again?: () => void): HTMLElement {
  const gone = error instanceof ApiError && error.status === NOT_FOUND;
  return h(
    'div',
    { class: 'caution', role: 'alert' },
    h('p', {}, errorText(words, error)),
    problemList(words, error instanceof ApiError ? error.problems : []),
    again && !gone
      ? h('button', { type: 'button', onclick: () => again() }, words.t('program.try_again'))
      : null,
  );
}
