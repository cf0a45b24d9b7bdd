import { describe, expect, test } from 'vitest';
import { checksOf } from '../../src/core/course/lesson.js';
import { trapText } from '../../src/core/messages/verdict.js';
import { type Handout, handoutPage } from '../../src/formats/handout.js';
import { paperHtml } from '../../src/formats/handout-html.js';
import { keyPage } from '../../src/formats/handout-key.js';
import { paperMarkdown } from '../../src/formats/handout-markdown.js';
import { harmInHtml } from '../support/hostile-characters.js';
import { openRoomCourse, roomCourse } from '../support/room-course.js';

/** The handout of these lessons. */
const handoutOf = (...lessons: string[]) => ({
  course: openRoomCourse,
  material: roomCourse.material,
  room: { code: '', lessons, minutes: 0, feedback: 'now' as const },
  seed: 'handout',
});

const handoutText = (handout: Handout): string => paperMarkdown(handoutPage(handout));
const handoutKeyText = (handout: Handout): string => paperMarkdown(keyPage(handout));

const WALL = handoutText(handoutOf('the-wall'));
const KEY = handoutKeyText(handoutOf('the-wall'));

describe('the handout of an exercise', () => {
  test('has a sort board as a table: the headings once, and a line for each statement', () => {
    expect(WALL).toContain(
      [
        '**3-6.** What does the story report about each step? Tick one heading for each statement.',
        '',
        '|  | 1 done | 2 threatened | 3 demanded | 4 refused |',
        '| --- | --- | --- | --- | --- |',
        '| **3.** The council: the orchard locked at night | ☐ | ☐ | ☐ | ☐ |',
        '| **4.** The head teacher: a second key | ☐ | ☐ | ☐ | ☐ |',
        '| **5.** The head teacher: money for the wall | ☐ | ☐ | ☐ | ☐ |',
        '| **6.** The council: another lock | ☐ | ☐ | ☐ | ☐ |',
      ].join('\n'),
    );
  });

  test('has the sentence of a question about words, with the choices in numbered brackets', () => {
    expect(WALL).toContain(
      [
        'A gardener, \\[1 who asked not to be named\\], \\[2 said that\\] the council had \\[3 already\\] changed the lock.',
        '',
        '- ☐ 1  who asked not to be named',
        '- ☐ 2  said that',
        '- ☐ 3  already',
      ].join('\n'),
    );
  });

  test('has the sentences that can be chosen, numbered in the order of the text', () => {
    expect(handoutText(handoutOf('the-answer'))).toContain(
      [
        '**1.** Which sentence contradicts the gardener?',
        '',
        '- ☐ 1  The council’s clerk denied that a lock had been changed.',
        '- ☐ 2  Mara Finch offered the help of her pupils on Saturdays.',
        '- ☐ 3  The clerk did not say who would pay for the wall.',
      ].join('\n'),
    );
  });

  test('begins a lesson with its example, whose deciding words are bold', () => {
    const [example, reading] = ['An example', 'Retold, not quoted'].map((one) => WALL.indexOf(one));
    expect(example).toBeGreaterThan(0);
    expect(example).toBeLessThan(reading ?? 0);
    expect(WALL).toContain(
      '> “The bell will be sold, **the sexton told the choir**; the vicar **called that talk**.”',
    );
    expect(WALL).toContain('**Ask: who says this, and how are they named?** The sexton says it');
  });

  test('ends a lesson with the habit to take along', () => {
    const both = handoutText(handoutOf('the-wall', 'the-answer'));
    const [end] = both.split('## 2 ·');
    expect(end?.trimEnd()).toMatch(
      /Remember to ask: what was done, threatened, demanded or refused, and when\?$/,
    );
    expect(both).toMatch(/Remember to ask: where does the story say so\?\n\n---\n/);
  });

  test('tells the story so far if the exercise begins with a later lesson, and only then', () => {
    const soFar = 'A gardener says that the council has changed the lock.';
    expect(handoutText(handoutOf('the-answer'))).toContain(soFar);
    expect(handoutText(handoutOf('the-wall', 'the-answer'))).not.toContain(soFar);
  });

  test('ends with a strip: a name, and a box for the number of each choice', () => {
    expect(WALL).toMatch(/\n## Your answers\n\nName: (\\_)+\n/);
    expect(WALL).toContain('\n| 1 | 2 | 3 | 4 | 5 | 6 |\n| --- |');
    const inRoom = handoutText({
      ...handoutOf('the-wall'),
      room: { ...handoutOf('the-wall').room, code: 'TUESDAY' },
    });
    expect(inRoom).toMatch(/\nName: (\\_)+ · code TUESDAY\n/);
  });

  test('gives no answer away', () => {
    expect(WALL).not.toContain('✓');
    for (const { choices } of roomCourse.lessons.flatMap(checksOf))
      for (const { feedback } of choices) expect(WALL).not.toContain(feedback);
  });
});

describe('the key to a handout', () => {
  test('begins with one row of answers, in the numbers that people see', () => {
    const [, row = ''] = KEY.split('\n\n');
    expect(row).toMatch(/^Q1: \d · Q2: \d · /);
    const pairs = row
      .replaceAll('Q', '')
      .split(' · ')
      .map((pair) => pair.split(': ').map(Number));
    expect(pairs.map(([question]) => question)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const [question, choice] of pairs.slice(0, 2))
      expect(KEY.slice(KEY.indexOf(`**${question}.**`))).toMatch(
        new RegExp(`^[^✓]*\\n- ✓ ${choice}  `),
      );
    expect(pairs.slice(2).map(([, choice]) => choice)).toEqual([2, 3, 4, 1]);
  });

  test('has the right heading of each statement in the table', () => {
    expect(KEY).toContain(
      [
        '| **3.** The council: the orchard locked at night |  | ✓ |  |  |',
        '| **4.** The head teacher: a second key |  |  | ✓ |  |',
        '| **5.** The head teacher: money for the wall |  |  |  | ✓ |',
        '| **6.** The council: another lock | ✓ |  |  |  |',
      ].join('\n'),
    );
  });

  test('explains each statement, and the wrong heading that has feedback of its own', () => {
    expect(KEY).toContain(
      [
        '**3.** The council: the orchard locked at night',
        '',
        '- ✗ 1  done  ',
        '  The first sentence says "would". No night has been locked yet.  ',
        `  ${trapText('threatened-as-done')}`,
        '- ✓ 2  threatened  ',
        '  The council would lock it "if the school did not repair the wall".',
        '',
        '¶1, sentence 1, in our retelling:',
      ].join('\n'),
    );
  });

  test('has one right answer and a proof for each question', () => {
    const checks = roomCourse.lessons.flatMap(checksOf);
    const key = handoutKeyText(handoutOf('the-wall', 'the-answer'));
    expect(key.match(/^- ✓/gm)).toHaveLength(checks.length);
    expect(key.match(/^> /gm)).toHaveLength(checks.length);
    for (const { choices, key: right } of checks)
      expect(key).toContain(choices.find(({ id }) => id === right)?.feedback);
  });

  test('names the trap and the habit of a wrong choice, and marks the deciding words', () => {
    expect(trapText('wrong-source')).toMatch(/wrong person\. Ask: who says this, .*\?$/);
    expect(KEY).toContain(`\n  ${trapText('wrong-source')}\n`);
    expect(KEY).toContain('> **A gardener**, who asked not to be named');
  });
});

describe('the same as HTML', () => {
  const page = handoutPage(handoutOf('the-wall', 'the-answer'));
  const html = paperHtml(page);

  test('has a box for each choice and each number of the strip, loads nothing and has no script', () => {
    const count = (pattern: RegExp): number => html.match(pattern)?.length ?? 0;
    const checks = roomCourse.lessons.flatMap(checksOf);
    const choices = checks.reduce((sum, check) => sum + check.choices.length, 0);
    expect(count(/<span class="box">/g)).toBe(choices + checks.length);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(|https?:/);
    expect(harmInHtml(html)).toBeUndefined();
  });

  test('has the texts of the Markdown, in the same order', () => {
    for (const one of [page, keyPage(handoutOf('the-wall', 'the-answer'))])
      expect(wordsOf(paperHtml(one).replace(/<head>.*<\/head>|<[^>]*>/gs, ' '))).toEqual(
        wordsOf(paperMarkdown(one)),
      );
  });

  test('escapes every text', () => {
    const hostile = '<b>&"\'';
    const parts = page.parts.map((part) => ('stem' in part ? { ...part, stem: hostile } : part));
    const broken = paperHtml({ ...page, title: hostile, room: hostile, parts });
    expect(broken).not.toContain(hostile);
    const told = 1 + 1 + 1 + parts.filter((part) => 'stem' in part).length; // also the title of the window
    expect(broken.split('&lt;b&gt;&amp;&quot;&#39;')).toHaveLength(1 + told + 1); // the strip has the room, too
  });
});

/** The words of a page, without the signs and numbers that only one form has. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/&[^;]+;/g, ' ')
    .replace(/right answer:|wrong answer:/g, ' ')
    .match(/\p{L}{2,}/gu) ?? [];
