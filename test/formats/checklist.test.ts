import { expect, test } from 'vitest';
import { HABITS } from '../../src/core/course/habits.js';
import { CHECKLIST_STORY } from '../../src/core/messages/ending/checklist.js';
import { checklistView } from '../../src/core/views/ending/checklist.js';
import { checklistHtml, checklistMarkdown } from '../../src/formats/checklist.js';

const view = checklistView();
const HABIT_TEXTS = Object.values(HABITS);

test.each([
  ['Markdown', checklistMarkdown(view), /^(\\_)+$/gm],
  ['HTML', checklistHtml(view), /<hr>/g],
])('the page as %s has the five habits, each with three lines to write on', (_, page, blank) => {
  const [story = '', ...parts] = page.split(new RegExp(HABIT_TEXTS.map(quoted).join('|')));
  expect(parts).toHaveLength(5);
  expect(story.match(blank)).toHaveLength(1);
  for (const part of parts) expect(part.match(blank)).toHaveLength(3);
});

const quoted = (text: string): string => text.replace(/[?]/g, '\\?');

test('the page as HTML loads nothing', () => {
  expect(checklistHtml(view)).not.toMatch(/<script|<link|<img|@import|url\(|https?:/);
});

test('no text of the page has a character to escape', () => {
  const { title, intro, questions } = view;
  const texts = questions.flatMap(({ question, task }) => [question, task]);
  for (const text of [title, intro, CHECKLIST_STORY, ...texts])
    expect(text).not.toMatch(/[\\`*_[\]<>#|&]/);
});
