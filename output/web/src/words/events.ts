// SPDX-License-Identifier: MIT
// One household's events as sentences.
import type { Stage, StoryEvent } from '../data/report';
import { causeName, stageName, type Speaker } from './names';

function entered(speaker: Speaker, stage: Stage | undefined): string {
  if (!stage) return '';
  const key = stage.kind === 'exit' && stage.home ? 'event.home' : (`event.entered.${stage.kind}` as const);
  return speaker.words.t(key, { stage: speaker.words.called(stage) });
}

function waits(speaker: Speaker, cause: string | undefined): string {
  return cause === undefined
    ? speaker.words.t('event.waits_no_more')
    : speaker.words.t('event.waits', { cause: causeName(speaker, cause) });
}

/** Empty for events without a sentence: a household's leaving is implied by its next stage. */
export function eventText(speaker: Speaker, [, kind, subject]: StoryEvent): string {
  const { words, model } = speaker;
  const { stages, services, moves, boards, causes } = model.staircase;
  const index = subject ?? -1;
  if (kind === 'entered') return entered(speaker, stages[index]);
  if (kind === 'waits') return waits(speaker, causes[index]);
  const move = kind === 'ready' ? moves[index] : undefined;
  const id = `event.${kind}`;
  if (!words.knows(id) || (kind === 'ready' && !move)) return '';
  return words.t(id, {
    service: words.called(services[index]),
    stage: move ? stageName(speaker, move.to) : words.called(stages[index]),
    board: words.called(boards[index]),
  });
}
