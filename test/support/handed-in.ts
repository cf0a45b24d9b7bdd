import type { CourseLessons } from '../../src/core/course/course.js';
import { exerciseStatus, firstChoices } from '../../src/core/progress/exercise.js';
import { handInOf, readHandIn, shownHandIn } from '../../src/core/room/hand-in-code.js';
import { countedSubmissions } from '../../src/core/room-report/collect.js';
import type { AnswerSheet } from '../../src/core/room-report/item-analysis.js';
import { readSubmission } from '../../src/core/room-report/read-submission.js';
import { roomReport } from '../../src/core/room-report/report.js';
import { resultText } from '../../src/core/room-report/write-result.js';
import { CODE, type GuessingLearner } from './guessing-learner.js';
import { course, lessons } from './kinds-course.js';

const COURSE: CourseLessons = {
  index: course.index,
  lesson: (id) => {
    const lesson = lessons.find((one) => one.id === id);
    if (!lesson) throw new Error(`no lesson ${id}`);
    return lesson;
  },
};

/**
 * What a facilitator gets of a learner's exercise: the choices of the result file, of the code and in the report. The
 * report leaves out a person without answers.
 */
export function handedIn({
  log,
  progress,
}: GuessingLearner): Readonly<Record<'result' | 'code' | 'report', AnswerSheet>> {
  const { exercise } = progress;
  if (!exercise) throw new Error('no exercise');
  const text = resultText({ course: COURSE, exercise, entries: log, now: 0 });
  const submissions = readSubmission(COURSE, 'result.json', text);
  const [submission] = submissions;
  if (!submission || !('result' in submission)) throw new Error('the result was not read');
  const code = readHandIn(
    COURSE,
    shownHandIn(
      handInOf(
        COURSE,
        { ...exercise, status: exerciseStatus(exercise, 0) },
        firstChoices(progress),
      ),
    ),
  );
  if ('rejected' in code) throw new Error(`the code ${code.rejected}`);
  const { people } = roomReport(COURSE, countedSubmissions(COURSE, submissions, CODE));
  const { answers } = submission.result;
  return {
    result: new Map(answers.map(({ check, choice }) => [check, choice])),
    code: code.chosen,
    report: people[0]?.answers ?? new Map(),
  };
}
