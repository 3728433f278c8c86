// SPDX-License-Identifier: MIT
// Restores the keyboard focus when a part of the page is rebuilt.

const REACHABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

function reachable(within: Element): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(REACHABLE)];
}

/** Puts `made` in the place of `old`: details stay open, and what had the focus has it again. */
export function replaceKeeping(old: Element, made: HTMLElement): void {
  const open = new Set<string | null>(
    [...old.querySelectorAll('details[open] > summary')].map((summary) => summary.textContent),
  );
  for (const one of made.querySelectorAll('details'))
    if (open.has(one.querySelector('summary')?.textContent ?? null)) one.open = true;
  const focus = document.activeElement;
  const place = focus && old.contains(focus) ? reachable(old).indexOf(focus as HTMLElement) : -1;
  old.replaceWith(made);
  if (!focus || focus.isConnected) return;
  const again = (focus.id && document.getElementById(focus.id)) || reachable(made)[place] || made;
  again.focus({ preventScroll: true });
}
