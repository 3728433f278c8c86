// SPDX-License-Identifier: MIT
// The panel that takes observations from a table: chosen, looked at, added.
import { dayAfter } from '../../data/months';
import type { Facts } from '../../data/server';
import { h } from '../../page/dom';
import { LANGUAGES, Words, type Key } from '../../language/language';
import { table } from '../../page/table';
import { wholeName } from '../../words/measures';
import { unitName } from '../../words/units';
import { select } from '../../charts/figure';
import { number, span } from '../../language/format';
import { quantity } from '../text/quantity';
import { addRow } from '../text/change';
import { csvText, decoded, sheet } from './csv';
import {
  COLUMNS,
  known,
  readObservations,
  isAbsent,
  isHeading,
  type Column,
  type ObservationRow,
  type Reading,
  type Wrong,
} from './observations';
import type { Session } from '../text/session';

const MOST_BYTES = 1_000_000;
const MOST_SHOWN = 200;

const HEADINGS: Record<Column, Key> = {
  measure: 'edit.field.measure',
  group: 'edit.field.group',
  from: 'edit.observations.from',
  to: 'edit.observations.to',
  month: 'edit.observations.month',
  alternative: 'edit.field.alternative',
  value: 'edit.field.value',
  uncertainty: 'edit.observations.uncertainty',
  source: 'edit.observations.source',
};

export class ObservationsView {
  readonly element = h('div', { class: 'edit-observations' });
  private readonly result = h('div', { role: 'status' });
  private content: { name: string; text: string } | undefined;
  private shown: unknown;
  /** Chosen for all rows, where the table has no column for it. */
  private measure = '';

  constructor(
    private readonly session: Session,
    private readonly words: Words,
  ) {
    this.element.append(
      h('p', {}, words.t('edit.observations.about')),
      h('p', { class: 'note' }, words.t('edit.observations.columns')),
      h(
        'div',
        { class: 'controls' },
        h(
          'label',
          { class: 'choice', for: 'edit-csv' },
          h('span', {}, words.t('edit.observations.choose')),
          h('input', {
            type: 'file',
            id: 'edit-csv',
            accept: '.csv,.txt,text/csv,text/plain',
            onchange: (event) => void this.chosen(event),
          }),
        ),
        h('button', { type: 'button', onclick: () => this.example() }, words.t('edit.observations.example')),
      ),
      this.result,
    );
    this.update();
  }

  update(): void {
    const { session } = this;
    if (!this.content || !session.current || session.tree === this.shown) return;
    this.show();
  }

  private showMessage(key: Key, parameters: Record<string, string | number> = {}): void {
    this.result.replaceChildren(h('p', { class: 'caution' }, this.words.t(key, parameters)));
  }

  private async chosen(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    this.content = undefined;
    this.measure = '';
    this.result.replaceChildren();
    if (!file) return;
    if (file.size > MOST_BYTES) return this.showMessage('edit.observations.too_large', { file: file.name });
    this.content = { name: file.name, text: decoded(new Uint8Array(await file.arrayBuffer())) };
    this.show();
  }

  private show(): void {
    const { session, words, content } = this;
    const { facts } = session;
    if (!content) return;
    this.shown = session.tree;
    if (!facts) return this.showMessage('edit.observations.not_now');
    const others = LANGUAGES.filter((lang) => lang !== words.lang).map((lang) => new Words(lang));
    const names = known(facts, (measure) =>
      [words, ...others].map((one) => wholeName(one, measure) ?? ''),
    );
    const reading = readObservations(sheet(content.text, isHeading), facts, names, session.tree, this.measure);
    if (reading.missing.join() === 'measure') return this.ask(facts);
    if (reading.missing.length > 0)
      return this.showMessage('edit.observations.no_column', {
        columns: reading.missing.map((column) => words.t(HEADINGS[column])).join(', '),
      });
    if (reading.rows.length === 0) return this.showMessage('edit.observations.empty');
    this.preview(reading);
  }

  /** Tables of statistics are of one thing, and name it in the title only. */
  private ask(facts: Facts): void {
    const { words } = this;
    const choices = facts.measures.map(({ name }) => ({ value: name, name: wholeName(words, name) ?? name }));
    const title = words.t('edit.observations.which_measure');
    this.result.replaceChildren(
      select('edit-measure', title, [{ value: '', name: '' }, ...choices], '', (measure) => {
        this.measure = measure;
        this.show();
      }),
    );
  }

  /** What a row is taken for: dates may have been numbers of a spreadsheet, values in another unit. */
  private understood({ read }: ObservationRow): string {
    const { words, session } = this;
    const unit = session.facts?.measures.find(({ name }) => name === read.measure)?.unit ?? '';
    const value = read.value === undefined ? undefined : quantity(read.value);
    const plain = value && `${number(words, value.number, 3)} ${value.unit === '%' ? '%' : unitName({ words }, unit)}`;
    return [plain, read.from && read.to ? span(words, read.from, read.to) : ''].filter(Boolean).join(', ');
  }

