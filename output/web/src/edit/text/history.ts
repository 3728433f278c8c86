// SPDX-License-Identifier: MIT
// What can be undone: CodeMirror's history of a text that no editor has to show, for sliders and the form change it too.
// What belongs together is one step: a whole drag, a word typed at a stretch.
import { history, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { Annotation, EditorState, type StateCommand, type Transaction } from '@codemirror/state';

const LONGEST = 200;
/** Typing with a longer pause than this in between is two steps. */
const PAUSE = 1000;

const goesOn = Annotation.define<boolean>();
const EXTENSIONS = [
  history({ minDepth: LONGEST, newGroupDelay: Infinity, joinToEvent: (change) => change.annotation(goesOn) === true }),
  // Else a file's own line breaks would be lost.
  EditorState.lineSeparator.of('\n'),
];

export class History {
  private state: EditorState;
  private group: string | undefined;
  private at = 0;

  constructor(private present: string) {
    this.state = EditorState.create({ doc: present, extensions: EXTENSIONS });
  }

  /** Asked for very often: put together once a change. */
  get text(): string {
    return this.present;
  }
  get canUndo(): boolean {
    return undoDepth(this.state) > 0;
  }
  get canRedo(): boolean {
    return redoDepth(this.state) > 0;
  }

  /** A change with the same group as the one before goes on with it. */
  put(text: string, group?: string, now = Date.now()): void {
    if (text === this.present) return;
    const joined = group !== undefined && group === this.group && (group !== 'text' || now - this.at < PAUSE);
    const changes = { from: 0, to: this.state.doc.length, insert: text };
    this.become(this.state.update({ changes, annotations: goesOn.of(joined) }));
    this.group = group;
    this.at = now;
  }

  /** Whatever comes next is a step of its own. */
  seal(): void {
    this.group = undefined;
  }

  undo(): boolean {
    return this.move(undo);
  }
  redo(): boolean {
    return this.move(redo);
  }

  private move(command: StateCommand): boolean {
    this.seal();
    return command({ state: this.state, dispatch: (change) => this.become(change) });
  }

  private become({ state }: Transaction): void {
    this.state = state;
    this.present = state.sliceDoc();
  }
}
