// SPDX-License-Identifier: MIT
// One slider with its number box and the button that puts it back.
import { h } from '../../page/dom';
import type { Words } from '../../language/language';
import { readNumber, typed } from '../text/quantity';
import type { Bounds, SliderSpot } from './spots';
import { spotUnit, valueWords } from './words';

export interface RowOptions {
  id: string;
  spot: SliderSpot;
  bounds: Bounds;
  /** As it is seen, and as it is read out where it stands without its surroundings. */
  label: string;
  longLabel: string;
  /** As in the original; nothing where that has no such value. */
  original: number | undefined;
  /** While it is dragged, and when it is let go. */
  set(number: number, done: boolean): void;
  back(): void;
}

export class SliderRow {
  readonly element: HTMLElement;
  private readonly range: HTMLInputElement;
  private readonly box: HTMLInputElement;
  private readonly reset: HTMLButtonElement;
  private readonly was: HTMLElement;
  private held = false;
  private number: number;

  constructor(
    private readonly words: Words,
    private readonly options: RowOptions,
  ) {
    this.number = options.spot.number;
    this.range = this.makeRange();
    this.box = this.makeBox();
    this.was = h('span', { class: 'edit-was' });
    this.reset = h(
      'button',
      {
        type: 'button',
        class: 'edit-back',
        'aria-label': words.t('edit.sliders.back', { what: options.longLabel }),
        title: words.t('edit.sliders.back_short'),
        onclick: () => options.back(),
      },
      '↺',
    );
    this.element = h(
      'div',
      { class: 'edit-slider', 'data-path': options.spot.path },
      h('label', { for: options.id }, options.label, this.was),
      this.range,
      h('span', { class: 'edit-amount' }, this.box, h('span', { class: 'unit' }, spotUnit(words, options.spot))),
      this.reset,
    );
    this.show(this.number);
  }

  private makeRange(): HTMLInputElement {
    const { id, bounds } = this.options;
    const range = h('input', {
      type: 'range',
      id,
      min: bounds.low,
      max: bounds.high,
      step: bounds.step,
      'aria-label': this.options.longLabel,
      oninput: () => this.moved(false),
      onchange: () => this.moved(true),
      onpointerdown: () => (this.held = true),
      onpointerup: () => (this.held = false),
      onpointercancel: () => (this.held = false),
    });
    return range;
  }

  private makeBox(): HTMLInputElement {
    return h('input', {
      type: 'text',
      inputmode: 'decimal',
      id: `${this.options.id}-box`,
      'aria-label': this.words.t('edit.sliders.box', {
        what: this.options.longLabel,
        unit: spotUnit(this.words, this.options.spot),
      }),
      onchange: () => this.entered(),
      onkeydown: (event: Event) => {
        if ((event as KeyboardEvent).key === 'Escape') this.show(this.number);
      },
    });
  }

  private moved(done: boolean): void {
    const number = Number(this.range.value);
    this.show(number);
    if (done) this.held = false;
    this.options.set(number, done);
  }

  private entered(): void {
    const number = typed(this.words, this.box.value);
    const whole = this.options.spot.section !== 'units' || Number.isInteger(number);
    const most = this.options.spot.unit === '%' ? 100 : Infinity;
    const right = number !== undefined && number >= 0 && number <= most && whole;
    this.box.setAttribute('aria-invalid', String(!right));
    if (!right) return;
    this.show(number);
    this.options.set(number, true);
  }

  /** Shows the value of the text, except while the slider is dragged. */
  update(number: number): void {
    if (!this.held && number !== this.number) this.show(number);
  }

  private show(number: number): void {
    const { spot, original } = this.options;
    this.number = number;
    // A written value outside the ends extends the slider.
    if (number > Number(this.range.max)) this.range.max = String(number);
    if (number < Number(this.range.min)) this.range.min = String(number);
    this.range.value = String(number);
    this.range.setAttribute('aria-valuetext', valueWords(this.words, spot, number));
    this.box.value = readNumber(this.words, number);
    this.box.removeAttribute('aria-invalid');
    const changed = original !== undefined && original !== number;
    this.reset.disabled = !changed;
    this.element.classList.toggle('is-changed', changed);
    this.was.textContent = changed ? ` ${this.words.t('edit.was', { value: readNumber(this.words, original) })}` : '';
  }
}