  private preview({ rows, unknown }: Reading): void {
    const { words } = this;
    const right = rows.filter(({ wrong }) => wrong.length === 0);
    const absent = rows.filter(isAbsent).length;
    const left = rows.length - right.length - absent;
    const add = h(
      'button',
      { type: 'button', class: 'edit-main', onclick: () => this.add(right) },
      words.t('edit.observations.add', { n: right.length }),
    );
    add.disabled = right.length === 0;
    const used = [...COLUMNS.slice(0, 4), 'month' as const, ...COLUMNS.slice(4)].filter((column) =>
      rows.some(({ cells }) => (cells[column] ?? '') !== ''),
    );
    this.result.replaceChildren(
      h('p', {}, words.t('edit.observations.read', { n: rows.length, right: right.length, wrong: left })),
      ...(absent > 0 ? [h('p', {}, words.t('edit.observations.skipped', { n: absent }))] : []),
      ...(unknown.length > 0
        ? [h('p', { class: 'caution' }, words.t('edit.observations.unknown', { columns: unknown.join(', ') }))]
        : []),
      table({
        caption: words.t('edit.observations.preview'),
        columns: [
          { title: words.t('edit.observations.row'), figures: true },
          ...used.map((column) => ({
            title: words.t(HEADINGS[column]),
            figures: column === 'value' || column === 'uncertainty',
          })),
          { title: words.t('edit.observations.read_as') },
          { title: words.t('edit.observations.status') },
        ],
        rows: rows
          .slice(0, MOST_SHOWN)
          .map((row) => [row.number, ...used.map((column) => row.cells[column] ?? ''), this.understood(row), this.status(row)]),
      }),
      ...(rows.length > MOST_SHOWN
        ? [h('p', { class: 'note' }, words.t('edit.observations.more', { n: rows.length - MOST_SHOWN }))]
        : []),
      add,
    );
  }

  private status({ wrong }: ObservationRow): Node[] {
    const { words } = this;
    if (wrong.length === 0) return [document.createTextNode(`✓ ${words.t('edit.observations.right')}`)];
    return wrong.map((one) => h('div', { class: 'edit-problem' }, this.sentence(one)));
  }

  private sentence(wrong: Wrong): string {
    const { words, session } = this;
    switch (wrong.kind) {
      case 'missing':
        return words.t('edit.observations.missing', { column: words.t(HEADINGS[wrong.column]) });
      case 'measure':
      case 'group':
      case 'alternative': {
        const text = words.t('edit.observations.unknown_name', {
          found: wrong.found,
          what: words.t(HEADINGS[wrong.kind]).toLowerCase(),
        });
        return wrong.near === '' ? text : `${text} ${words.t('edit.observations.near', { near: wrong.near })}`;
      }
      case 'date':
        return words.t('edit.observations.bad_date', { found: wrong.found });
      case 'outside':
        return words.t('edit.observations.outside', {
          found: wrong.found,
          from: session.facts?.from ?? '',
          to: session.facts ? dayAfter(session.facts.to, -1) : '',
        });
      case 'reversed':
        return words.t('edit.observations.reversed');
      case 'absent':
        return words.t('edit.observations.absent', { found: wrong.found });
      case 'two_ways':
        return words.t('edit.observations.two_ways', { found: wrong.found });
      case 'per':
        return words.t('edit.observations.per', { found: wrong.found });
      case 'there':
        return words.t('edit.observations.there');
      default:
        return words.t('edit.observations.bad_number', { found: wrong.found });
    }
  }

  private add(rows: readonly ObservationRow[]): void {
    const { session, words } = this;
    session.seal();
    this.content = undefined;
    session.change(
      addRow(
        session.draft,
        ['observations'],
        rows.map(({ written }) => written),
      ),
      'form',
    );
    this.result.replaceChildren(h('p', {}, words.t('edit.observations.added', { n: rows.length })));
  }

  /** To be filled in with a spreadsheet program: its own headings, and two rows that show how. */
  private example(): void {
    const { words, session } = this;
    const rows = exampleRows(session.facts, (column) => words.t(HEADINGS[column]));
    const address = URL.createObjectURL(new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' }));
    h('a', { href: address, download: words.t('edit.observations.file') }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}

export function exampleRows(facts: Facts | undefined, heading: (column: Column) => string): string[][] {
  const from = facts?.from ?? '2012-01-01';
  const month = from.slice(0, 7);
  const measures = facts?.measures.map(({ name }) => name) ?? [];
  const first = measures.includes('households.acute') ? 'households.acute' : (measures[0] ?? '');
  const second = measures.includes('homes') ? 'homes' : (measures[1] ?? first);
  const alternative = facts?.alternatives[1]?.name ?? facts?.alternatives[0]?.name ?? '';
  const group = facts?.groups[0]?.name ?? '';
  const columns = COLUMNS.map((column) => heading(column));
  return [
    columns,
    [first, group, month, month, alternative, '19,5', '', ''],
    [second, '', month, month, alternative, '4', '1,5', ''],
  ];
}
