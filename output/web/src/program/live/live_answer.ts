// SPDX-License-Identifier: MIT
// The answer beside the editing: it is updated with every change of the text, and shows its effect.
import { Model } from '../../data/model';
import type { Report } from '../../data/report';
import type { Run } from '../../data/server';
import { h } from '../../page/dom';
import { jump } from '../../report/sections_view';
import { isAborted } from '../shared/api';
import { Baseline } from './baseline';
import { changedPart } from './changed';
import type { Context } from '../shared/context';
import { downloads } from './downloads';
import { Live, type LiveStatus } from './live';
import { errorBox } from '../shared/messages';
import { Panel } from '../answers/panel';
import { StatusStrip } from './status';

/** A run that was there before the page. */
export interface Earlier {
  run: Run;
  text: string;
  /** It is not for the page to delete. */
  kept: boolean;
}

export interface AnswerHooks {
  /** Another run is shown from now on. */
  began(run: number): void;
  /** What is known of the run is another. */
  updated(run: Run): void;
}

export class LiveAnswer {
  private readonly files = h('div', {});
  private readonly changes = h('div', {});
  private readonly trouble = h('div', {});
  private readonly link = h('a', {
    class: 'to-answer',
    href: '#live-answer',
    onclick: (event) => jump(event, 'live-answer'),
  });
  private readonly strip: StatusStrip;
  private readonly panel: Panel;
  private readonly live: Live;
  private baseline: Baseline | undefined;
  private run: Run | undefined;
  private report: Report | undefined;
  /** What it is the answer to. */
  private asked: string | undefined;
  readonly element: HTMLElement;

  constructor(
    private readonly context: Context,
    scenario: () => string,
    private readonly hooks: AnswerHooks,
  ) {
    const { words } = context;
    this.live = new Live(context.api, scenario, this.liveHooks(), () => context.words.lang, context.sleep);
    this.strip = new StatusStrip(words, {
      cancel: () => void this.cancel(),
      again: () => this.asked !== undefined && this.ask(this.asked, true),
    });
    this.panel = new Panel(context, { open: () => undefined });
    this.strip.element.append(this.link);
    this.element = h(
      'div',
      { class: 'workspace-answer', role: 'region', id: 'live-answer', tabindex: -1 },
      this.strip.element,
      this.trouble,
      this.changes,
      this.files,
      this.panel.element,
    );
    this.speak();
  }

  get id(): number | undefined {
    return this.live.run;
  }

  /** `original`: as the scenario was opened, for "before". */
  begin(scenario: string, original: string, text: string, earlier?: Earlier): void {
    const { api, sleep } = this.context;
    const better = () => this.showChanges();
    this.baseline = new Baseline(api, scenario, original, () => this.context.words.lang, sleep, better);
    if (!earlier || earlier.text !== text) return this.ask(text, true);
    this.asked = text;
    void this.live.attach(earlier.run, earlier.kept);
  }

  /** The same text again is no question, unless at once. */
  ask(text: string, atOnce = false): void {
    if (text === this.asked && !atOnce) return;
    this.asked = text;
    this.baseline?.pause();
    void this.live.change(text, atOnce);
  }

  /** The text has changed, but not its values. */
  same(text: string): void {
    this.asked = text;
  }

  async keep(name: string): Promise<void> {
    const kept = await this.live.keep(name);
    if (kept) this.take(kept);
  }

  speak(): void {
    const { words } = this.context;
    this.element.setAttribute('aria-label', words.t('program.answer_part'));
    this.link.textContent = words.t('program.to_answer');
    this.strip.speak(words);
    this.panel.speak();
    this.showFiles();
    this.showChanges();
  }

  follow(): void {
    this.panel.follow();
    this.showChanges();
  }

  /** The reader has chosen another alternative. */
  chosen(): void {
    this.showChanges();
  }

  end(keep: boolean): void {
    this.baseline?.end();
    this.live.end(keep);
  }

  private liveHooks() {
    return {
      status: (status: LiveStatus) => {
        this.strip.show(status);
        if (status.run) this.take(status.run);
      },
      answer: (report: Report, run: Run) => this.answer(report, run),
      began: (run: number) => this.hooks.began(run),
    };
  }

  private async cancel(): Promise<void> {
    try {
      this.trouble.replaceChildren();
      await this.live.cancel();
    } catch (error) {
      if (!isAborted(error)) this.trouble.replaceChildren(errorBox(this.context.words, error));
    }
  }

  private take(run: Run): void {
    const before = this.run;
    this.run = run;
    const seen = ({ id, name, files }: Run) => [id, name, ...files].join('\n');
    if (before && seen(before) === seen(run)) return;
    this.showFiles();
    this.hooks.updated(run);
  }

  private answer(report: Report, run: Run): void {
    this.report = report;
    this.baseline?.answer(this.asked ?? '', report, run);
    this.showChanges();
    this.panel.show(report, { kind: 'run' });
  }

  private showFiles(): void {
    const part = this.run && downloads(this.context, this.run);
    this.files.replaceChildren(...(part ? [part] : []));
  }

  private showChanges(): void {
    const { report, baseline } = this;
    if (!report || !baseline?.report || this.asked === baseline.text) return this.changes.replaceChildren();
    this.changes.replaceChildren(changedPart(this.context, new Model(baseline.report), new Model(report)));
  }
}
