import { Readable } from 'node:stream';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Course } from '../../src/core/course/course.js';
import { CLOSED_BOOK } from '../../src/core/messages/lesson.js';
import type { News } from '../../src/core/session/session-store.js';
import { anyText } from '../support/any-text.js';
import { course } from '../support/drill-course.js';
import { numberOf, runTyped } from '../support/plain-session.js';

const MAYOR = numberOf('who-wants', 'mayor');
const LIBRARIAN = numberOf('who-wants', 'librarian');
const WROTE = numberOf('who-wrote', 'librarian');
const MAYOR_WROTE = numberOf('who-wrote', 'mayor');

/** The last reply before the reply to the end of the input. */
const lastReply = (replies: readonly string[]): string => replies.at(-2) ?? '';

describe('a whole lesson in lines', () => {
  test('can be read, answered and left with Enter and numbers', async () => {
    const { result, replies, answers } = await runTyped(['', MAYOR, '1', '', WROTE, '', '1'], {
      lesson: 'voices',
    });
    expect(result).toBe('quit');
    expect(replies[0]).toBe(
      [
        '1 · Two voices, step 1 of 4',
        'Tell two voices apart.',
        '',
        'Retold, not quoted · ¶1',
        'The mayor wants the library open at night from May. On Monday the',
        'council put the vote off.',
        '',
        'Look for: who wants something',
        '',
        '',
      ].join('\n'),
    );
    expect(replies[2]).toContain(
      [
        'Right',
        '',
        '✓ She wants it from May.',
        '',
        '  The mayor wants the library open at night from May.',
        '  ¶1, sentence 1',
      ].join('\n'),
    );
    expect(replies[6]).toContain('2 of 2 on first try\n\n1. Leave\n2. Next: 2 · By heart\n');
    expect(answers.map(({ check, right }) => [check, right])).toEqual([
      ['who-wants', true],
      ['who-wrote', true],
    ]);
  });

  test('ends with Leave as the last entry where somebody types', async () => {
    const lines = ['', MAYOR, '1', '', WROTE, '', '5'].map((line) => `${line}\n`);
    const input = Object.assign(Readable.from(lines), { isTTY: true });
    const { result, text } = await runTyped(input, { lesson: 'voices' });
    expect(result).toBe('quit');
    expect(text).toContain('2 of 2 on first try\n\n1. Next: 2 · By heart\n');
    expect(text).toMatch(/\n4\. .*\n5\. Leave\n/);
  });

  test('shows the choices in the order of the seed, numbered from 1', async () => {
    const { replies } = await runTyped(['1'], { lesson: 'voices' });
    expect(replies[1]).toContain('\nWho wants the library open at night?\n\n1. ');
    expect(replies[1]).toContain(`\n${MAYOR}. The mayor\n`);
    expect(replies[1]).toContain(`\n${LIBRARIAN}. The head librarian\n`);
  });

  test('says after a first miss what to type for the passage', async () => {
    const { replies } = await runTyped(['', LIBRARIAN, 'r'], { lesson: 'voices' });
    expect(replies[2]).toContain(
      '\n\nLook at the passage again, then choose once more.\nType r to look back at the text.\n',
    );
    expect(replies[3]).toContain('¶1');
  });

  test('shows after a wrong answer all choices with marks, both reasons, the trap and the proof', async () => {
    const { replies } = await runTyped(['', LIBRARIAN, 's'], { lesson: 'voices' });
    const reply = lastReply(replies);
    expect(reply).toMatch(/^\nWho wants the library open at night\?\n\n(.+\n){3}\nNot this time\n/);
    expect(reply).toContain(`\n✗ ${LIBRARIAN}. The head librarian · your answer\n`);
    expect(reply).toContain(`\n✓ ${MAYOR}. The mayor\n`);
    expect(reply).toContain(
      [
        'Not this time',
        '',
        '✓ She wants it from May.',
        '✗ She wrote of the budget.',
        '',
        'Credited to the wrong person. Ask: who says this, and how are they',
        'named?',
        '',
        '  The mayor wants the library open at night from May.',
        '  ¶1, sentence 1',
        '',
        '',
      ].join('\n'),
    );
  });

  test('shows with more the other choice, the statements of the chosen source and the id, every time', async () => {
    const lines = ['', MAYOR, '', '', MAYOR_WROTE, 's', 'm', 'more'];
    const { replies } = await runTyped(lines, { lesson: 'voices' });
    expect(replies[7]).toContain('. The council\n   It voted.\n');
    expect(replies[7]).toContain(
      'What the story reports from Ada Vale:\n• The mayor wants the library open at night from May (¶1).\n',
    );
    expect(replies[7]).toContain('give its id: voices/who-wrote\n');
    expect(replies[8]).toBe(replies[7]);
  });

  test('shows an answered question with its verdict after going back', async () => {
    const { replies } = await runTyped(['', MAYOR, '', 'b'], { lesson: 'voices' });
    expect(lastReply(replies)).toContain(`\n✓ ${MAYOR}. The mayor · your answer\n`);
  });
});

