import type { PassageView, StopView } from '../../core/views/live-room/person-view.js';
import { type Child, h, type Wanted } from '../dom.js';
import type { PageState } from '../state.js';

/** The passages of a stop, in order. */
export const passagesOf = ({ view }: PageState, { passages }: StopView): PassageView[] =>
  passages.flatMap((id) => view?.passages[id] ?? []);

/** A passage as running text. */
export const passageBlock = ({ heading, sentences }: PassageView): Wanted =>
  passageFrame(heading, h('p', {}, sentences.map(({ text }) => text).join(' ')));

export const passageFrame = (heading: string, ...children: readonly Child[]): Wanted =>
  h('section', { class: 'passage', key: `passage ${heading}` }, h('h3', {}, heading), ...children);
