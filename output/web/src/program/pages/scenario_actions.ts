// SPDX-License-Identifier: MIT
// What can be done with a scenario that is open: save it, keep its answer, ask it something that takes longer.
import { freeInputs } from '../../data/free';
import type { RunKind } from '../../data/enumerations';
import type { Checked, RunOptions, ScenarioFile, Study } from '../../data/server';
import { h } from '../../page/dom';
import type { Context } from '../shared/context';
import { link } from '../shared/context';
import { ask, type Question } from '../shared/dialog';
import { fileOf, isShipped, kindName, kindNote } from '../shared/names';
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

/** What the reader has chosen in the report beside. */
export function chosenAlternative({ choices }: Context): string | undefined {
  return new URLSearchParams(choices.read().replace(/^#/, '')).get('alternative') ?? undefined;
}

/** The alternative that the reader looks at: the one chosen, else the one after the first, as the report has it. */
function lookedAt(context: Context, { checked }: Subject): RunOptions {
  const chosen = chosenAlternative(context);
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

/** Those of one scenario first, and of these those that every scenario can be asked. */
function inOrder(studies: readonly Study[]): Study[] {
  const place = ({ several, needs }: Study) => (several ? 2 : needs.length > 0 ? 1 : 0);
  return studies.filter(({ name }) => name !== 'run').sort((a, b) => place(a) - place(b));
}

/** What needs many simulations of its own, each with what it is for. */
function more(context: Context, subject: Subject, attempt: Attempt): HTMLElement {
  const { words, program } = context;
  const facts = subject.checked()?.facts;
  const begin = (study: Study) =>
    h(
      'button',
      {
        type: 'button',
        id: `start-${study.name}`,
        class: 'link',
        disabled: !subject.valid,
        onclick: () => attempt(() => askAndStart(context, subject, study)),
      },
      kindName(words, study.name),
    );
  const choose = ({ name }: Study) =>
    h('a', { id: `start-${name}`, href: link(context, { page: 'compare', pick: [subject.id()] }) }, kindName(words, name));
  return h(
    'details',
    { class: 'menu', onkeydown: closeByEscape },
    h('summary', { id: 'more' }, words.t('program.more')),
    h(
      'ul',
      { onclick: close },
      inOrder(program.studies)
        .filter(({ needs }) => needs.every((fact) => facts?.[fact]))
        .map((study) =>
          h(
            'li',
            {},
            study.several ? choose(study) : begin(study),
            h('p', { class: 'note' }, kindNote(words, study.name)),
          ),
        ),
    ),
  );
}

/** With a question where the study has inputs that can be chosen from. */
async function askAndStart(context: Context, subject: Subject, study: Study): Promise<void> {
  if (study.options.some(({ type }) => type === 'ranges')) return chooseRanges(context, subject, study);
  const looked = study.options.some(({ looked_at }) => looked_at);
  await start(context, subject, study.name, looked ? lookedAt(context, subject) : {});
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
  kind: RunKind,
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
async function chooseRanges(context: Context, subject: Subject, { name }: Study): Promise<void> {
  const { words } = context;
  // The fitted scenario extends the file, and would lose unsaved changes of the text.
  if (subject.changed) return void (await ask(words, unsaved(context, subject)));
  const all = freeInputs(subject.checked()?.tree);
  const boxes = all.map(({ path, range }) => ({
    input: h('input', { type: 'checkbox', checked: true, value: path }),
    path,
    range,
  }));
  const force = h('input', { type: 'checkbox' });
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
      h('label', { class: 'tick' }, force, h('span', {}, words.t('program.calibrate.force'))),
    ],
    confirm: words.t('program.calibrate.begin'),
    act: async () => {
      const free = boxes.filter(({ input }) => input.checked).map(({ path, range }) => ({ path, range }));
      if (all.length > 0 && free.length === 0) return { message: words.t('program.calibrate.none') };
      await start(context, subject, name, {
        ...(free.length < all.length ? { free } : {}),
        ...(force.checked ? { force: true } : {}),
      });
    },
  });
}
