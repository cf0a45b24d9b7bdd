import { JOIN_WORDS } from '../../core/messages/live-room/page.js';
import { h, type Wanted } from '../dom.js';
import type { PageNow } from '../state.js';

/** As in the core, whose check of names would make the page larger. */
const LONGEST_NAME = 32;

/** What the page asks before a person is in: one line on privacy, then the name. */
export const joiningScreen = ({ state, join }: PageNow): Wanted[] => [
  h('h1', { tabindex: -1 }, JOIN_WORDS.title),
  h('p', {}, JOIN_WORDS.privacy),
  h(
    'form',
    {
      novalidate: true,
      on: {
        submit: (event: Event) => {
          event.preventDefault();
          const form = new FormData(event.target as HTMLFormElement);
          join(String(form.get('code') ?? state.door), String(form.get('name') ?? ''));
        },
      },
    },
    ...(state.door === ''
      ? field('code', JOIN_WORDS.code, JOIN_WORDS.codeNote, { autocapitalize: 'characters' })
      : []),
    ...field('name', JOIN_WORDS.name, JOIN_WORDS.nameNote, { maxlength: LONGEST_NAME }),
    h(
      'button',
      { class: 'main', disabled: state.isBusy },
      state.isBusy ? JOIN_WORDS.joining : JOIN_WORDS.join,
    ),
  ),
];

const field = (name: string, label: string, note: string, more: object): Wanted[] => [
  h('label', { key: `${name} label`, for: name }, label),
  h('input', {
    key: name,
    id: name,
    name,
    type: 'text',
    autocomplete: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    'aria-describedby': `${name}-note`,
    ...more,
  }),
  h('p', { key: `${name} note`, id: `${name}-note`, class: 'note' }, note),
];
