// SPDX-License-Identifier: MIT
// The panel of sliders.
import { h } from '../../page/dom';
import { details } from '../../charts/figure';
import type { Words } from '../../language/language';
import { remove, setValue, type Draft } from '../text/change';
import { ownValue } from '../text/own';
import { writtenQuantity } from '../text/quantity';
import type { Session } from '../text/session';
import { boundsOf, SECTIONS, sliderSpots, type Bounds, type SliderSpot } from './spots';
import { staleNotice } from '../names/stale';
import { SliderRow } from './row';
import { sectionHeading, spotWords, thingWords } from './words';
import { parse } from '../text/syntax';
import { dateWords } from '../names/dates';
import { thingLabel } from '../names/labels';

export class SliderView {
  readonly element = h('div', { class: 'edit-sliders' });
  private readonly stale = h('div', {});
  private readonly body = h('div', {});
  private rows = new Map<string, SliderRow>();
  private spots: SliderSpot[] = [];
  private originals = new Map<string, SliderSpot>();
  /** A slider's ends stay where they were while it is moved. */
  private bounds = new Map<string, Bounds>();
  private shown = '';
  /** As it was when the drag began: every place of the slider is a change of that. */
  private base: Draft | undefined;

  constructor(
    private readonly session: Session,
    private readonly words: Words,
  ) {
    this.element.append(this.body, this.stale);
    this.update();
  }

  update(): void {
    const { session } = this;
    this.originals = new Map(sliderSpots(session.originalTree).map((spot) => [spot.path, spot]));
    this.spots = sliderSpots(session.tree);
    const now = this.signature();
    if (now !== this.shown) this.build();
    // What has been typed since it was checked is not known yet.
    else if (session.current) for (const spot of this.spots) this.rows.get(spot.path)?.update(spot.number);
    this.shown = now;
    if (!session.current) return;
    // Below the sliders: nothing moves under the hand of who drags.
    const notice = staleNotice(session, this.words);
    this.stale.replaceChildren(...(notice ? [notice] : []));
  }

  /** As long as this is the same, the page needs no other sliders. */
  private signature(): string {
    return JSON.stringify([
      this.session.readable,
      this.spots.map((spot) => [
        spot.path,
        spot.unit,
        spot.range,
        spotWords(this.words, this.session.tree, spot),
        this.originals.get(spot.path)?.number,
      ]),
    ]);
  }

  private build(): void {
    const { words } = this;
    const focus = document.activeElement?.id;
    this.rows = new Map();
    const open = new Set([...this.element.querySelectorAll('details[open]')].map((one) => one.id));
    const groups = SECTIONS.map((section) => this.spots.filter((spot) => spot.section === section))
      .filter((spots) => spots.length > 0)
      .map((spots) => this.group(spots, open));
    const none = this.session.tree && groups.length === 0 ? h('p', {}, words.t('edit.sliders.none')) : null;
    const waiting = this.session.tree ? null : h('p', { class: 'note' }, words.t('edit.waiting'));
    this.body.replaceChildren(
      h('p', { class: 'note' }, words.t('edit.sliders.about')),
      ...[none, waiting].filter((one) => one !== null),
      ...groups,
    );
    if (focus && this.element.querySelector(`#${CSS.escape(focus)}`)) document.getElementById(focus)?.focus();
  }

  private group(spots: SliderSpot[], open: Set<string>): HTMLElement {
    const { words } = this;
    const section = spots[0]?.section ?? 'fte';
    const plain = spots.filter((spot) => spot.alternative === undefined);
    const alternatives = spots.filter((spot) => spot.alternative !== undefined);
    const id = `edit-sliders-${section}`;
    const rest =
      alternatives.length === 0
        ? null
        : details(words.t('edit.sliders.alternatives', { n: alternatives.length }), this.byAlternative(alternatives));
    if (rest) {
      rest.id = `${id}-alternatives`;
      rest.open = open.has(rest.id) || plain.length === 0;
    }
    return h(
      'section',
      { class: 'edit-group', 'aria-labelledby': id },
      h('h3', { id }, sectionHeading(words, section)),
      plain.map((spot) => this.row(spot, spotWords(words, this.session.tree, spot))),
      rest,
    );
  }

  private byAlternative(spots: SliderSpot[]): HTMLElement[] {
    const { words, session } = this;
    const names = [...new Set(spots.map((spot) => spot.alternative ?? ''))];
    return names.flatMap((name) => [
      h('h4', {}, thingLabel(words, session.tree, ['alternatives', name])),
      ...spots
        .filter((spot) => spot.alternative === name)
        .map((spot) => {
          const from =
            spot.date === undefined ? '' : `, ${words.t('edit.sliders.from', { date: dateWords(words, spot.date) })}`;
          return this.row(spot, thingWords(words, session.tree, spot) + from);
        }),
    ]);
  }

  private row(spot: SliderSpot, label: string): HTMLElement {
    const original = this.originals.get(spot.path);
    const bounds = this.bounds.get(spot.path) ?? boundsOf(original?.unit === spot.unit ? original : spot);
    this.bounds.set(spot.path, bounds);
    const row = new SliderRow(this.words, {
      id: `slider-${spot.path.replace(/[^\w-]/g, '-')}`,
      spot,
      bounds,
      label,
      longLabel: spotWords(this.words, this.session.tree, spot),
      original: original?.unit === spot.unit ? original.number : undefined,
      set: (number, done) => this.set(spot, number, done),
      back: () => this.back(spot),
    });
    this.rows.set(spot.path, row);
    return row.element;
  }

  private set(spot: SliderSpot, number: number, done: boolean): void {
    const { session } = this;
    const value = writtenQuantity({ number, unit: spot.unit }, spot.text);
    this.base ??= session.draft;
    session.change(setValue(this.base, this.stepsOf(spot), value), 'slider', `slider:${spot.path}`);
    if (!done) return;
    this.base = undefined;
    session.seal();
  }

  /** Rows may have moved since the slider was made. */
  private stepsOf(spot: SliderSpot) {
    return (this.spots.find(({ path }) => path === spot.path) ?? spot).steps;
  }

  /** As in the original: what that inherits is inherited again. */
  private back(spot: SliderSpot): void {
    const { session } = this;
    const original = this.originals.get(spot.path);
    if (!original) return;
    const steps = this.stepsOf(spot);
    const stood = ownValue(parse(session.original).root, session.originalTree, original.steps);
    const text = stood ? setValue(session.draft, steps, original.text) : remove(session.draft, steps);
    session.change(text.trimEnd() === session.original.trimEnd() ? session.original : text, 'slider');
    session.seal();
    this.rows.get(spot.path)?.update(original.number);
  }
}
