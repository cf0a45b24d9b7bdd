import { describe, expect, test } from 'vitest';
import { storyView } from '../../../../src/core/views/look-up/story.js';
import { whosWhoView } from '../../../../src/core/views/look-up/whos-who.js';
import { course } from '../../../support/kinds-course.js';
import { attemptUpTo } from '../../../support/past.js';
import { type Play, play } from '../../../support/play.js';

const { material } = course;

/** At home, after the lesson was read up to a step. */
const readUpTo = (step?: string): Play =>
  play({ of: course, ...(step !== undefined && { log: attemptUpTo(step, 'kinds') }) });

const story = (session: Play) => {
  const { passages, notes } = storyView(session.state(), material);
  return { passages: passages.map(({ id }) => id), notes };
};

const whosWho = (session: Play) => {
  const { sources, notes } = whosWhoView(session.state(), material);
  return { sources: sources.map(({ name, paragraphs }) => `${name}: ${paragraphs}`), notes };
};

describe('the story shows', () => {
  test('nothing before the first reading, and how much is to come', () => {
    expect(story(readUpTo())).toEqual({
      passages: [],
      notes: ["You haven't read any of the story yet.", '2 paragraphs are still unread.'],
    });
  });

  test('what was read, and how much more is to come', () => {
    expect(story(readUpTo('who'))).toEqual({
      passages: ['p1'],
      notes: ['1 more paragraph is still unread.'],
    });
  });

  test('everything without a note after the lessons', () => {
    expect(story(readUpTo('end'))).toEqual({ passages: ['p1', 'p2'], notes: [] });
  });
});

describe("who's who shows", () => {
  test('nobody before the first reading', () => {
    expect(whosWho(readUpTo())).toEqual({
      sources: [],
      notes: [
        "You haven't read any of the story yet.",
        "4 sources come up in paragraphs that you haven't read.",
      ],
    });
  });

  test('who has come up, and only where they were read', () => {
    expect(whosWho(readUpTo('who'))).toEqual({
      sources: ['The spokesman: source in ¶1', 'The head librarian: source in ¶1'],
      notes: ["2 more sources come up in paragraphs that you haven't read."],
    });
  });

  test('everyone after the lessons', () => {
    expect(whosWho(readUpTo('end'))).toEqual({
      sources: [
        'The spokesman: source in ¶1 and ¶2',
        'The head librarian: source in ¶1',
        'A member of staff: source in ¶2',
        'A reader: source in ¶2',
      ],
      notes: [],
    });
  });

  test('where someone who says nothing first comes up', () => {
    const claims = material.claims.map(({ source, ...claim }) =>
      source === 'librarian'
        ? { ...claim, source: 'spokesman', actor: source }
        : { ...claim, source },
    );
    const { sources } = whosWhoView(readUpTo('end').state(), { ...material, claims });
    const shown = sources.map(({ name, paragraphs }) => `${name} ${paragraphs}`);
    expect(shown).toContain('The head librarian first comes up in ¶1');
  });
});

test('an author sees everything in a preview', () => {
  const state = { ...readUpTo().state(), preview: { problems: [], scroll: 0 } };
  expect(storyView(state, material).passages).toEqual(material.passages);
  expect(whosWhoView(state, material).sources).toHaveLength(material.sources.length);
});
