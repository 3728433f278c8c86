// SPDX-License-Identifier: MIT
// The editor for the scenario's text. The one file that knows CodeMirror.
import { autocompletion, completionKeymap, type Completion, type CompletionContext } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { offsetOf } from '../text/places';

export interface Mark {
  line: number;
  column: number;
  message: string;
}

export interface EditorOptions {
  text: string;
  label: string;
  describedBy: string;
  /** Texts of the editor, in the reader's language. */
  phrases: Record<string, string>;
  /** Keys that may stand at the end of this text. */
  complete(before: string): { from: number; options: { label: string; detail: string }[] } | undefined;
  edited(text: string): void;
  undo(): void;
  redo(): void;
}

const COLOURS = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: '#084d50' },
  { tag: tags.comment, color: '#56636b', fontStyle: 'italic' },
  { tag: [tags.string, tags.special(tags.string)], color: '#7a3410' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: '#56636b' },
]);

const LOOK = EditorView.theme({
  '&': { fontSize: '0.88rem', backgroundColor: '#ffffff' },
  '&.cm-focused': { outline: '3px solid #0b6a6e', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: "ui-monospace, 'Cascadia Mono', Consolas, Menlo, monospace",
    lineHeight: '1.5',
    maxHeight: '65vh',
    minHeight: '14rem',
  },
  '.cm-gutters': { backgroundColor: '#f6f4ef', color: '#56636b', borderRight: '1px solid #d9d6cd' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: '#f3f7f6' },
  '.cm-diagnostic-error': { borderLeftColor: '#8a3b12' },
});

const unified = (text: string): string => text.replace(/\r\n?/g, '\n');

export class Editor {
  private readonly view: EditorView;
  private readonly phrasing = new Compartment();
  private quiet = false;
  /** Within the editor a line break is one character; a file with Windows line breaks keeps them. */
  private readonly windows: boolean;

  constructor(
    parent: HTMLElement,
    private readonly options: EditorOptions,
  ) {
    this.windows = /\r\n/.test(options.text) && !/[^\r]\n/.test(options.text);
    this.view = new EditorView({
      parent,
      state: EditorState.create({ doc: unified(options.text), extensions: this.extensions() }),
    });
  }

  /** Tab is left to the page, so that who has no mouse gets out again. */
  private extensions(): Extension[] {
    const { label, describedBy, phrases, undo, redo } = this.options;
    const run = (what: () => void) => () => {
      what();
      return true;
    };
    return [
      keymap.of([
        { key: 'Mod-z', run: run(undo), preventDefault: true },
        { key: 'Mod-Shift-z', run: run(redo), preventDefault: true },
        { key: 'Mod-y', run: run(redo), preventDefault: true },
      ]),
      keymap.of([...completionKeymap, ...searchKeymap, ...lintKeymap, ...defaultKeymap]),
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      drawSelection(),
      bracketMatching(),
      lintGutter(),
      search({ top: true }),
      autocompletion({ override: [(context) => this.completions(context)], icons: false }),
      yaml(),
      syntaxHighlighting(COLOURS),
      LOOK,
      EditorView.lineWrapping,
      EditorState.tabSize.of(2),
      this.phrasing.of(EditorState.phrases.of(phrases)),
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-describedby': describedBy,
        spellcheck: 'false',
        tabindex: '0',
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !this.quiet) this.options.edited(this.text());
      }),
    ];
  }

  private completions(context: CompletionContext) {
    const found = this.options.complete(context.state.sliceDoc(0, context.pos));
    if (!found || (!context.explicit && found.from === context.pos)) return null;
    const options: Completion[] = found.options.map(({ label, detail }) => ({ label, info: detail, type: 'property' }));
    return { from: found.from, options, validFor: /^\w*$/ };
  }

  private text(): string {
    const text = this.view.state.sliceDoc();
    return this.windows ? text.replace(/\n/g, '\r\n') : text;
  }

  /** Puts another text in, without touching what is the same at both ends: the cursor stays. */
  setText(wanted: string): void {
    const before = this.view.state.sliceDoc();
    const text = unified(wanted);
    if (before === text) return;
    const most = Math.min(before.length, text.length);
    let from = 0;
    while (from < most && before[from] === text[from]) ++from;
    let same = 0;
    while (same < most - from && before[before.length - 1 - same] === text[text.length - 1 - same]) ++same;
    this.quiet = true;
    this.view.dispatch({
      changes: { from, to: before.length - same, insert: text.slice(from, text.length - same) },
    });
    this.quiet = false;
  }

  mark(marks: readonly Mark[]): void {
    const text = this.view.state.sliceDoc();
    const diagnostics: Diagnostic[] = marks.map(({ line, column, message }) => {
      const from = offsetOf(text, line, column);
      const end = this.view.state.doc.lineAt(from).to;
      const word = /^[^\s,{}[\]]+/.exec(text.slice(from, end));
      return { from, to: Math.min(text.length, from + (word?.[0].length ?? 1)), severity: 'error', message };
    });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  jump(line: number, column: number): void {
    const at = offsetOf(this.view.state.sliceDoc(), line, column);
    this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    this.view.focus();
  }

  destroy(): void {
    this.view.destroy();
  }
}
