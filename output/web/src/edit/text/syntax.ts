// SPDX-License-Identifier: MIT
// Where in a YAML text each value stands. The one file that knows the package `yaml`.
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type Node as YamlNode, type Pair } from 'yaml';

export interface Syntax {
  kind: 'text' | 'map' | 'list' | 'null';
  /** Offsets in the text; the end is where the value itself ends, without blanks, comments and line breaks after it. */
  start: number;
  end: number;
  /** In braces or brackets. */
  flow: boolean;
  text: string;
  quote: '' | '"' | "'" | '|';
  entries: SyntaxEntry[];
  items: Syntax[];
}

export interface SyntaxEntry {
  key: string;
  start: number;
  /** Behind the colon. */
  colon: number;
  value: Syntax;
}

export interface Parsed {
  root: Syntax | undefined;
  /** Offsets of what is no YAML. */
  errors: { at: number; message: string }[];
}

const QUOTES: Record<string, Syntax['quote']> = {
  QUOTE_DOUBLE: '"',
  QUOTE_SINGLE: "'",
  BLOCK_LITERAL: '|',
  BLOCK_FOLDED: '|',
};

function leaf(kind: Syntax['kind'], start: number, end: number): Syntax {
  return { kind, start, end, flow: false, text: '', quote: '', entries: [], items: [] };
}

const openParentheses = (text: string): number => text.split('(').length - text.split(')').length;
const isCutOff = (value: Syntax): boolean =>
  value.kind === 'text' && value.quote === '' && openParentheses(value.text) > 0;

/** YAML splits `gamma(14 h, 10 h)` at its comma where it stands in braces or brackets; the program joins it again. */
function joined(last: Syntax | undefined, next: Syntax, text: string): boolean {
  if (!last || !isCutOff(last) || next.quote !== '' || (next.kind !== 'text' && next.kind !== 'null')) return false;
  last.end = next.end;
  last.text = text.slice(last.start, last.end);
  return true;
}

class Reader {
  constructor(private readonly text: string) {}

  value(node: YamlNode | null | undefined, from: number): Syntax {
    if (!node || !node.range) return leaf('null', from, from);
    const [start, end] = node.range;
    if (isMap(node)) return this.map(node.items, leaf('map', start, end), node.flow === true);
    if (isSeq(node)) return this.list(node.items as YamlNode[], leaf('list', start, end), node.flow === true);
    if (isAlias(node)) return { ...leaf('text', start, end), text: this.text.slice(start, end) };
    if (!isScalar(node)) return leaf('null', from, from);
    const quote = QUOTES[node.type ?? ''] ?? '';
    if (start === end && quote === '') return leaf('null', from, from);
    return { ...leaf('text', start, this.trimmed(start, end)), text: String(node.value), quote };
  }

  private trimmed(start: number, end: number): number {
    return start + this.text.slice(start, end).trimEnd().length;
  }

  private map(pairs: unknown[], into: Syntax, flow: boolean): Syntax {
    into.flow = flow;
    for (const pair of pairs) if (isPair(pair)) this.entry(pair as Pair<YamlNode, YamlNode | null>, into);
    const last = into.entries[into.entries.length - 1];
    if (!flow && last) {
      into.start = into.entries[0]?.start ?? into.start;
      into.end = last.value.end;
    }
    return into;
  }

  private entry({ key, value }: Pair<YamlNode, YamlNode | null>, map: Syntax): void {
    const name = this.value(key, key.range?.[0] ?? map.start);
    const after = this.text.slice(name.end).match(/^\s*:/);
    const colon = name.end + (after?.[0].length ?? 0);
    const what = this.value(value, colon);
    const end = what.kind === 'null' ? name : what;
    if (map.flow && joined(map.entries[map.entries.length - 1]?.value, end, this.text)) return;
    map.entries.push({ key: name.text, start: name.start, colon, value: what });
  }

  private list(items: YamlNode[], into: Syntax, flow: boolean): Syntax {
    into.flow = flow;
    for (const node of items) {
      // A mapping without braces within brackets, `[a: 1]`, is a pair.
      const item = isPair(node)
        ? this.map([node], leaf('map', into.start, into.end), false)
        : this.value(node, into.end);
      if (!flow || !joined(into.items[into.items.length - 1], item, this.text)) into.items.push(item);
    }
    const last = into.items[into.items.length - 1];
    if (!flow && last) into.end = last.end;
    return into;
  }
}

const KEPT = 4;
const kept = new Map<string, Parsed>();

/** Reads what can be read, also of a text with mistakes in it. The last few are kept: a drag asks again and again. */
export function parse(text: string): Parsed {
  const parsed = kept.get(text) ?? read(text);
  kept.delete(text);
  kept.set(text, parsed);
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  return parsed;
}

function read(text: string): Parsed {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, strict: false });
  return {
    root: document.contents ? new Reader(text).value(document.contents as YamlNode, 0) : undefined,
    errors: document.errors.map(({ pos, message }) => ({ at: pos[0], message })),
  };
}

export function entryOf(map: Syntax | undefined, key: string): SyntaxEntry | undefined {
  return map?.entries.find((entry) => entry.key === key);
}

export function textAt(map: Syntax | undefined, key: string): string {
  return entryOf(map, key)?.value.text ?? '';
}
