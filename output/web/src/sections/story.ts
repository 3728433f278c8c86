// SPDX-License-Identifier: MIT
// One household's way, event by event, in both alternatives: the same household, with the same luck.
import { dayAfter } from '../data/months';
import type { Story } from '../data/report';
import { h } from '../page/dom';
import { select } from '../charts/figure';
import { date } from '../language/format';
import type { Section, View } from './view';
import { eventText } from '../words/events';
import { alternativeName, groupName } from '../words/names';
import { animation } from './animation';
import { compared } from './answer';

function householdName({ words, model }: View, story: Story): string {
  const group = groupName({ words, model }, story.group);
  const parameters = { number: story.number, group, children: story.children };
  return words.t(story.children > 0 ? 'story.household_children' : 'story.household', parameters);
}

/** What happens on a day, each thing once; events without words are left out. */
function storyDays(view: View, story: Story, alternative: string): { day: number; texts: string[] }[] {
  const days: { day: number; texts: string[] }[] = [];
  for (const event of story.events[alternative] ?? []) {
    const text = eventText(view, event);
    if (text === '') continue;
    const last = days.at(-1);
    if (last?.day !== event[0]) days.push({ day: event[0], texts: [text] });
    else if (!last.texts.includes(text)) last.texts.push(text);
  }
  return days;
}

function column(view: View, story: Story, alternative: string): HTMLElement {
  const { words, model } = view;
  const days = storyDays(view, story, alternative);
  const from = model.report.period.from;
  return h(
    'div',
    { class: 'story' },
    h('h4', {}, alternativeName(view, alternative)),
    days.length === 0
      ? h('p', {}, words.t('story.nothing'))
      : h(
          'ol',
          {},
          days.map(({ day, texts }) =>
            h('li', {}, h('span', { class: 'day' }, date(words, dayAfter(from, day))), h('span', {}, texts.join('; '))),
          ),
        ),
  );
}

function story(view: View): HTMLElement | null {
  const { model, words, state } = view;
  const { stories } = model.report.viewer;
  const one = stories[state.household];
  if (!one) return null;
  const choices = stories.map((each, i) => ({ value: String(i), name: householdName(view, each) }));
  return h(
    'div',
    {},
    h('h3', {}, words.t('story.title')),
    h('p', {}, words.t('story.intro')),
    h(
      'div',
      { class: 'controls' },
      select('household', words.t('story.choose'), choices, String(state.household), (household) =>
        view.choose({ household: Number(household) }),
      ),
    ),
    h(
      'div',
      { class: 'stories' },
      compared(view).map((alternative) => column(view, one, alternative)),
    ),
  );
}

export const storySection: Section = {
  id: 'story',
  heading: 'section.story',
  depends: ['alternative', 'household'],
  present: (model) => model.report.viewer.stories.length > 0,
  build: (view) => [story(view)].filter((part) => part !== null),
};

export const animationSection: Section = {
  id: 'animation',
  heading: 'section.animation',
  depends: ['alternative'],
  present: (model) => Object.values(model.report.viewer.paths.alternatives).some((paths) => paths.length > 0),
  build: (view) => [animation(view)],
};