describe('looking something up', () => {
  test('is recorded with the answer', async () => {
    const lines = ['', 'r', 'w', 'h', MAYOR, '', '', WROTE];
    const { answers } = await runTyped(lines, { lesson: 'voices' });
    expect(answers.map(({ lookUps }) => lookUps)).toEqual([['passages', 'sources', 'hint'], []]);
  });

  test('at a check repeats the question afterwards', async () => {
    const { replies } = await runTyped(['', 'look', 'who'], { lesson: 'voices' });
    expect(replies[2]).toMatch(/^\nRetold, not quoted · ¶1\n.*Who wants the library/s);
    expect(replies[3]).toContain('• Ada Vale: mayor; side: the town; named; source in ¶1\n');
    expect(replies[3]).toContain('Who wants the library');
  });

  test('shows only the passages that the lesson has shown', async () => {
    const { replies } = await runTyped(['', 'r'], { lesson: 'voices' });
    expect(lastReply(replies)).not.toContain('¶2');
  });

  test('shows the hint, or else where to look', async () => {
    const { replies } = await runTyped(['', 'h', MAYOR, '', '', 'hint'], { lesson: 'voices' });
    expect(replies[2]).toBe('\nHint  Look at sentence 1 of ¶1.\n\n');
    expect(replies[6]).toBe('\nHint  Somebody wrote a letter.\n\n');
  });

  test('is rejected and not recorded in a closed-book lesson', async () => {
    const answer = numberOf('wrote-by-heart', 'librarian');
    const lines = ['r', 'w', 'h', answer, 'r', '', 'r'];
    const { replies, answers } = await runTyped(lines, { lesson: 'by-heart' });
    for (const at of [1, 2, 3, 5]) expect(replies[at]).toBe(`\n${CLOSED_BOOK}\n\n`);
    expect(replies[7]).toContain("You haven't read any of the story yet.");
    expect(answers[0]?.lookUps).toEqual([]);
  });

  test('is not offered in a closed-book lesson', async () => {
    const { text } = await runTyped([], { lesson: 'by-heart' });
    expect(text).toContain('> 1-3 answer, b back, ? help, q quit: \n');
  });
});

describe('a typed answer', () => {
  test.each(['1x', '01', '0', '4', '-1', '1.0', '１', 'on', 'constructor', 'm', '1 1'])(
    '%j is reported as unknown, and the check is asked again',
    async (typed) => {
      const { replies, answers } = await runTyped(['', typed], { lesson: 'voices' });
      expect(lastReply(replies)).toBe(`\n“${typed}” isn't one of these: 1-3, r, w, h, b, ?, q\n\n`);
      expect(answers).toEqual([]);
    },
  );

  test.each(['', '   ', '\r'])('%j is no answer', async (typed) => {
    const { replies, answers } = await runTyped(['', typed, typed], { lesson: 'voices' });
    expect(lastReply(replies)).toBe('\nType one of these: 1-3, r, w, h, b, ?, q\n\n');
    expect(answers).toEqual([]);
  });

  test.each(['1', ' 1', '1 ', '1\r', '\t1'])('%j is a number', async (typed) => {
    const { answers } = await runTyped(['', typed], { lesson: 'voices' });
    expect(answers).toHaveLength(1);
  });

  test('is shortened in the message if it is long', async () => {
    const { replies } = await runTyped(['', 'x'.repeat(40)], { lesson: 'voices' });
    expect(lastReply(replies)).toContain(`“${'x'.repeat(30)}…” isn't one of these`);
  });

  test('of more than 1,000 characters is reported as too long, and is not the number at its start', async () => {
    const typed = `1${' '.repeat(2_000)}x`;
    const { replies, answers } = await runTyped(['', typed], { lesson: 'voices' });
    expect(lastReply(replies)).toMatch(
      /^\nThat line is longer than 1,000 characters\. Type one of these: 1-3, r, w,\nh/,
    );
    expect(answers).toEqual([]);
  });
});

