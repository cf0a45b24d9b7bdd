import type { Check } from '../../src/core/course/course.js';
import type { Claim } from '../../src/core/course/ledger.js';
import { checksOf, stepOfCheck } from '../../src/core/course/lesson.js';
import type { Answer, Drill, LogEntry, Review } from '../../src/core/log/entry.js';
import { type AnswerEntry, damagedLines, entriesIn, isAnswer, logText } from './answer-log.js';
import { kindsCourse } from './played-course.js';
import { type BuiltCourse, builtCourse, builtCourses } from './shipped-course.js';

/** A check with its lesson and with the step at which the lesson asks it. */
type GradedCheck = Check & { readonly lesson: string; readonly step: string };

type GradedCourse = {
  readonly checks: ReadonlyMap<string, GradedCheck>;
  readonly claims: ReadonlyMap<string, Claim>;
};

function gradedCourse({ lessons, material }: BuiltCourse): GradedCourse {
  const checks = lessons.flatMap((lesson) =>
    checksOf(lesson).map((check) => {
      const step = stepOfCheck(lesson, check.id);
      return [check.id, { ...check, lesson: lesson.id, step }] as const;
    }),
  );
  return {
    checks: new Map(checks),
    claims: new Map(material.claims.map((claim) => [claim.id, claim])),
  };
}

const COURSES: ReadonlyMap<string, GradedCourse> = new Map([
  ...builtCourses().map((id) => [id, gradedCourse(builtCourse(id))] as const),
  [kindsCourse.index.id, gradedCourse(kindsCourse)],
]);

/** Reverse questions and drill questions are made from the ledger, and name their choices so. */
const LEDGER_CHOICES = ['key', 'other-1', 'other-2'];
const ASPECTS = ['teller', 'actor', 'kind', 'channel'];

/** Where a learner is after some entries of a log. */
class Position {
  /** The latest lesson and step. */
  step: string | undefined;
  /** The checks answered in the current attempts, each with its lesson, and whether a second answer may follow. */
  readonly attempted = new Map<string, boolean>();
  /** The steps of the current attempts whose answer the learner asked to see. */
  readonly shown = new Set<string>();
  readonly everAnswered = new Set<string>();
  readonly ids = new Set<string>();

  follow(entry: LogEntry): void {
    this.ids.add(entry.id);
    if (entry.k === 'at') this.step = `${entry.lesson} ${entry.step}`;
    if (entry.k === 'at' && entry.shown) this.shown.add(this.step ?? '');
    if (entry.k === 'start') this.begin(entry.lesson);
    if (entry.k !== 'answer') return;
    const place = `${entry.lesson} ${entry.check}`;
    this.attempted.set(place, !entry.right && !this.attempted.has(place));
    this.everAnswered.add(entry.check);
  }

  private begin(lesson: string): void {
    for (const known of [this.attempted, this.shown])
      for (const place of [...known.keys()])
        if (place.startsWith(`${lesson} `)) known.delete(place);
  }
}

/**
 * Compares a log with its course: each answer belongs to a question that was asked, and is graded as the course has it.
 * @param from the number of entries that are not judged, and only say where the learner is
 */
export function gradingFaults(entries: readonly LogEntry[], id: string, from = 0): string[] {
  const course = COURSES.get(id);
  if (!course) throw new Error(`no course ${id}`);
  const position = new Position();
  return entries.flatMap((entry, n) => {
    const faults = [
      ...(position.ids.has(entry.id) ? ['an id twice'] : []),
      ...(isAnswer(entry) ? answerFaults(entry, course, position) : []),
    ];
    position.follow(entry);
    return n < from ? [] : faults.map((fault) => `${fault}: ${JSON.stringify(entry)}`);
  });
}

function answerFaults(entry: AnswerEntry, course: GradedCourse, position: Position): string[] {
  const fault = questionFault(entry, course, position) ?? gradeFault(entry, course);
  return fault === undefined ? [] : [fault];
}

function questionFault(
  entry: AnswerEntry,
  course: GradedCourse,
  position: Position,
): string | undefined {
  if (entry.k === 'answer') return lessonFault(entry, course, position);
  return entry.k === 'review' ? reviewFault(entry, course, position) : drillFault(entry, course);
}

function lessonFault(
  { check, lesson, right, again }: Answer,
  { checks }: GradedCourse,
  { step = '', attempted, shown }: Position,
): string | undefined {
  const place = `${lesson} ${check}`;
  const asked = checks.get(check);
  if (asked?.lesson !== lesson) return 'no check of the lesson';
  // Practice asks a row of a board alone.
  if (step !== place && step !== `${lesson} ${asked.step}`)
    return `an answer at ${step}, where it was not asked`;
  if (attempted.get(place) === false || (attempted.has(place) && shown.has(step)))
    return 'answered again after the verdict';
  const mayFollow = !right && !attempted.has(place);
  return (again === true) === mayFollow ? undefined : `again should be ${mayFollow}`;
}

function reviewFault(
  { check, choice, mirror, misreading }: Review,
  { checks }: GradedCourse,
  { everAnswered }: Position,
): string | undefined {
  if (!checks.has(check)) return 'a review of no check';
  if (!everAnswered.has(check)) return 'a review of a check that was never answered';
  if (mirror) return undefined;
  const chosen = checks.get(check)?.choices.find(({ id }) => id === choice);
  return chosen?.misreading === misreading ? undefined : 'the misreading of another choice';
}

function drillFault({ claim, asks }: Drill, { claims }: GradedCourse): string | undefined {
  if (claims.get(claim)?.said === undefined) return 'a drill question on a claim without its words';
  return ASPECTS.includes(asks) ? undefined : 'a drill question on an unknown aspect';
}

function gradeFault(entry: AnswerEntry, { checks }: GradedCourse): string | undefined {
  const isMade = entry.k === 'drill' || (entry.k === 'review' && entry.mirror);
  const check = isMade ? undefined : checks.get(entry.check);
  const choices = check ? check.choices.map(({ id }) => id) : LEDGER_CHOICES;
  if (!choices.includes(entry.choice)) return 'a choice that does not exist';
  const isRight = entry.choice === (check ? check.key : 'key');
  return entry.right === isRight ? undefined : `right should be ${isRight}`;
}

/** How many entries each course's log has, by the course's id. */
export const logLengths = (data: string): ReadonlyMap<string, number> =>
  new Map([...COURSES.keys()].map((id) => [id, entriesIn(data, id).length]));

/** Compares what was added to the logs of a data folder with the courses. */
export function gradedSince(
  data: string,
  lengths: ReadonlyMap<string, number>,
): { readonly answers: number; readonly faults: readonly string[] } {
  const logs = [...COURSES.keys()].map((id) => ({ id, entries: entriesIn(data, id) }));
  const since = logs.flatMap(({ id, entries }) => entries.slice(lengths.get(id)));
  const damaged = logs.flatMap(({ id }) => damagedLines(logText(data, id)));
  return {
    answers: since.filter(isAnswer).length,
    faults: [
      ...damaged.map((line) => `a line that cannot be read: ${JSON.stringify(line)}`),
      ...logs.flatMap(({ id, entries }) => gradingFaults(entries, id, lengths.get(id))),
    ],
  };
}
