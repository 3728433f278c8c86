// SPDX-License-Identifier: MIT
// The edited text, the server's check of it, and the history for undo. Independent of the page.
import type { Checked, Facts, Problem, TreeNode } from '../../data/server';
import type { Draft } from './change';
import { History } from './history';

export type How = 'slider' | 'form' | 'text';

export interface SessionOptions {
  text: string;
  check(text: string): Promise<Checked>;
  onChange(text: string, how: How, valid: boolean): void;
}

/** After the last change, in ms, so that typing does not report every half word. */
const WAIT: Record<How, number> = { slider: 250, form: 0, text: 300 };
const REPORT_INTERVAL = 150;

export class Session {
  private history: History;
  private first: string;
  private firstTree: TreeNode | undefined;
  private last: { text: string; checked: Checked } | undefined;
  private facts_: Facts | undefined;
  private tree_: TreeNode | undefined;
  private failure_ = '';
  private checkTimer: ReturnType<typeof setTimeout> | undefined;
  private reportTimer: ReturnType<typeof setTimeout> | undefined;
  private reportedAt = 0;
  private owed: How | undefined;
  private asked = 0;
  private over = false;
  private listeners: (() => void)[] = [];

  constructor(private readonly options: SessionOptions) {
    this.history = new History(options.text);
    this.first = options.text;
    void this.ask();
  }

  get text(): string {
    return this.history.text;
  }
  get original(): string {
    return this.first;
  }
  get changed(): boolean {
    return this.text !== this.first;
  }
  get originalTree(): TreeNode | undefined {
    return this.firstTree;
  }
  /** As it was when it was last checked and could be read. */
  get tree(): TreeNode | undefined {
    return this.tree_;
  }
  get draft(): Draft {
    return { text: this.text, tree: this.tree_ };
  }
  get facts(): Facts | undefined {
    return this.facts_;
  }
  get problems(): readonly Problem[] {
    return this.last?.checked.problems ?? [];
  }
  /** What the text is called in places. */
  get file(): string {
    return this.last?.checked.file ?? '';
  }
  /** Whether what is known is of this very text. */
  get current(): boolean {
    return this.last?.text === this.text;
  }
  /** Whether the text is YAML that can be shown in a form. */
  get readable(): boolean {
    return this.last === undefined || this.last.checked.tree !== undefined;
  }
  /** Why the server could not be asked. */
  get failure(): string {
    return this.failure_;
  }
  get canUndo(): boolean {
    return this.history.canUndo;
  }
  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** Calls back after every change of the text or of what is known about it. */
  listen(listener: () => void): void {
    this.listeners.push(listener);
  }

  change(text: string, how: How, group?: string): void {
    if (text === this.text) return;
    this.history.put(text, group ?? (how === 'text' ? 'text' : undefined));
    this.changedNow(how);
  }
  seal(): void {
    this.history.seal();
  }
  undo(): void {
    if (this.history.undo()) this.changedNow('form');
  }
  redo(): void {
    if (this.history.redo()) this.changedNow('form');
  }

  /** Requests the server's texts in another language. */
  again(): void {
    void this.ask();
  }

  /** This is what is kept now: later comparisons are with it. */
  saved(text: string): void {
    this.first = text;
    this.firstTree = this.last?.text === text ? this.last.checked.tree : undefined;
    if (!this.firstTree) void this.askOriginal();
    this.notify();
  }

  end(): void {
    this.over = true;
    clearTimeout(this.checkTimer);
    clearTimeout(this.reportTimer);
    this.listeners = [];
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }

  private changedNow(how: How): void {
    this.notify();
    if (how === 'slider') this.reportSoon();
    this.owed = how;
    clearTimeout(this.checkTimer);
    this.checkTimer = setTimeout(() => void this.ask(), WAIT[how]);
  }

  /** While one drags, at most every 150 ms, and the last value always. Moving a slider leaves a right text right. */
  private reportSoon(): void {
    if (this.reportTimer !== undefined) return;
    const report = () => {
      this.reportTimer = undefined;
      this.reportedAt = Date.now();
      this.options.onChange(this.text, 'slider', this.problems.length === 0);
    };
    this.reportTimer = setTimeout(report, Math.max(0, this.reportedAt + REPORT_INTERVAL - Date.now()));
  }

  private async ask(): Promise<void> {
    const number = ++this.asked;
    const { text } = this;
    const checked = await this.answer(text, () => number === this.asked);
    if (checked && text === this.first) this.firstTree = checked.tree;
    if (!checked || number !== this.asked || text !== this.text || this.over) return;
    this.last = { text, checked };
    if (checked.tree) this.tree_ = checked.tree;
    if (checked.facts) this.facts_ = checked.facts;
    const how = this.owed;
    this.owed = undefined;
    this.notify();
    const valid = checked.problems.length === 0;
    // A slider's change was reported as valid at once; only an invalid one is reported again.
    if (how && (how !== 'slider' || !valid)) this.options.onChange(text, how, valid);
    if (!this.firstTree) void this.askOriginal();
  }

  private async answer(text: string, wanted: () => boolean): Promise<Checked | undefined> {
    try {
      const checked = await this.options.check(text);
      this.failure_ = '';
      return checked;
    } catch (error) {
      // One that was given up for a newer one is no failure.
      if (!wanted() || this.over || (error instanceof Error && error.name === 'AbortError')) return undefined;
      this.failure_ = error instanceof Error ? error.message : String(error);
      this.notify();
      return undefined;
    }
  }

  private async askOriginal(): Promise<void> {
    const { first } = this;
    const number = this.asked;
    const checked = await this.answer(first, () => false);
    if (!checked || first !== this.first || this.over) return;
    this.firstTree = checked.tree;
    if (number === this.asked) this.notify();
  }
}
