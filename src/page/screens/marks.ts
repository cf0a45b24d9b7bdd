import { type Child, h, type Wanted } from '../dom.js';

/** A sign for the eye, and words for screen readers. */
export const mark = (sign: string, said: string): Wanted =>
  h(
    'span',
    { class: 'mark' },
    h('span', { 'aria-hidden': 'true' }, `${sign} `),
    h('span', { class: 'said' }, `${said}: `),
  );

/** A paragraph, if there is something in it. */
export const paragraph = (text: Child, className?: string): Wanted | undefined =>
  text === undefined ? undefined : h('p', { class: className }, text);
