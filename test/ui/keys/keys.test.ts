import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/core/state/action.js';
import { actionFor } from '../../../src/ui/keys/keys.js';
import type { Layout } from '../../../src/ui/layout/fit.js';
import { choosing, type Play, play, settling } from '../../support/play.js';

const NO_KEY: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

/** A page of 30 rows with 10 visible, from the third. */
const LAYOUT = {
  offset: 2,
  lastOffset: 20,
  bodyHeight: 10,
  showsHighlight: true,
} as Layout;

/** The screens before the key: the scenes of a lesson, home and an overlay. */
const SCENES = {
  home: () => play(),
  reading: () => play({ lesson: 'first' }),
  question: () => at((session) => session.do({ type: 'next' })),
  highlighted: () => at((session) => session.do({ type: 'next' }, { type: 'move', by: 1 })),
  'second-look': () =>
    at((session) => {
      session.do({ type: 'next' });
      session.do(...choosing(session, 'b'));
    }),
  verdict: () =>
    at((session) => {
      session.do({ type: 'next' });
      session.do(...settling(session, 'b'));
    }),
  overlay: () => at((session) => session.do({ type: 'look', at: 'help' })),
} as const;

function at(arrive: (session: Play) => void): Play {
  const session = play({ lesson: 'first' });
  arrive(session);
  return session;
}

function pressed(
  scene: keyof typeof SCENES,
  key: string,
  layout: Partial<Layout> = {},
): Action | undefined {
  const context = { state: SCENES[scene]().state(), layout: { ...LAYOUT, ...layout }, width: 72 };
  return key in NO_KEY
    ? actionFor('', { ...NO_KEY, [key]: true }, context)
    : actionFor(key, NO_KEY, context);
}

const LAST_PAGE = { offset: 20 };

describe('a key on', () => {
  test.each<[keyof typeof SCENES, string, Action | undefined, Partial<Layout>?]>([
    ['home', 'downArrow', { type: 'move', by: 1 }],
    ['home', 'k', { type: 'move', by: -1 }],
    ['home', 'return', { type: 'enter' }],
    ['home', 'return', { type: 'point', at: 0 }, { showsHighlight: false }],
    ['home', 'end', { type: 'point-last' }],
    ['home', '2', { type: 'point', at: 1 }],
    ['home', ' ', { type: 'scroll', to: 11 }],
    ['home', 'q', { type: 'quit' }],
    ['home', 'x', undefined],
    ['home', 'i', undefined],
    ['reading', 'downArrow', { type: 'scroll', to: 3 }],
    ['reading', 'upArrow', { type: 'scroll', to: 1 }],
    ['reading', ' ', { type: 'scroll', to: 11 }],
    ['reading', ' ', { type: 'next' }, LAST_PAGE],
    ['reading', 'return', { type: 'enter' }, LAST_PAGE],
    ['reading', 'leftArrow', { type: 'back' }],
    ['reading', 'end', { type: 'scroll', to: 20 }],
    ['question', '3', { type: 'point', at: 2 }],
    ['question', 'return', { type: 'enter' }],
    ['highlighted', 'return', { type: 'enter' }],
    ['highlighted', 'return', { type: 'point', at: 0 }, { showsHighlight: false }],
    ['question', 'h', { type: 'hint' }],
    ['question', 'r', { type: 'look', at: 'passages' }],
    ['question', 'w', { type: 'look', at: 'sources' }],
    ['question', 'g', undefined],
    ['question', 'escape', { type: 'close' }],
    ['second-look', 's', { type: 'show-answer' }],
    ['verdict', 'm', { type: 'more' }],
    ['verdict', ' ', { type: 'next' }, LAST_PAGE],
    ['verdict', 'pageUp', { type: 'scroll', to: 0 }],
    ['overlay', 'downArrow', { type: 'scroll', to: 3 }],
    ['overlay', '?', { type: 'look', at: 'help' }],
    ['overlay', 'escape', { type: 'close' }],
  ])('the screen %s does its action: %s', (scene, key, action, layout) => {
    expect(pressed(scene, key, layout)).toEqual(action);
  });

  test('any screen does nothing with Ctrl or Alt', () => {
    const context = { state: play().state(), layout: LAYOUT, width: 72 };
    expect(actionFor('q', { ...NO_KEY, ctrl: true }, context)).toBeUndefined();
    expect(actionFor('q', { ...NO_KEY, meta: true }, context)).toBeUndefined();
  });
});
