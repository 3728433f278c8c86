// SPDX-License-Identifier: MIT
// The panel of sliders.
import { h } from '../../page/dom';
import { details } from '../../charts/figure';
import type { Words } from '../../language/language';
import { changedByHand } from '../names/by_hand';
import { putBack, type Draft } from '../text/change';
import { writtenQuantity } from '../text/quantity';
import type { Session } from '../text/session';
import {
  boundsOf,
  holdingIn,
  SECTIONS,
  sliderSpots,
  usualAlternative,
  type Bounds,
  type SliderSpot,
} from './spots';
import { staleNotice } from '../names/stale';
import { SliderRow } from './row';
import { sectionHeading, spotWords, thingWords, whereWords } from './words';
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
    private readonly lookedAt: () => string | undefined = () => undefined,
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
      this.looked,
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
      this.looked === ''
        ? ''
        : h(
            'p',
            { class: 'note' },
            words.t('edit.sliders.looked', {
              alternative: thingLabel(words, this.session.tree, ['alternatives', this.looked]),
            }),
          ),
      ...[none, waiting].filter((one) => one !== null),
      ...groups,
    );
    if (focus && this.element.querySelector(`#${CSS.escape(focus)}`)) document.getElementById(focus)?.focus();
  }

  private group(spots: SliderSpot[], open: Set<string>): HTMLElement {
    const { words } = this;
    const section = spots[0]?.section ?? 'fte';
    const { here, elsewhere } = holdingIn(this.session.tree, spots, this.looked);
    const id = `edit-sliders-${section}`;
    const rest =
      elsewhere.length === 0
        ? null
        : details(words.t('edit.sliders.alternatives', { n: elsewhere.length }), this.byAlternative(elsewhere));
    if (rest) {
      rest.id = `${id}-alternatives`;
      rest.open = open.has(rest.id) || here.length === 0;
    }
    return h(
      'section',
      { class: 'edit-group', 'aria-labelledby': id },
      h('h3', { id }, sectionHeading(words, section)),
      here.map((spot) => this.row(spot, this.wholeLabel(spot))),
      rest,
    );
  }

  /** The alternative whose answer stands beside: sliders that do not change it come last. */
  private get looked(): string {
    return this.lookedAt() ?? usualAlternative(this.session.tree);
  }

  private wholeLabel(spot: SliderSpot): string {
    const { words, session } = this;
    const where = whereWords(words, session.tree, spot);
    return spotWords(words, session.tree, spot) + (where === '' ? '' : ` (${where})`);
  }

  private byAlternative(spots: SliderSpot[]): HTMLElement[] {
    const names = [...new Set(spots.flatMap((spot) => spot.alternative ?? []))];
    const common = spots.filter((spot) => spot.alternative === undefined);
    const rows = common.map((spot) => this.row(spot, this.wholeLabel(spot)));
    return rows.concat(this.ofAlternatives(spots, names));
  }

  private ofAlternatives(spots: SliderSpot[], names: string[]): HTMLElement[] {
    const { words, session } = this;
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
      longLabel: this.wholeLabel(spot),
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
    const text = changedByHand(this.base, this.stepsOf(spot), value, session, this.words);
    session.change(text, 'slider', `slider:${spot.path}`);
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
    const opened = { text: session.original, tree: session.originalTree };
    const text = putBack(session.draft, steps, opened, original.steps);
    session.change(text.trimEnd() === session.original.trimEnd() ? session.original : text, 'slider');
    session.seal();
    this.rows.get(spot.path)?.update(original.number);
  }
}
