import { h, type Wanted } from '../dom.js';
import type { Page } from '../state.js';
import { ASK_CODE, ASK_NAME, JOIN, JOIN_TITLE, JOINING, PRIVACY } from '../words.js';

/** As in the core, whose check of names would make the page larger. */
const LONGEST_NAME = 32;

/** What the page asks before a person is in: one line on privacy, then the name. */
export const joiningScreen = ({ state, join }: Page): Wanted[] => [
  h('h1', { tabindex: -1 }, JOIN_TITLE),
  h('p', {}, PRIVACY),
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
    ...(state.door === '' ? field('code', ASK_CODE, { autocapitalize: 'characters' }) : []),
    ...field('name', ASK_NAME, { maxlength: LONGEST_NAME }),
    h('button', { class: 'main', disabled: state.isBusy }, state.isBusy ? JOINING : JOIN),
  ),
];

const field = (name: string, label: string, more: object): Wanted[] => [
  h('label', { key: `${name} label`, for: name }, label),
  h('input', {
    key: name,
    id: name,
    name,
    type: 'text',
    autocomplete: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    ...more,
  }),
];
