import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Check, Lesson } from '../src/core/course/course.js';
import { checksOf, END } from '../src/core/course/lesson.js';
import { learnerReport } from '../src/core/learner-report/report.js';
import type { Answer, LogEntry, Stamp } from '../src/core/log/entry.js';
import { parseLog } from '../src/core/log/parse.js';
import { pastAnswers } from '../src/core/log/past-answers.js';
import { checkProgress } from '../src/core/progress/checks.js';
import { foldAll } from '../src/core/progress/fold.js';
import { lessonStatus } from '../src/core/progress/lesson-status.js';
import { checksDue } from '../src/core/review/schedule.js';
import { type Scene, scene } from '../src/core/scene/scene.js';
import type { SessionStore } from '../src/core/session/session-store.js';
import { readCourseFolder } from '../src/io/course/read-course-folder.js';
import { sessionInMemory } from './support/session-in-memory.js';

/**
 * A learner who went through all lessons of the shipped course at version 0.1.0 comes back. The course has been rewritten
 * since: questions are gone, others are new, and some of those that stayed have other choices.
 */
const LOG = new URL('fixtures/v0.1.0/claude-contract/answers-1.jsonl', import.meta.url);

const { entries, damaged } = parseLog(readFileSync(LOG, 'utf8'));
const parsed = readCourseFolder(
  fileURLToPath(new URL('../lessons/claude-contract', import.meta.url)),
);
if ('problems' in parsed) throw new Error('the shipped course has problems');
const { course } = parsed;

const answers = entries.filter((one): one is Answer & Stamp => one.k === 'answer');
const firsts = new Map([...answers].reverse().map((answer) => [answer.check, answer]));
const checks = new Map(course.lessons.flatMap(checksOf).map((check) => [check.id, check]));
const kept = [...firsts.values()].filter(({ check }) => checks.has(check));
const gone = [...firsts.keys()].filter((check) => !checks.has(check));

const checkOf = ({ check }: Answer): Check => checks.get(check) as Check;
const offers = (answer: Answer): boolean =>
  checkOf(answer).choices.some(({ id }) => id === answer.choice);

/** The log as if the learner had left each lesson at its last question: at the summary there are no verdicts. */
const beforeTheEnd: readonly LogEntry[] = entries.filter(
  (one) => one.k !== 'at' || one.step !== END,
);

const progress = foldAll(entries);

/** Opens a lesson with this log, and goes back to its first step. */
function atTheBeginning(log: readonly LogEntry[], { id, steps }: Lesson): SessionStore {
  const { store } = sessionInMemory(course, { log, opening: { does: 'open', lesson: id } });
  for (let i = 0; i < steps.length && stepOf(scene(store.state())) !== steps[0]; i += 1)
    store.dispatch({ type: 'back' });
  return store;
}

const stepOf = (now: Scene): string | undefined => ('step' in now ? now.step.id : undefined);

/** The verdicts on answers of the log, from the first step of a lesson to its last. New questions are answered on the way. */
function verdictsIn(lesson: Lesson): Extract<Scene, { kind: 'verdict' }>[] {
  const store = atTheBeginning(beforeTheEnd, lesson);
  const found: Extract<Scene, { kind: 'verdict' }>[] = [];
  for (const step of lesson.body) {
    const now = scene(store.state());
    expect(stepOf(now)).toBe(step.id);
    if (now.kind === 'verdict') found.push(now);
    answerIfAsked(store);
    store.dispatch({ type: 'next' });
  }
  expect(scene(store.state()).kind).toBe('summary');
  return found;
}

/** Answers the question on screen right, fairly certain. Does nothing on a page without one. */
function answerIfAsked(store: SessionStore): void {
  const now = scene(store.state());
  if (now.kind === 'check') {
    store.dispatch({ type: 'point', at: now.choices.findIndex(({ id }) => id === now.step.key) });
    store.dispatch({ type: 'enter' });
    if (scene(store.state()).kind === 'certainty')
      store.dispatch({ type: 'rate', certainty: 'fairly' });
  }
  if (now.kind !== 'board') return;
  for (const [row, { check }] of now.rows.entries()) {
    store.dispatch({ type: 'point', at: row });
    store.dispatch({ type: 'put', at: now.step.headings.findIndex(({ id }) => id === check.key) });
  }
  store.dispatch({ type: 'enter' });
}