describe('home', () => {
  test('begins with a promise and three entries', async () => {
    const { replies } = await runTyped([]);
    expect(replies[0]).toBe(
      [
        'On the record: The night library',
        '',
        'Who said it? Was it done, demanded, or only threatened?',
        'Read a paragraph, answer a question, see the sentence that proves it.',
        '',
        '1. Start: lesson 1, 3 minutes',
        '2. All lessons: 2 lessons, about 6 minutes',
        '3. Join a room: with a code from your facilitator',
        '',
        '',
      ].join('\n'),
    );
  });

  test('leads to all lessons, each with its score, minutes and goal', async () => {
    const { replies } = await runTyped(['2', '4']);
    expect(replies[1]).toMatch(/^\nLessons\n\n1\. Two voices: 2 questions, 3 min\. /);
    expect(replies[1]).toMatch(/\n2\. By heart: 1 question, 3 min\. .*Closed book\.\n/s);
    expect(replies[2]).toContain('1. Start: lesson 1');
  });

  test('leads from all lessons to settings and what is seldom needed', async () => {
    const { replies, result } = await runTyped(['2', '3', '3', '4']);
    expect(replies[2]).toBe(
      [
        '',
        'Settings and more',
        '',
        '1. Settings: what you are asked, how long a review is',
        "2. Who's who: everyone who has come up so far",
        '3. About: where the story comes from',
        '4. Quit: your progress is saved as you go',
        '5. Home',
        '',
        '',
      ].join('\n'),
    );
    expect(replies[3]).toMatch(/An invented story\..*Settings and more/s);
    expect(result).toBe('quit');
  });

  test("says what is left, and opens the story and who's who", async () => {
    const { replies } = await runTyped(['home', '3', 'w'], { lesson: 'voices' });
    expect(replies[1]).toContain(
      [
        'Lesson 1 has 2 questions left, about 3 minutes.',
        '0 of 3 questions answered. The rest takes about 6 minutes.',
        '',
        '1. Continue: 1 · Two voices, step 1 of 4',
        '2. Lessons: 0 of 2 done',
        "3. The story: reread the story so far, and who's who",
        '4. Join a room: with a code from your facilitator',
        "5. Settings and more: settings, who's who, about, quit",
      ].join('\n'),
    );
    expect(replies[2]).toMatch(
      /¶1.*\n1 more paragraph is still unread\.\n.*On the record: The night library/s,
    );
    expect(replies[2]).not.toContain('¶2');
    expect(replies[3]).toMatch(/Who's who.*On the record: The night library/s);
  });

  test('opens with the word home, and with back at the first step', async () => {
    const { replies } = await runTyped(['home', '1', 'b'], { lesson: 'voices' });
    expect(replies[1]).toContain('1. Continue: 1 · Two voices, step 1 of 4\n');
    expect(replies[2]).toContain('1 · Two voices, step 1 of 4');
    expect(replies[3]).toContain('1. Continue: 1 · Two voices');
  });
});

describe('the summary', () => {
  const missed = ['', LIBRARIAN, 's', '', '', WROTE, ''];

  test('describes missed checks by the true statement', async () => {
    const { replies } = await runTyped(missed, { lesson: 'voices' });
    expect(lastReply(replies)).toContain(
      '1 of 2 on first try\n\nWorth another look\n• The mayor wants the library open at night (¶1).\n',
    );
    expect(lastReply(replies)).not.toContain('librarian');
  });

  test('asks missed checks again, and says which are right now', async () => {
    const { replies, answers } = await runTyped([...missed, '3', MAYOR, ''], {
      lesson: 'voices',
    });
    expect(replies[7]).toContain('\n3. Try the one that is still wrong\n');
    expect(replies[8]).toContain('1 · Two voices, again · step 1 of 1\n');
    expect(lastReply(replies)).toContain('1 of 2 on first try, 1 mended\n');
    expect(lastReply(replies)).toContain('Right on a later try.');
    expect(lastReply(replies)).not.toContain('Try the question');
    expect(answers.map((answer) => answer.try)).toEqual([1, 1, 2]);
  });

  test('numbers its menu from 1 if no lesson was requested', async () => {
    const { replies } = await runTyped(['1', ...missed, '2'], {});
    expect(replies[8]).toContain('\n\n1. Next: 2 · By heart\n2. Try the one that is still wrong\n');
    expect(lastReply(replies)).toContain('again · step 1 of 1');
  });

  test('rejects a number beyond its menu', async () => {
    const { replies } = await runTyped([...missed, '7'], { lesson: 'voices' });
    expect(lastReply(replies)).toContain("“7” isn't one of these: 1-6, r, w, b, ?, q");
  });
});

describe('the end of the input', () => {
  test('at a check is reported and does not answer', async () => {
    const { result, text, answers } = await runTyped([''], { lesson: 'voices' });
    expect(result).toBe('end-of-input');
    expect(text).toMatch(/: \n\nThe input has ended\.\n$/);
    expect(answers).toEqual([]);
  });
});

describe('warnings', () => {
  test('are printed once, when they first appear', async () => {
    const coming: News[] = [{ notice: 'A line is damaged.\nA newer log.' }, { notice: 'Full.' }];
    const { replies } = await runTyped(['', 'x', MAYOR], {
      lesson: 'voices',
      news: () => coming.shift() ?? {},
    });
    const repliesWith = (text: string) =>
      replies.flatMap((reply, i) => (reply.includes(text) ? [i] : []));
    expect(repliesWith('A line is damaged.\n\nA newer log.\n')).toEqual([0]);
    expect(repliesWith('Full.')).toEqual([1]);
  });

  test('are printed again each time that saving fails, and so is that it works again', async () => {
    const full: News = { notice: 'The disk is full.' };
    const saved: News = { notice: 'Everything is saved now.' };
    const coming: News[] = [{}, full, {}, saved, full];
    const { replies } = await runTyped(['', MAYOR, ''], {
      lesson: 'voices',
      news: () => coming.shift() ?? {},
    });
    expect(replies[1]).toContain('The disk is full.');
    expect(replies[2]).toContain('Everything is saved now.');
    expect(replies[3]).toContain('The disk is full.');
  });

  test('that appear as a notice are printed once, even if the next action clears the notice', async () => {
    const coming: News[] = [{}, {}, { notice: 'The disk is full.' }, {}];
    const { text, replies } = await runTyped(['', MAYOR, 'x'], {
      lesson: 'voices',
      news: () => coming.shift() ?? {},
    });
    expect(replies[2]).toMatch(/^\nThe disk is full\.\n\nWho wants the library open at night\?\n/);
    expect(text.split('The disk is full.')).toHaveLength(2);
  });
});

const TYPED = ['', ...'1234rwhmsb?q', 'home', '\x1b[A', 'é'];
const someLines = fc.array(fc.constantFrom(...TYPED), { maxLength: 25 });
const someLesson = fc.constantFrom({}, { lesson: 'voices' }, { lesson: 'by-heart' });

const widest = (text: string): number => Math.max(...text.split('\n').map((l) => stringWidth(l)));

describe('for any typed lines,', () => {
  test('one blank line separates parts, and the text ends with a line end', async () => {
    await fc.assert(
      fc.asyncProperty(someLines, someLesson, async (lines, lesson) => {
        const { text } = await runTyped(lines, lesson);
        expect(text).not.toContain('\n\n\n');
        expect(text.endsWith('\n')).toBe(true);
        expect(text.startsWith('\n')).toBe(false);
      }),
    );
  });

  test('no line is wider than the limit', async () => {
    await fc.assert(
      fc.asyncProperty(
        someLines,
        someLesson,
        fc.integer({ min: 20, max: 72 }),
        async (...given) => {
          const [lines, lesson, width] = given;
          const { text } = await runTyped(lines, { ...lesson, width: () => width });
          expect(widest(text)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test('the output is ASCII if it cannot show more', async () => {
    await fc.assert(
      fc.asyncProperty(someLines, someLesson, async (lines, lesson) => {
        const ascii = lines.filter((line) => line !== 'é');
        const { text } = await runTyped(ascii, { ...lesson, ascii: true });
        expect(text).toMatch(/^[\n -~]*$/);
      }),
    );
  });

  test('the only control character in the output is the line break', async () => {
    const hostile = anyText({ maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { maxLength: 5 }), async (lines) => {
        const { text } = await runTyped(['', ...lines, '\x1b]0;x\x07', '\x9b31m'], {
          lesson: 'voices',
        });
        expect(text).not.toMatch(/[^\P{Cc}\n]/u);
      }),
      { numRuns: 40 },
    );
  });
});

test('no line of a course in wide characters is wider than the limit', async () => {
  const wide = '夜间图书馆的开放时间由市长决定'.repeat(8);
  const passages = course.material.passages.map((passage) => ({
    ...passage,
    sentences: passage.sentences.map((sentence) => ({ ...sentence, text: wide })),
  }));
  const of: Course = { ...course, material: { ...course.material, passages } };
  const { text } = await runTyped(['', LIBRARIAN, 's', 'm', 'r'], {
    lesson: 'voices',
    of,
    width: () => 40,
  });
  expect(widest(text)).toBeLessThanOrEqual(40);
  expect(text.replace(/\n */g, '')).toContain(wide);
});
