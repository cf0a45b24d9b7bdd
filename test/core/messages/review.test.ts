import { expect, test } from 'vitest';
import { actorText, mapText, tellersText } from '../../../src/core/messages/ledger.js';
import { passageHeading, stemForOne } from '../../../src/core/messages/lesson.js';
import { doubtTexts, misreadingText } from '../../../src/core/messages/report.js';
import {
  certaintyText,
  dayText,
  dueNote,
  dueText,
  learnedNote,
  memoryText,
} from '../../../src/core/messages/review.js';

test('the row of a misreading has the trap, how often it caught somebody, and the question to ask', () => {
  expect(misreadingText({ misreading: 'overstated', count: 3 })).toBe(
    'More than was said, 3 times. Ask: which word limits it?',
  );
  expect(misreadingText({ misreading: 'wrong-source', count: 1 })).toBe(
    'Credited to the wrong person, once. Ask: who says this, and how are they named?',
  );
});

test('the progress line counts learned checks once, with the total', () => {
  expect(memoryText({ new: 3, learning: 21, learned: 36 })).toBe(
    'Reviews cover 60 questions: 21 in review, 36 learned, 3 not answered yet',
  );
  expect(memoryText({ new: 0, learning: 1, learned: 0 })).toBe(
    'Reviews cover 1 question: 1 in review, 0 learned',
  );
  expect(memoryText({ new: 0, learning: 0, learned: 60 })).toBe('Every answer is learned');
});

test('a row of the map begins with a capital letter', () => {
  expect(actorText('the council')).toBe('The council');
});

test('a day within a week has its name', () => {
  // 29 November 2026 was a Sunday.
  const sunday = Date.UTC(2026, 10, 29) / (24 * 3_600_000);
  const named = [0, 1, 2, 6, 7].map((days) => dayText(sunday + days, sunday));
  expect(named).toEqual(['today', 'tomorrow', 'on Tuesday', 'on Saturday', 'in 7 days']);
  expect(dueText([3, 0, 4, 0, 0, 0, 0, 0, 1], sunday)).toBe(
    'Due: 3 today, 4 on Tuesday, 1 in 8 days.',
  );
  expect(dueText([0, 0, 0], sunday)).toBe('Nothing is due in the next 3 days.');
});

test('counts read well whether they are one or many', () => {
  expect(certaintyText('certain', { right: 1, of: 1 })).toBe('When certain: 1 of 1 right.');
  const [taken] = doubtTexts({
    takenAsSaid: { count: 1, of: 1 },
    overlooked: { count: 0, of: 0 },
  });
  expect(taken).toBe(
    'Questions that the story leaves open: in 1 of 1 answer, you chose something not said.',
  );
  expect(learnedNote({ new: 2, learning: 3, learned: 1 })).toEqual([
    "1 of 6 answers learned: you'll probably remember it for a month.",
  ]);
  expect(learnedNote({ new: 2, learning: 3, learned: 4 })).toEqual([
    "4 of 9 answers learned: you'll probably remember them for a month.",
  ]);
  expect(dueNote({ now: 1, due: 6 })).toBe('6 due; this review: 1, about 1 minute');
  const map = { sides: [], cells: [], of: 12 };
  expect(mapText({ ...map, shown: 1 })).toMatch(/^1 of 12 statements is on the map\./);
  expect(mapText({ ...map, shown: 2 })).toMatch(/^2 of 12 statements are on the map\./);
  expect(tellersText({ tellers: ['A clerk'] })).toBe('Source: A clerk.');
  expect(tellersText({ tellers: ['A clerk', 'The mayor'] })).toBe('Sources: A clerk, The mayor.');
});

test('the question of a sort board is about one statement where that is all that is asked', () => {
  expect(stemForOne('Who makes each of these statements?')).toBe('Who makes this statement?');
  expect(stemForOne('What does ¶2 say about each of these?')).toBe('What does ¶2 say about this?');
  expect(stemForOne('What is the name of each of these people?')).toBe(
    'What is the name of this person?',
  );
  expect(stemForOne('What happened to each step?')).toBe('What happened to this step?');
  expect(stemForOne('Who praised each of these cats?')).toBe('Who praised each of these cats?');
});

test('a passage of an invented story is not called retold', () => {
  const passage = { id: 'p1', paragraph: 1, section: 'The town', sentences: [] };
  const heading = (about: string) => passageHeading({ about: [about] })(passage);
  expect(heading('This story is invented.')).toBe('An invented story · ¶1 · The town');
  expect(heading('Made from one article.')).toBe('Retold, not quoted · ¶1 · The town');
});
