import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { actionFor } from '../../../src/ui/keys/keys.js';
import type { Layout } from '../../../src/ui/layout/fit.js';
import { pageOf } from '../../../src/ui/pages/page.js';
import { atBoard, type BoardSession, boardCourse, RIGHT } from '../../support/board-course.js';

const LAYOUT = { offset: 0, lastOffset: 0, bodyHeight: 10, showsHighlight: true } as Layout;

const pressed = (session: BoardSession, input: string, key: Partial<Key> = {}) =>
  actionFor(input, key as Key, { state: session.store.state(), layout: LAYOUT, width: 72 });

describe('on a sort board', () => {
  test('a digit puts the statement under that heading', () => {
    expect(pressed(atBoard(), '3')).toEqual({ type: 'put', at: 2 });
  });

  test('the arrows move, and Enter hands in', () => {
    expect(pressed(atBoard(), '', { downArrow: true })).toEqual({ type: 'move', by: 1 });
    expect(pressed(atBoard(), '', { return: true })).toEqual({ type: 'enter' });
  });

  test('s shows the answer', () => {
    expect(pressed(atBoard(), 's')).toEqual({ type: 'show-answer' });
  });
});

describe('at the verdict on a sort board', () => {
  const verdict = (): BoardSession => {
    const session = atBoard();
    session.handIn(...RIGHT);
    return session;
  };

  test('the arrows move to another statement', () => {
    expect(pressed(verdict(), '', { upArrow: true })).toEqual({ type: 'move', by: -1 });
    expect(pressed(verdict(), 'j')).toEqual({ type: 'move', by: 1 });
  });

  test('Enter and space go to each ✗ whose reason was not shown, then to the next step', () => {
    for (const key of [{ input: ' ' }, { input: '', key: { return: true } }]) {
      const session = atBoard();
      session.handIn(3, 1, 3, 1);
      session.do({ type: 'show-answer' });
      const press = () => pressed(session, key.input, key.key);
      const label = () => pageOf(session.store.state(), () => boardCourse.material, 76).footer[1];
      // The page opens at the first ✗. The learner looks at the last, then goes back.
      expect(label()?.label).toBe('next ✗');
      session.do({ type: 'move', by: -1 }, { type: 'move', by: 1 });
      expect(press()).toEqual({ type: 'point', at: 1 });
      session.do({ type: 'point', at: 1 });
      expect(label()?.label).toBe('next');
      expect(press()).toEqual({ type: key.input === ' ' ? 'next' : 'enter' });
    }
  });

  test('Enter and space go to the next step if all is right', () => {
    expect(pressed(verdict(), '', { return: true })).toEqual({ type: 'enter' });
    expect(pressed(verdict(), ' ')).toEqual({ type: 'next' });
  });
});
