import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SKILLS } from '../../../../src/core/course/vocabulary.js';
import { extremeSkills } from '../../../../src/core/learner-report/extreme-skills.js';
import type { SkillReport } from '../../../../src/core/learner-report/report.js';
import {
  courseLearnedText,
  courseScoreText,
} from '../../../../src/core/messages/ending/course-end.js';
import { courseEndView } from '../../../../src/core/views/ending/course-end.js';
import { recordView } from '../../../../src/core/views/ending/record.js';
import { choosing, type Play, play, settling } from '../../../support/play.js';
import { material } from '../../../support/small-course.js';

const OTHER = { id: 'mill', title: 'The mill', comesAfter: true };

const menuIds = (session: Play): string[] => {
  const now = session.scene();
  return 'menu' in now ? now.menu.map(({ id }) => id) : [];
};

/** Both lessons. The first question is missed and then put right. */
function wholeCourse(): Play {
  const first = play({ lesson: 'first' });
  first.do({ type: 'next' });
  first.do(...choosing(first, 'c'), { type: 'enter' });
  first.do(...choosing(first, 'a'), { type: 'next' });
  first.do(...choosing(first, 'b'), { type: 'next' });
  const session = play({ lesson: 'second', log: first.log, other: OTHER });
  session.do(...choosing(session, 'c'), { type: 'next' });
  return session;
}

function atEnd(): Play {
  const session = wholeCourse();
  session.do({ type: 'point', at: menuIds(session).indexOf('course-end') }, { type: 'enter' });
  return session;
}

describe('the end of the course', () => {
  test('is next in the last summary, and first on home', () => {
    const session = wholeCourse();
    expect(menuIds(session)[0]).toBe('course-end');
    session.do({ type: 'close' });
    expect(menuIds(session)[0]).toBe('course-end');
  });

  test('is not there while a lesson is left', () => {
    const session = play({ lesson: 'second' });
    session.do(...settling(session, 'c'), { type: 'next' });
    expect(menuIds(session)).not.toContain('course-end');
    session.do({ type: 'close' });
    expect(menuIds(session)).not.toContain('course-end');
  });

  test('says how the course went and what to do now', () => {
    const session = atEnd();
    const now = session.scene();
    if (now.kind !== 'course-end') throw new Error(session.at());
    expect(courseEndView(now, session.state())).toEqual({
      score: "You've answered all 3 questions: 2 right on the first try, 1 mended.",
      learned: 'No answer is learned yet. Questions come back in reviews.',
      skills: [],
      entries: [
        { id: 'record', text: 'Your record', note: 'who said, demanded and threatened what' },
        {
          id: 'course',
          text: "Try a story you haven't read",
          note: 'the same skills, a new story',
        },
        { id: 'checklist', text: "Five questions for today's paper", note: 'as a page to print' },
        { id: 'home', text: 'Home', note: '' },
      ],
    });
  });

  test('opens the record and the five questions, which close again', () => {
    const session = atEnd();
    for (const id of ['record', 'checklist']) {
      session.do({ type: 'point', at: menuIds(session).indexOf(id) }, { type: 'enter' });
      expect(session.state().overlay).toBe(id);
      session.do({ type: 'close' });
      expect(session.at()).toBe('course-end');
    }
  });

  test('opens the other story', () => {
    const session = atEnd();
    session.do({ type: 'point', at: menuIds(session).indexOf('course') }, { type: 'enter' });
    expect(session.state().next).toEqual({ at: 'course', course: 'mill' });
  });
});

test('singular and plural agree', () => {
  const one = { answered: 1, of: 1, firstRight: 1, mended: 0 };
  expect(courseScoreText(one)).toBe(
    "You've answered 1 question: 1 right on the first try, 0 mended.",
  );
  const counts = { new: 0, learning: 0 };
  expect(courseLearnedText({ ...counts, learned: 1 })).toMatch(
    /^You.ve learned 1 answer: .* remember it/,
  );
  expect(courseLearnedText({ ...counts, learned: 2 })).toMatch(
    /^You.ve learned 2 answers: .* remember them/,
  );
});

const anySkills = fc
  .tuple(...SKILLS.map(() => fc.record({ right: fc.nat(20), wrong: fc.nat(20) })))
  .map((all): SkillReport[] =>
    all.map(({ right, wrong }, i) => ({
      skill: SKILLS[i] ?? 'demand',
      right,
      answered: right + wrong,
      checks: 40,
    })),
  );

const share = ({ right, answered }: SkillReport): number => right / answered;

test('no skill is stronger than the strongest or weaker than the weakest', () => {
  fc.assert(
    fc.property(anySkills, (skills) => {
      const shares = skills.filter(({ answered }) => answered > 0).map(share);
      const extremes = extremeSkills(skills);
      if (!extremes) return expect(new Set(shares).size).toBeLessThan(2);
      expect(share(extremes.strongest)).toBe(Math.max(...shares));
      expect(share(extremes.weakest)).toBe(Math.min(...shares));
      expect(extremes.strongest).not.toBe(extremes.weakest);
    }),
  );
});

describe('the record', () => {
  const claims = material.claims.map((claim, i) => ({
    ...claim,
    ...(i === 1 && { actor: 'not-stated' }),
    ...(i === 2 && { actor: 'mayor' }),
  }));

  test('has true statements by person, people first, each once', () => {
    expect(recordView({ ...material, claims })).toEqual([
      { who: 'Ada Holm', statements: ['Ada Holm said one (¶1).'] },
      { who: 'The mayor', statements: ['Ada Holm said three (¶1).'] },
      { who: 'Nobody is named', statements: ['Ada Holm said two (¶1).'] },
    ]);
  });

  test('leaves out what the article only presupposes', () => {
    const all = claims.map((claim) => ({ ...claim, presupposed: true }));
    expect(recordView({ ...material, claims: all })).toEqual([]);
  });
});
