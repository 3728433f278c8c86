// SPDX-License-Identifier: MIT
// Texts that were there before, for undoing. What belongs together is one step: a whole drag, a word typed at a stretch.

const LONGEST = 200;
/** Typing with a longer pause than this in between is two steps. */
const PAUSE = 1000;

export class History {
  private past: string[] = [];
  private future: string[] = [];
  private group: string | undefined;
  private at = 0;

  constructor(private present: string) {}

  get text(): string {
    return this.present;
  }
  get canUndo(): boolean {
    return this.past.length > 0;
  }
  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** A change with the same group as the one before goes on with it. */
  put(text: string, group?: string, now = Date.now()): void {
    if (text === this.present) return;
    const goesOn = group !== undefined && group === this.group && (group !== 'text' || now - this.at < PAUSE);
    if (!goesOn) this.past.push(this.present);
    if (this.past.length > LONGEST) this.past.shift();
    this.present = text;
    this.future = [];
    this.group = group;
    this.at = now;
  }

  /** Whatever comes next is a step of its own. */
  seal(): void {
    this.group = undefined;
  }

  undo(): boolean {
    return this.move(this.past, this.future);
  }
  redo(): boolean {
    return this.move(this.future, this.past);
  }

  private move(from: string[], to: string[]): boolean {
    const text = from.pop();
    if (text === undefined) return false;
    to.push(this.present);
    this.present = text;
    this.seal();
    return true;
  }
}
