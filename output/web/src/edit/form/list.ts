// SPDX-License-Identifier: MIT
// A list of names with a box to tick for each that may be in it, or of free words set apart by commas.
import type { Field } from '../../data/server';
import { h } from '../../page/dom';
import { setWritten } from '../text/change';
import { inWords } from '../names/describe';
import { idOf } from './field';
import type { Form } from './view';
import { flowList, scalar } from '../text/scalar';
import { find, isList, isText, plain, type Steps } from '../text/tree';
import { choices } from './widgets';

function valuesOf(form: Form, steps: Steps): string[] {
  const node = plain(find(form.session.tree, steps));
  if (isText(node)) return [node.text];
  return isList(node) ? node.list.map((item) => plain(item)).flatMap((item) => (isText(item) ? [item.text] : [])) : [];
}

export function listEditor(form: Form, steps: Steps, info: Field, describedBy: string): HTMLElement {
  const { session, words, fields } = form;
  const now = valuesOf(form, steps);
  const set = (values: string[]) => {
    session.seal();
    session.change(setWritten(session.draft, steps, flowList(values.map((one) => scalar(one, true)))), 'form');
  };
  const known = choices({ type: info.type ?? '', info: fields.types[info.type ?? ''], tree: session.tree, words });
  const label = inWords({ words, fields, tree: session.tree }, steps);
  const id = idOf(steps);
  if (!known) {
    const enter = (event: Event) => {
      const { value } = event.target as HTMLInputElement;
      set(
        value
          .split(',')
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      );
    };
    const value = now.join(', ');
    return h('input', {
      id,
      type: 'text',
      class: 'edit-text',
      value,
      'aria-label': label,
      'aria-describedby': describedBy,
      onchange: enter,
    });
  }
  const tick = (value: string, on: boolean) => set(on ? [...now, value] : now.filter((one) => one !== value));
  return h(
    'div',
    { id, class: 'edit-ticks', role: 'group', 'aria-label': label, 'aria-describedby': describedBy },
    known.map(({ value, name }) =>
      h(
        'label',
        {},
        h('input', {
          type: 'checkbox',
          id: `${id}-${value}`,
          checked: now.includes(value),
          onchange: (event: Event) => tick(value, (event.target as HTMLInputElement).checked),
        }),
        ` ${name}`,
      ),
    ),
  );
}
