import { CERTAINTIES } from '../../core/memory/certainty.js';
import { BINDINGS, type Binding } from '../../core/messages/bindings.js';
import { CHOOSE_AGAIN, NEXT_WRONG } from '../../core/messages/lesson.js';
import type { FooterKey } from '../layout/page.js';

/**
 * A key in the footer.
 * @param weight from 1; a narrow footer drops low weights first
 * @param label the label on this page, if it is not the usual one
 */
const footerKey = (binding: Binding, weight: number, label = binding.label): FooterKey => ({
  keys: binding.footer ?? binding.keys,
  label,
  weight,
});

export const MOVE = footerKey(BINDINGS.move, 4);
export const SCROLL = { ...footerKey(BINDINGS.move, 6, 'scroll'), scrolls: 'both-ways' } as const;
/** On the certainty question: takes another choice instead. */
export const OTHER = footerKey(BINDINGS.move, 6, 'change answer');
export const MOVE_ON_MAP = { ...footerKey(BINDINGS.move, 7), keys: '↑↓←→' };
export const OPEN = footerKey(BINDINGS.enter, 9);
/** On a page with a field. */
export const ENTER_TEXT = footerKey(BINDINGS.enter, 9, 'done');
export const ANSWER = footerKey(BINDINGS.enter, 9, 'answer');
export const TURN = footerKey(BINDINGS.enter, 9, 'change');
export const OPEN_CELL = footerKey(BINDINGS.enter, 9, 'read the statements');
export const TO_MAP = {
  ...footerKey(BINDINGS.enter, 9, 'the map: who did what'),
  leavesPage: true,
};
export const NEXT = { ...footerKey(BINDINGS.next, 9), leavesPage: true };
/** On the verdict of a board. */
export const TO_WRONG = { ...NEXT, label: NEXT_WRONG };
/** On a page with more below its menu. */
export const DOWN = { ...footerKey(BINDINGS.next, 7, 'down'), scrolls: 'down' } as const;
export const BACK = footerKey(BINDINGS.back, 5);
export const LOOK = footerKey(BINDINGS.lookBack, 6);
export const WHO = footerKey(BINDINGS.whosWho, 3);
/** In the story. */
export const WHO_HERE = footerKey(BINDINGS.whosWho, 5);
export const HINT = footerKey(BINDINGS.hint, 5);
export const SHOW_ANSWER = footerKey(BINDINGS.showAnswer, 8);
/** From the page of a first miss. */
export const AGAIN = { ...footerKey(BINDINGS.enter, 9, CHOOSE_AGAIN), leavesPage: true };
export const MORE = footerKey(BINDINGS.more, 7);
export const LESS = footerKey(BINDINGS.more, 7, 'less');
export const INSPECT = footerKey(BINDINGS.inspect, 6);
/** While a live room can't be reached. */
export const ALONE = footerKey(BINDINGS.alone, 9.5);
export const HELP = footerKey(BINDINGS.help, 8);
export const QUIT = footerKey(BINDINGS.quit, 4);
export const HOME = footerKey(BINDINGS.close, 4);
export const CLOSE = footerKey(BINDINGS.close, 9, 'close');
export const TO_CELLS = footerKey(BINDINGS.close, 9, 'back to the map');
/** From the certainty question to the choices, and to the page where this one was opened. */
export const TO_ORIGIN = footerKey(BINDINGS.close, 4, 'back');
export const CERTAINTY_FOOTER = CERTAINTIES.map((certainty) => footerKey(BINDINGS[certainty], 9));

/** On a question, and after a first miss on a board: the text may be out of sight. */
export const LOOK_AGAIN = footerKey(BINDINGS.lookBack, 7.5);

/** Between the rows of the verdict on a sort board. */
export const MOVE_ON_BOARD = footerKey(BINDINGS.move, 7);

/** On a sort board. The arrows go with the digits: they must be seen where only one statement is. */
export const putUnder = (headings: number): FooterKey => ({
  keys: `${BINDINGS.move.footer} 1-${headings}`,
  label: BINDINGS.put.label,
  weight: 8,
});

/** @param label how many statements are to go */
export const handIn = (label: string): FooterKey => footerKey(BINDINGS.enter, 9, label);

export const choose = (count: number): FooterKey => ({
  keys: `${BINDINGS.move.footer} 1-${count}`,
  label: BINDINGS.choose.label,
  weight: 7,
});
