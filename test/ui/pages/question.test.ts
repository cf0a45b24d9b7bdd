import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TRAPS } from '../../../src/core/course/habits.js';
import { footerLine } from '../../../src/ui/components/footer.js';
import { linesOf } from '../../../src/ui/layout/page.js';
import { choose, drawn, inLesson, inRoom, textOf, toQuestion } from '../../support/in-text.js';

const USUAL = { columns: 80, rows: 24 };
const SMALL = { columns: 40, rows: 12 };
const WIDE = { columns: 120, rows: 40 };
const SIZES = [USUAL, SMALL, WIDE];

const at = (id: string) => {
  const session = inLesson('the-fee');
  toQuestion(session, id);
  return session;
};

const PASSAGE = [
  'In a letter to readers the head librarian wrote that night opening had',
  'never been in the budget. The fee, she said, would be small and would',
  'not keep anybody away. The council has not answered her letter.       ¶1',
];

describe('the passage of a question', () => {
  test('is above the question at 80 by 24, and ends with its paragraph', () => {
    const { rows, layout } = drawn(at('who-wrote'), USUAL);
    expect(rows.slice(0, 5)).toEqual([
      ...PASSAGE,
      '',
      'Who wrote that night opening had never been in the budget?',
    ]);
    expect(layout.showsPassage).toBe(true);
  });

  test('is beside the question at 120 by 40', () => {
    const { rows, aside } = drawn(at('who-wrote'), WIDE);
    expect(rows[0]).toBe('Who wrote that night opening had never been in the budget?');
    expect(aside[0]).toBe('In a letter to readers the head');
    expect(aside.at(-1)).toMatch(/^answered her letter\. +¶1$/);
  });

  test('is left out at 40 by 12, where the question fills the page', () => {
    const { rows, aside, layout } = drawn(at('who-wrote'), SMALL);
    expect(rows[0]).toBe('Who wrote that night opening had');
    expect([aside, layout.showsPassage]).toEqual([[], false]);
  });

  test.each(SIZES)('stays shut in a closed-book lesson at $columns columns', (size) => {
    const { rows, aside, layout, footer } = drawn(inLesson('by-heart'), size);
    expect(rows[0]).toBe('Who is silent about the letter?');
    expect([aside, layout.showsPassage]).toEqual([[], false]);
    expect(footer).not.toContain('r look back');
  });

  test('is in sight in an exercise of a room, too, until a closed book is opened', () => {
    const open = inRoom('the-fee', 'by-heart');
    open.do({ type: 'enter' });
    toQuestion(open, 'who-wrote');
    expect(drawn(open, USUAL).layout.showsPassage).toBe(true);

    const closed = inRoom('the-fee', 'by-heart');
    closed.do({ type: 'enter' });
    toQuestion(closed, 'who-is-silent');
    expect(drawn(closed, WIDE).layout.showsPassage).toBe(false);
  });
});

describe('a question without a highlight', () => {
  test.each(SIZES)('has no pointer and begins at its top at $columns columns', (size) => {
    for (const id of ['who-wrote', 'whose-view', 'which-channel']) {
      const { layout, rows } = drawn(at(id), size);
      expect(layout.offset).toBe(0);
      expect(layout.showsHighlight).toBe(false);
      expect(rows.join('')).not.toMatch(/[❯❮]/);
    }
  });
});

