// SPDX-License-Identifier: MIT
// One household's events as sentences.
import type { StoryEvent, Stage } from '../data/report';
import type { Key, Parameters } from '../language/language';
import { causeName, stageName, type Speaker } from './names';

const ENTERED: Record<Stage['kind'], Key> = {
  placement: 'event.placed',
  apartment: 'event.moved_in',
  waiting: 'event.waiting_in',
  exit: 'event.left_staircase',
};

const SERVICES: Record<string, Key> = {
  booked: 'event.booked',
  taken: 'event.taken',
  finished: 'event.finished',
  withdrawn: 'event.withdrawn',
  dropped: 'event.dropped',
};

const ALONE: Record<string, Key> = {
  at_risk: 'event.at_risk',
  prevented: 'event.prevented',
  arrived: 'event.arrived',
  relapsed: 'event.relapsed',
  gone: 'event.gone',
};

function entered(speaker: Speaker, stage: Stage | undefined): string {
  if (!stage) return '';
  const key = stage.kind === 'exit' && stage.home ? 'event.home' : ENTERED[stage.kind];
  return speaker.words.t(key, { stage: speaker.words.called(stage) });
}

function waits(speaker: Speaker, cause: string | undefined): string {
  return cause === undefined
    ? speaker.words.t('event.waits_no_more')
    : speaker.words.t('event.waits', { cause: causeName(speaker, cause) });
}

/** Empty for what need not be told: that a household leaves is said by where it goes. */
export function eventText(speaker: Speaker, [, kind, subject]: StoryEvent): string {
  const { words, model } = speaker;
  const { stages, services, moves, boards, causes } = model.staircase;
  const index = subject ?? -1;
  const say = (key: Key, parameters: Parameters = {}) => words.t(key, parameters);
  if (kind === 'entered') return entered(speaker, stages[index]);
  if (kind === 'waits') return waits(speaker, causes[index]);
  const service = SERVICES[kind];
  if (service) return say(service, { service: words.called(services[index]) });
  const alone = ALONE[kind];
  if (alone) return say(alone);
  if (kind === 'ready') {
    const move = moves[index];
    return move ? say('event.ready', { stage: stageName(speaker, move.to) }) : '';
  }
  if (kind === 'claimed') return say('event.claimed', { stage: words.called(stages[index]) });
  if (kind === 'supported') return say('event.supported', { stage: words.called(stages[index]) });
  if (kind === 'reviewed') return say('event.reviewed', { board: words.called(boards[index]) });
  return '';
}
