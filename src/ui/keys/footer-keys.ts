import { CERTAINTIES } from '../../core/memory/certainty.js';
import { CERTAINTY_KEYS } from '../../core/messages/review.js';
import type { FooterKey } from '../layout/page.js';

/** Keys as the footer names them, each with how long it stays when there is little room. */
const key = (keys: string, label: string, weight: number): FooterKey => ({ keys, label, weight });

export const MOVE = key('↑↓', 'move', 4);
export const OPEN = key('enter', 'open', 9);
export const ANSWER = key('enter', 'answer', 9);
export const ON = { ...key('space', 'on', 9), goesOn: true };
export const BACK = key('←', 'back', 5);
export const LOOK = key('r', 'look back', 6);
export const WHO = key('w', 'who’s who', 3);
export const HINT = key('h', 'hint', 5);
export const MORE = key('m', 'more', 7);
export const LESS = key('m', 'less', 7);
export const INSPECT = key('i', 'inspect', 6);
export const HELP = key('?', 'help', 8);
export const QUIT = key('q', 'quit', 4);
export const HOME = key('esc', 'home', 4);
export const CLOSE = key('esc', 'close', 9);
export const SCROLL = key('↑↓', 'scroll', 6);
export const TURN = key('enter', 'change', 9);
export const TO_MAP = { ...key('enter', 'the map', 9), goesOn: true };
export const MOVE_ON_MAP = key('↑↓←→', 'move', 7);
export const TO_CELLS = key('esc', 'the map', 9);
export const OPEN_CELL = key('enter', 'read them', 9);
/** Instead of how sure one is: another choice. */
export const OTHER = key('↑↓', 'another', 6);
/** From how sure one is. */
export const TO_CHOICES = key('esc', 'back', 4);
export const CERTAINTY_FOOTER = CERTAINTIES.map((one) =>
  key(CERTAINTY_KEYS[one].key, CERTAINTY_KEYS[one].does, 9),
);
export const choose = (count: number): FooterKey => key(`↑↓ 1-${count}`, 'choose', 7);
