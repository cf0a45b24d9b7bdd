import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/core/course/course.js';
import { checksOf } from '../../../src/core/course/lesson.js';
import { NO_CERTAINTY_COUNTS } from '../../../src/core/memory/recall.js';
import { fromMemory, needsParagraph } from '../../../src/core/review/from-memory.js';
import { beginReview } from '../../../src/core/review/quiz.js';
import { openCourseFolder } from '../../../src/io/course/read-course-folder.js';

const check = (stem: string, texts: readonly string[], open?: string, key = 'a'): Check => ({
  ...{ kind: 'check', id: 'q', stem, skill: 'limits', claims: [], evidence: [], truth: '', key },
  choices: texts.map((text, i) => {
    const id = 'abc'[i] ?? '';
    return { id, text, feedback: '', ...(id === open && { open: true }) };
  }),
});

describe('a review cannot ask', () => {
  test.each([
    [
      'a question that names a paragraph',
      check('How does ¶2 describe it?', ['As lawful', 'As new']),
    ],
    ['a choice that names a paragraph', check('Where is it?', ['In ¶2', 'In ¶3'])],
    ['what one paragraph does not say', check('Who?', ['Ada', '¶2 does not say'], 'b', 'b')],
  ])('%s', (_what, asked) => {
    expect(needsParagraph(asked)).toBe(true);
  });
});

describe('a review asks', () => {
  test('a question without the places that only help to find its paragraphs', () => {
    const asked = check('How are removal (¶2) and designation (¶6) related?', ['Both', 'Neither']);
    expect(needsParagraph(asked)).toBe(false);
    expect(fromMemory(asked).stem).toBe('How are removal and designation related?');
  });

  test('a wrong "¶2 does not say" as "The article does not say"', () => {
    const asked = check('Who?', ['Ada', '¶2 does not say'], 'b');
    expect(needsParagraph(asked)).toBe(false);
    expect(fromMemory(asked).choices[1]?.text).toBe('The article does not say');
  });
});

describe.each(['claude-contract', 'swing-bridge'])('the reviews of %s', (id) => {
  const course = openCourseFolder(
    fileURLToPath(new URL(`../../../lessons/${id}`, import.meta.url)),
  );
  const due = course.index.lessons.flatMap(({ id: lesson, inText = [], byParagraph = [] }) =>
    checksOf(course.lesson(lesson))
      .filter((one) => ![...inText, ...byParagraph].includes(one.id))
      .map((one) => ({ check: one.id, lesson, due: 0 })),
  );

  test.each([0, 1])('name no paragraph after %i reviews', (reviews) => {
    const memory = { stability: 1, difficulty: 5, day: 0 };
    const recall = { memory, reviews, surelyMissed: false, certaintyCounts: NO_CERTAINTY_COUNTS };
    const queue = due.map((one) => ({ ...one, recall }));
    const { question, rest } = beginReview(queue, 's', course);
    const asked = [question, ...rest].flatMap((one) =>
      one ? [one.said ?? '', one.check.stem, ...one.check.choices.map(({ text }) => text)] : [],
    );
    expect(asked.length).toBeGreaterThan(4 * 15);
    expect(asked.filter((text) => text.includes('¶'))).toEqual([]);
  });
});
