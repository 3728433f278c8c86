// SPDX-License-Identifier: MIT
// What is typed and not saved, for a reload of the page: also when it is not whole, and no run can carry it.

const KEY = (id: string) => `trapphus.draft:${id}`;

interface Draft {
  run: number | undefined;
  text: string;
}

/** `saved`: the file's text; an equal draft is not kept. */
export function remember(id: string, run: number | undefined, text: string, saved: string): void {
  if (text === saved) return forget(id);
  try {
    sessionStorage.setItem(KEY(id), JSON.stringify({ run, text } satisfies Draft));
  } catch {
    // A full or forbidden store: then only the run carries the text.
  }
}

/** Of an address with a run only what belongs to that run: another run has a text of its own. */
export function recall(id: string, run: number | undefined): string | undefined {
  try {
    const draft = JSON.parse(sessionStorage.getItem(KEY(id)) ?? 'null') as Draft | null;
    return draft && (run === undefined || draft.run === run) ? draft.text : undefined;
  } catch {
    return undefined;
  }
}

export function forget(id: string): void {
  try {
    sessionStorage.removeItem(KEY(id));
  } catch {
    // There is nothing then.
  }
}
