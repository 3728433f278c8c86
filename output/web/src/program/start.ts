// SPDX-License-Identifier: MIT
// Starts the program in the page that the server sent.
import { mountWorkspace } from '../edit/workspace';
import { firstLanguage } from '../language/choice';
import { Words } from '../language/language';
import { routeOf } from './shared/address';
import { ServerApi, sleep } from './shared/api';
import { errorBox } from './shared/messages';
import { Frame } from './program';

const TOKEN = 'trapphus.token';

/** The address that opened the page may hold the token; there it would stay in bookmarks and in the history. */
function takeToken(): string | null {
  const parameters = new URLSearchParams(location.hash.replace(/^#/, ''));
  const token = parameters.get('token');
  if (token === null) return sessionStorage.getItem(TOKEN);
  sessionStorage.setItem(TOKEN, token);
  parameters.delete('token');
  history.replaceState(null, '', `#${parameters.toString()}`);
  return token;
}

export async function startProgram(root: HTMLElement): Promise<void> {
  let frame: Frame | undefined;
  const api = new ServerApi({
    fetch: (address, request) => fetch(address, request),
    sleep,
    token: takeToken(),
    lang: () => routeOf(location.hash, firstLanguage(undefined, navigator.languages)).lang,
    answers: (yes) => frame?.answers(yes),
  });
  try {
    frame = new Frame(root, api, sleep, await api.program(), mountWorkspace);
  } catch (error) {
    const words = new Words(firstLanguage(undefined, navigator.languages));
    root.replaceChildren(errorBox(words, error));
  }
}