describe('a log of the shipped course of version 0.1.0', () => {
  test('is read without damage, and has questions that stayed, questions that are gone and lost choices', () => {
    expect(damaged).toBe(0);
    expect(kept.length).toBeGreaterThan(9);
    expect(gone.length).toBeGreaterThan(10);
    expect(kept.filter(({ right }) => right).length).toBeGreaterThan(3);
    expect(kept.filter(({ right }) => !right).length).toBeGreaterThan(1);
    expect(kept.some((answer) => !offers(answer))).toBe(true);
  });

  test('keeps every answer to a question that stayed as it was recorded', () => {
    for (const { check, choice, right } of kept)
      expect(checkProgress(progress, check)?.first).toMatchObject({ choice, right });
  });

  test('counts in each lesson only the questions that stayed, and asks the new ones', () => {
    for (const lesson of course.index.lessons) {
      const ofLesson = kept.filter(({ check }) => lesson.checks.includes(check));
      expect(lessonStatus(lesson, progress)).toMatchObject({
        state: ofLesson.length === lesson.checks.length ? 'done' : 'started',
        answered: ofLesson.length,
        correct: ofLesson.filter(({ right }) => right).length,
      });
    }
  });

  test('opens each lesson that was finished at its new questions, and finishes it with their answers', () => {
    for (const { id, checks: all } of course.index.lessons) {
      const opening = { does: 'open', lesson: id } as const;
      const { store, log } = sessionInMemory(course, { log: entries, opening });
      const asked: string[] = [];
      while (scene(store.state()).kind !== 'summary') {
        asked.push(stepOf(scene(store.state())) ?? '');
        answerIfAsked(store);
        expect(scene(store.state())).toMatchObject({ kind: 'verdict', verdict: { right: true } });
        store.dispatch({ type: 'next' });
      }
      expect(asked).toEqual(all.filter((check) => !firsts.has(check)));
      const outline = course.index.lessons.find((one) => one.id === id);
      expect(outline && lessonStatus(outline, foldAll(log)).state).toBe('done');
    }
  });

  test('reports only on what is in the course', () => {
    const { lessons, material, index } = course;
    const past = pastAnswers(entries);
    const today = Number.MAX_SAFE_INTEGER;
    const report = learnerReport({ course: index, lessons, material, progress, past, today });
    const sumOf = (field: 'answered' | 'right'): number =>
      report.skills.reduce((sum, skill) => sum + skill[field], 0);
    expect(sumOf('answered')).toBe(kept.length);
    expect(sumOf('right')).toBe(kept.filter(({ right }) => right).length);
    const claims = material.claims.map(({ id }) => id);
    expect(report.misreadings.length).toBeGreaterThan(0);
    for (const { missed } of report.misreadings)
      if ('check' in missed) expect([...checks.keys()]).toContain(missed.check.id);
      else expect(claims).toContain(missed.claim.id);
  });

  test('reviews each question that stayed and needs no text beside it, and nothing that is gone', () => {
    const due = checksDue(course.index, progress, Number.MAX_SAFE_INTEGER).map(
      ({ check }) => check,
    );
    const never = course.index.lessons.flatMap(({ inText = [], byParagraph = [] }) => [
      ...inText,
      ...byParagraph,
    ]);
    const expected = kept.map(({ check }) => check).filter((check) => !never.includes(check));
    expect(due.length).toBeGreaterThan(3);
    expect([...due].sort()).toEqual(expected.sort());
  });

  test.each(course.lessons.map((lesson) => [lesson.id, lesson] as const))(
    'marks no right answer wrong in the verdicts of %s, also if its choice is gone',
    (id, lesson) => {
      const verdicts = verdictsIn(lesson);
      const recorded = kept.filter((answer) => lesson.checks.includes(answer.check));
      const ofChecks = recorded.filter((answer) => checkOf(answer).row === undefined);
      expect(verdicts.map(({ step }) => step.id).sort()).toEqual(
        ofChecks.map(({ check }) => check).sort(),
      );
      for (const { step, verdict, corrected } of verdicts) {
        const answer = firsts.get(step.id);
        expect([id, step.id, verdict.right]).toEqual([id, step.id, answer?.right]);
        // The choice that was right has the mark of the right one: the key is still the same.
        if (answer?.right)
          expect([step.id, verdict.chosen, corrected]).toEqual([step.id, verdict.key, false]);
        else expect(verdict.chosen?.id).toBe(answer && offers(answer) ? answer.choice : undefined);
      }
    },
  );
});