describe('words to choose', () => {
  test('are numbered and in brackets in their sentence, below the question', () => {
    const session = at('whose-view');
    expect(drawn(session, USUAL).rows.slice(3)).toEqual([
      '',
      "Which words make this somebody's view?",
      '',
      '  The fee, [1 she said], would be [2 small] and would [3 not] keep',
      '  anybody away.',
    ]);
    session.do({ type: 'point', at: 1 });
    const { rows, layout } = drawn(session, USUAL);
    expect(rows[6]).toBe('  The fee, [1 she said], would be ❯2 small❮ and would [3 not] keep');
    expect(layout.before[6]?.spans.filter(({ tone }) => tone === 'pointed')).not.toEqual([]);
    expect(layout.showsHighlight).toBe(true);
  });

  test('are a list below 60 columns, after the sentence with its brackets', () => {
    const session = at('whose-view');
    session.do({ type: 'point', at: 2 });
    for (const columns of [40, 59]) {
      const { rows, layout } = drawn(session, { columns, rows: 24 });
      expect(rows.join(' ')).toMatch(/\[1 she said\].*\[2 small\].*\[3\s+not\]/);
      expect(rows.slice(-3)).toEqual(['1  she said', '2  small', '3  not']);
      expect(layout.items).toHaveLength(3);
    }
    expect(drawn(session, { columns: 60, rows: 24 }).layout.items).toEqual([]);
  });

  test('show the first miss when the learner chooses again', () => {
    const session = at('whose-view');
    choose(session, 'small');
    session.do({ type: 'enter' });
    expect(drawn(session, USUAL).rows.join(' ')).toContain(
      '[1 she said], would be [✗ 2 small] and',
    );
    session.do({ type: 'point', at: 1 });
    expect(drawn(session, USUAL).rows.join(' ')).toContain('❯✗ 2 small❮');
    const { rows, layout } = drawn(session, SMALL);
    expect(rows.slice(-3)).toEqual(['1  she said', '2  small (tried)', '3  not']);
    expect(layout.items.filter(({ isMissed }) => isMissed).map(({ id }) => id)).toEqual(['small']);
  });

  test("name in the smallest footer the key that shows the text, and there the key of who's who", () => {
    const session = at('whose-view');
    const { keys } = drawn(session, SMALL);
    expect(textOf(footerLine(keys, 36))).toBe('enter answer  r look back  ? help');
    session.do({ type: 'look', at: 'passages' });
    const story = drawn(session, SMALL).keys;
    expect(textOf(footerLine(story, 36))).toBe("↑↓ scroll  w who's who  esc close");
  });

  test('never have a bracket at the end of a row without its number and word', () => {
    const session = at('whose-view');
    choose(session, 'small');
    session.do({ type: 'enter' });
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 130 }),
        fc.integer({ min: -1, max: 2 }),
        (columns, i) => {
          if (i >= 0) session.do({ type: 'point', at: i });
          const { rows } = drawn(session, { columns, rows: 24 });
          expect(rows.join(' ')).toMatch(/[[❯](✗ )?3 not/);
          for (const row of rows) expect(row).not.toMatch(/[[❯]([✗ ]*\d?)? *$/);
        },
      ),
    );
  });
});

