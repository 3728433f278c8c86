// SPDX-License-Identifier: MIT
// Values changed by hand that still have the source of the former value.
import { h } from '../../page/dom';
import type { Words } from '../../language/language';
import { setByHand } from '../text/change';
import type { Session } from '../text/session';
import { annotationAround } from '../text/tree';
import { treeDiff, type ValueChange } from '../text/tree_diff';

export function staleValues(session: Pick<Session, 'originalTree' | 'tree'>): ValueChange[] {
  const { originalTree, tree } = session;
  if (!originalTree || !tree) return [];
  return treeDiff(originalTree, tree).filter(({ before, after, steps }) => {
    const both = before !== undefined && after !== undefined;
    return both && annotationAround(tree, steps, 'source') !== undefined;
  });
}

/** In place of each such source, that the value is assumed. */
export function allAssumed(session: Pick<Session, 'originalTree' | 'tree' | 'text'>, words: Words): string {
  const { tree } = session;
  return staleValues(session).reduce((text, { steps, before = '', after = '' }) => {
    const source = annotationAround(tree, steps, 'source') ?? '';
    return setByHand({ text, tree }, steps, after, before, source, words.t('edit.form.assumed', { source }));
  }, session.text);
}

/** A notice with a button that corrects them; null if there are none. */
export function staleNotice(session: Session, words: Words): HTMLElement | null {
  const { length } = session.current ? staleValues(session) : [];
  if (length === 0) return null;
  const mark = () => {
    session.seal();
    session.change(allAssumed(session, words), 'form');
  };
  return h(
    'p',
    { class: 'edit-status' },
    words.t('edit.stale', { n: length }),
    ' ',
    h('button', { type: 'button', id: 'edit-stale', onclick: mark }, words.t('edit.stale.mark')),
  );
}
