// SPDX-License-Identifier: MIT
// What can be done with a scenario that is open: save it, keep its answer, ask it something that takes longer.
import { freeInputs } from '../../data/free';
import type { Checked, RunOptions, ScenarioFile } from '../../data/server';
import { h } from '../../page/dom';
import type { Context } from '../shared/context';
import { link } from '../shared/context';
import { ask, type Question } from '../shared/dialog';
import { fileOf, isShipped } from '../shared/names';
import { saveScenario, type Written } from './saving';

export interface Subject {
  id(): string;
  file(): ScenarioFile;
  text(): string;
  /** Something is not saved. */
  changed: boolean;
  valid: boolean;
  checked(): Checked | undefined;
  keep(name: string): Promise<void>;
  canKeep: boolean;
  saved(saved: Written): void;
}

type Attempt = (act: () => Promise<unknown>) => void;

export function scenarioActions(context: Context, subject: Subject, attempt: Attempt): HTMLElement[] {
  const { words } = context;
  const button = (id: string, text: string, act: () => Promise<unknown>, more: Record<string, string | boolean>) =>
    h('button', { type: 'button', id, ...more, onclick: () => attempt(act) }, text);
  return [
    button('save', words.t('program.save_as'), () => save(context, subject), {
      class: subject.changed ? 'primary' : '',
    }),
    button('run-now', words.t('program.run_now'), () => start(context, subject, 'run', {}), {
      disabled: !subject.valid,
      title: words.t('program.run_now.about'),
    }),
    button('keep', words.t('program.keep'), () => keep(context, subject), { disabled: !subject.canKeep }),
    more(context, subject, attempt),
  ];
}

/** The alternative that the reader looks at: the one chosen, else the one after the first, as the report has it. */
function lookedAt({ choices }: Context, { checked }: Subject): RunOptions {
  const chosen = new URLSearchParams(choices.read().replace(/^#/, '')).get('alternative');
  const all = checked()?.facts?.alternatives.filter((one) => one.part_of === undefined) ?? [];
  const alternative = chosen ?? (all[1] ?? all[0])?.name;
  return alternative ? { alternative } : {};
}

function close(event: Event): void {
  (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');
}

function closeByEscape(event: Event): void {
  if ((event as KeyboardEvent).key !== 'Escape') return;
  close(event);
  document.getElementById('more')?.focus();
}

/** What needs many simulations of its own, each with what it is for. */
function more(context: Context, subject: Subject, attempt: Attempt): HTMLElement {
  const { words } = context;
  const facts = subject.checked()?.facts;
  const item = (id: string, text: string, about: string, act: () => Promise<unknown>) =>
    h(
      'li',
      {},
      h('button', { type: 'button', id, class: 'link', disabled: !subject.valid, onclick: () => attempt(act) }, text),
      h('p', { class: 'note' }, about),
    );
  const compare = link(context, { page: 'compare', pick: [subject.id()] });
  return h(
    'details',
    { class: 'menu', onkeydown: closeByEscape },
    h('summary', { id: 'more' }, words.t('program.more')),
    h(
      'ul',
      { onclick: close },
      item('start-bottleneck', words.t('program.kind.bottleneck'), words.t('program.bottleneck.about'), () =>
        start(context, subject, 'bottleneck', lookedAt(context, subject)),
      ),
      facts && facts.free > 0 && facts.observations > 0
        ? item('start-calibrate', words.t('program.kind.calibrate'), words.t('program.calibrate.about'), () =>
            calibrate(context, subject),
          )
        : null,
      facts?.application
        ? item('start-budget', words.t('program.kind.budget'), words.t('program.budget.about'), () =>
            start(context, subject, 'budget', {}),
          )
        : null,
      h(
        'li',
        {},
        h('a', { id: 'start-compare', href: compare }, words.t('program.kind.compare')),
        h('p', { class: 'note' }, words.t('program.compare.about')),
      ),
    ),
  );
}

async function save(context: Context, { file, id, text, saved }: Subject): Promise<void> {
  const { words } = context;
  const now = text();
  const from = id();
  const shipped = isShipped(from);
  const done = await saveScenario(context, {
    title: words.t('program.save.title'),
    file: shipped ? fileOf(from) : from,
    text: now,
    beside: from,
    ...(shipped ? {} : { from: { id: from, etag: file().etag } }),
  });
  if (done) saved(done);
}

async function keep({ words }: Context, { checked, id, keep: act }: Subject): Promise<void> {
  await ask(words, {
    title: words.t('program.keep.title'),
    content: h('p', {}, words.t('program.keep.text')),
    field: { label: words.t('program.run.name'), value: checked()?.facts?.name || fileOf(id()) },
    confirm: words.t('program.keep'),
    act: async (name) => (name === '' ? { message: words.t('program.run.no_name') } : act(name)),
  });
}

async function start(
  { api, words, go }: Context,
  { id, text }: Subject,
  kind: 'run' | 'bottleneck' | 'calibrate' | 'budget',
  options: RunOptions,
): Promise<void> {
  const run = await api.start({ kind, scenario: id(), text: text(), options }, words.lang);
  go({ page: 'run', run: run.id });
}

function unsaved(context: Context, subject: Subject): Question {
  const { words } = context;
  return {
    title: words.t('program.kind.calibrate'),
    content: h('p', {}, words.t('program.calibrate.unsaved')),
    confirm: words.t('program.save_as'),
    act: () => save(context, subject),
  };
}

/** Which inputs are to be fitted: all that the scenario lists, or some of them. */
async function calibrate(context: Context, subject: Subject): Promise<void> {
  const { words } = context;
  // The fitted scenario extends the file, and would lose what only the text says.
  if (subject.changed) return void (await ask(words, unsaved(context, subject)));
  const all = freeInputs(subject.checked()?.tree);
  const boxes = all.map(({ path, range }) => ({
    input: h('input', { type: 'checkbox', checked: true, value: path }),
    path,
    range,
  }));
  await ask(words, {
    title: words.t('program.kind.calibrate'),
    content: [
      h('p', {}, words.t('program.calibrate.text')),
      h(
        'fieldset',
        { class: 'choices' },
        h('legend', {}, words.t('program.calibrate.free')),
        boxes.map(({ input, path, range }) =>
          h('label', { class: 'tick' }, input, h('span', {}, h('code', {}, path), ` ${range}`)),
        ),
      ),
    ],
    confirm: words.t('program.calibrate.begin'),
    act: async () => {
      const free = boxes.filter(({ input }) => input.checked).map(({ path, range }) => ({ path, range }));
      if (all.length > 0 && free.length === 0) return { message: words.t('program.calibrate.none') };
      await start(context, subject, 'calibrate', free.length < all.length ? { free } : {});
    },
  });
}
