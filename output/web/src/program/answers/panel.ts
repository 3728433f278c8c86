// SPDX-License-Identifier: MIT
// Shows what a run found, whatever kind it is of: in sections, as the report does.
import { comparisonSubject } from '../../comparison/subject';
import type { Comparison } from '../../data/comparison';
import type { Report } from '../../data/report';
import type { Run } from '../../data/server';
import { h } from '../../page/dom';
import type { Language } from '../../language/language';
import { reportSubject } from '../../report/report';
import { SectionsView } from '../../report/sections_view';
import type { Subject } from '../../sections/view';
import { bottleneckSubject, type BottleneckData } from './bottleneck';
import { budgetSubject, type BudgetData } from './budget';
import { calibrationSubject, type CalibrationData } from './calibration';
import type { Context } from '../shared/context';

interface Shown {
  renew(content: unknown): void;
  makeAll(): void;
  follow(): void;
  contents(): HTMLElement;
  subtitle(): string;
}

/** A view of one kind of content, without its types. */
function shown<C, M, S extends { lang: Language }>(
  context: Context,
  element: HTMLElement,
  subject: (content: C) => Subject<M, S>,
  first: C,
): Shown {
  let now = subject(first);
  const view = new SectionsView(now, element, context.choices);
  return {
    renew: (content) => view.renew((now = subject(content as C))),
    makeAll: () => view.makeAll(),
    follow: () => view.follow(),
    contents: () => view.contents(),
    subtitle: () => now.subtitle(context.words),
  };
}

export interface PanelActions {
  /** Opens a fitted scenario in the editor. */
  open(yaml: string): void;
}

export class Panel {
  private readonly sections = h('div', { class: 'sections' });
  private readonly contents = h('div', {});
  private readonly subtitle = h('p', { class: 'subtitle' });
  readonly element = h('div', { class: 'panel-of-answer' }, this.subtitle, this.contents, this.sections);
  private view: Shown | undefined;

  constructor(
    private readonly context: Context,
    private readonly actions: PanelActions,
  ) {}

  show(content: unknown, { kind }: Pick<Run, 'kind'>): void {
    this.view ??= this.viewOf(content, kind);
    this.view.renew(content);
    this.frame();
  }

  speak(): void {
    if (!this.view) return;
    this.view.follow();
    this.view.makeAll();
    this.frame();
  }

  follow(): void {
    this.view?.follow();
  }

  private frame(): void {
    if (!this.view) return;
    const contents = this.view.contents();
    const links = contents.querySelectorAll('a').length;
    // Rebuilt only for another answer, since the reader may be in it.
    if (this.contents.textContent !== contents.textContent)
      this.contents.replaceChildren(...(links > 1 ? [contents] : []));
    this.subtitle.textContent = this.view.subtitle();
  }

  private readonly calibration = (data: CalibrationData) => calibrationSubject(data, this.actions.open);

  private viewOf(content: unknown, kind: Run['kind']): Shown {
    const { context, sections } = this;
    switch (kind) {
      case 'run':
        return shown(context, sections, (data: Report) => reportSubject(data), content as Report);
      case 'compare':
        return shown(context, sections, (data: Comparison) => comparisonSubject(data), content as Comparison);
      case 'bottleneck':
        return shown(context, sections, bottleneckSubject, content as BottleneckData);
      case 'calibrate':
        return shown(context, sections, this.calibration, content as CalibrationData);
      case 'budget':
        return shown(context, sections, budgetSubject, content as BudgetData);
      default:
        throw new Error(`no page shows the answer of ${kind}`);
    }
  }
}