describe('sentences to choose', () => {
  test('are numbered down the passage, which is not shown a second time', () => {
    const session = at('which-channel');
    session.do({ type: 'point', at: 1 });
    for (const size of [USUAL, WIDE]) {
      const { rows, aside, layout } = drawn(session, size);
      expect(aside).toEqual([]);
      expect(layout.showsPassage).toBe(true);
      expect(rows).toEqual([
        'Which sentence says how she told her readers?',
        '',
        '  [1 In a letter to readers the head librarian wrote that night opening',
        '     had never been in the budget.]',
        '❯ [2 The fee, she said, would be small and would not keep anybody away.]',
        '  [3 The council has not answered her letter.]                        ¶1',
      ]);
    }
  });

  test('are a list below 60 columns', () => {
    const { layout, rows } = drawn(at('which-channel'), SMALL);
    expect(layout.items).toHaveLength(3);
    expect(rows).toContain('1  In a letter to readers the head');
  });

  test('show the first miss when the learner chooses again', () => {
    const session = at('which-channel');
    choose(session, 'fee');
    session.do({ type: 'enter' });
    const { rows } = drawn(session, USUAL);
    expect(rows[2]).toMatch(/^ {2}\[1 In a letter/);
    expect(rows.find((row) => row.includes('✗'))).toMatch(/^✗ \[2 The fee/);
    session.do({ type: 'point', at: 1 });
    expect(drawn(session, USUAL).rows.find((row) => row.includes('❯'))).toMatch(/^❯✗\[2 The fee/);
  });
});

test('the highlighted choice is in view in every window, in the text as in a list', () => {
  const sessions = ['who-wrote', 'whose-view', 'which-channel'].map(at);
  const anyCase = fc.record({
    session: fc.constantFrom(...sessions),
    highlight: fc.nat(2),
    columns: fc.integer({ min: 40, max: 200 }),
    rows: fc.integer({ min: 12, max: 50 }),
  });
  fc.assert(
    fc.property(anyCase, ({ session, highlight, ...size }) => {
      session.do({ type: 'point', at: highlight });
      const { layout } = drawn(session, size);
      expect(layout.showsHighlight).toBe(true);
      session.do({ type: 'scroll', to: 99 });
      expect(drawn(session, size).layout.offset).toBe(layout.lastOffset);
    }),
  );
});

describe('the page after a first miss', () => {
  const missed = (lesson: string, id: string, choice: string) => {
    const session = inLesson(lesson);
    toQuestion(session, id);
    choose(session, choice);
    return session;
  };

  test('names the trap and the habit below the passage, and does not give the answer', () => {
    const session = missed('the-fee', 'who-wrote', 'council');
    const { rows, layout, footer } = drawn(session, USUAL);
    expect(rows).toEqual([
      ...PASSAGE,
      '',
      'Who wrote that night opening had never been in the budget?',
      '',
      `✗ Not this time. The trap: ${TRAPS['wrong-source'].name}.`,
      '',
      'Who says this, and how are they named?',
      '',
      'Look at the passage again, then choose once more.',
    ]);
    const habit = layout.before.find((row) => textOf(row).startsWith('Who says this'));
    expect(habit?.spans[0]?.tone).toBe('strong');
    expect(footer.slice(0, 3)).toEqual(['enter choose again', 's show answer', 'r look back']);
  });

  test('shows the passage of sentences to choose, too', () => {
    const session = missed('the-fee', 'which-channel', 'fee');
    expect(drawn(session, USUAL).rows.slice(0, 3)).toEqual(PASSAGE);
    expect(drawn(session, WIDE).aside).not.toEqual([]);
  });

  test('at 40 by 12 leaves out the question, and names the key that opens the passage', () => {
    const { rows, layout } = drawn(missed('the-fee', 'who-wrote', 'council'), SMALL);
    expect(rows[0]).toBe('✗ Not this time. The trap: credited');
    expect(rows.join(' ')).toContain('Look at the passage again, then choose once more.');
    expect(rows.join(' ')).toContain('Press r to look back at the text.');
    expect(layout.lastOffset).toBe(0);
  });

  test('in a closed-book lesson says nothing of the passage, at any width', () => {
    const session = missed('by-heart', 'who-is-silent', 'librarian');
    for (const size of SIZES) {
      const { rows, aside, footer } = drawn(session, size);
      expect(rows.at(-1)).toBe('Choose once more.');
      expect(rows.join(' ')).not.toMatch(/passage|look back/);
      expect(aside).toEqual([]);
      expect(footer).not.toContain('r look back');
    }
  });

  test('is followed by the question with the first answer marked, and s for the answer', () => {
    const session = missed('the-fee', 'who-wrote', 'council');
    session.do({ type: 'enter' });
    const { layout, footer } = drawn(session, USUAL);
    expect(layout.items.flatMap(({ id, isMissed }) => (isMissed ? [id] : []))).toEqual(['council']);
    expect(
      layout.items.flatMap(({ id, lines }) => {
        const text = linesOf(lines).map(textOf).join(' ');
        return text.endsWith('(tried)') ? [id] : [];
      }),
    ).toEqual(['council']);
    expect(footer).toContain('s show answer');
  });
});
