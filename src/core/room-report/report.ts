import { orderedChoices } from '../choice-order.js';
import type { Check, CourseIndex, CourseLessons } from '../course/course.js';
import { MISREADINGS, type Misreading, SKILLS, type Skill } from '../course/vocabulary.js';
import { isRight } from '../grade.js';
import { CERTAINTIES, type Certainty } from '../memory/certainty.js';
import { exerciseChecks } from '../room/exercise.js';
import type { Collected } from './collect.js';
import {
  type AnswerSheet,
  analyseItems,
  ENOUGH_PEOPLE,
  type ItemAnalysis,
  kr20,
} from './item-analysis.js';
import { type SecondVote, secondVote } from './second-vote.js';
import type { NotCounted, Participant } from './submission.js';

export type RoomReport = {
  readonly course: CourseIndex;
  /** The room code; undefined if it was not given and no result file has it. */
  readonly code: string | undefined;
  readonly lessons: readonly string[];
  readonly people: readonly PersonReport[];
  /** The number of checks in the exercise. */
  readonly of: number;
  /** Checks with the smallest share of right answers come first. */
  readonly checks: readonly CheckReport[];
  /** Numbers of answers to checks of each skill. */
  readonly skills: readonly {
    readonly skill: Skill;
    readonly right: number;
    readonly of: number;
  }[];
  /** The most frequent misreading comes first; `count` is a number of answers. */
  readonly misreadings: readonly { readonly misreading: Misreading; readonly count: number }[];
  /** Ids of the checks to talk about: up to three with the smallest shares of right answers. */
  readonly talkAbout: readonly string[];
  /** Reliability, at most 1; undefined with too few people or checks, or equal scores. */
  readonly kr20: number | undefined;
  /** Whether at least ENOUGH_PEOPLE people are counted. */
  readonly isEnough: boolean;
  readonly leftOut: readonly NotCounted[];
  /** Names that more than one counted person has. */
  readonly sharedNames: readonly string[];
  /** The ids of people who are counted, but may be one person. */
  readonly maybeSame: readonly (readonly string[])[];
};

/** Numbers of checks; only the first votes count. */
export type PersonReport = Participant & {
  readonly answered: number;
  readonly right: number;
  /** Without those that this person could not see, see `unseen`. */
  readonly of: number;
};

export type CertaintyRow = {
  readonly certainty: Certainty;
  readonly right: number;
  readonly of: number;
};

/** If the room code is known, choices are in the order in which the room saw them. */
export type CheckReport = ItemAnalysis & {
  readonly lesson: string;
  /** Its place in the exercise, from 1. */
  readonly number: number;
  readonly item: Check;
  /** The most frequent misreading in the answers; undefined if there was none, or if two were equally frequent. */
  readonly misreading: Misreading | undefined;
  /** Only levels that somebody chose. */
  readonly certainties: readonly CertaintyRow[];
  /** How many hands were raised for each choice, in the order of the room; kept out of all other numbers. */
  readonly hands: readonly number[] | undefined;
  /** Kept out of all other numbers. Undefined if nobody voted a second time. */
  readonly second: SecondVote | undefined;
};

const TALK_ABOUT = 3;

export function roomReport(course: CourseLessons, collected: Collected): RoomReport {
  const { room, participants, hands, leftOut, sharedNames, maybeSame } = collected;
  const items = exerciseChecks(room.lessons.map(course.lesson));
  const checks = items.map(({ check }) => check);
  const people = participants.map((one) => personOf(one, checks));
  const sheets = people.map(({ answers }) => answers);
  const analyses = analyseItems(checks, sheets, comparable(people, checks));
  const reports = items.flatMap(({ lesson, check }, i): CheckReport[] => {
    const analysis = analyses[i];
    const place = { lesson, item: check, number: i + 1, hands: hands.get(check.id) };
    return analysis ? [checkReport(place, asOnScreen(check, analysis, room.code), people)] : [];
  });
  const worstFirst = [...reports].sort((a, b) => (a.p ?? 2) - (b.p ?? 2));
  return {
    course: course.index,
    code: room.code,
    lessons: room.lessons,
    people,
    of: checks.length,
    checks: worstFirst,
    skills: skillsOf(reports),
    misreadings: misreadingsOf(reports),
    talkAbout: worstFirst
      .filter(({ right, answered }) => right < answered)
      .slice(0, TALK_ABOUT)
      .map(({ check }) => check),
    kr20: kr20(checks, sheets),
    isEnough: people.length >= ENOUGH_PEOPLE,
    leftOut,
    sharedNames,
    maybeSame,
  };
}

/**
 * The sheets of the people who saw every check that most people saw, with these checks: a latecomer's lower score says
 * nothing, nor does a higher one on paper if the room did not reach the end.
 */
function comparable(people: readonly Participant[], checks: readonly Check[]): AnswerSheet[] {
  const asked = checks.filter(({ id }) => {
    const seen = people.filter(({ unseen }) => !unseen.has(id)).length;
    return seen * 2 > people.length;
  });
  return people
    .filter(({ unseen }) => !asked.some(({ id }) => unseen.has(id)))
    .map(
      ({ answers }) => new Map([...answers].filter(([id]) => asked.some((one) => one.id === id))),
    );
}

/**
 * The report without names. Files get numbers too, because file names may contain names. People are in the order of
 * their ids, which reveals nothing about them.
 */
export function anonymous(report: RoomReport): RoomReport {
  const numbered = numberedFiles(report.leftOut);
  return {
    ...report,
    people: [...report.people]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((person, i) => ({ ...person, name: `Person ${i + 1}` })),
    leftOut: report.leftOut.map(
      ({ where, why, countedAt, isHarmless }): NotCounted => ({
        where: numbered(where),
        why,
        ...(isHarmless && { isHarmless }),
        ...(countedAt !== undefined && { countedAt: 'another' }),
      }),
    ),
    sharedNames: [],
  };
}

/** A file's name, with a line number for a code or a line from paper. */
const PLACE = /^(.*?)(?::(\d+))?$/su;

/** "file 2, line 12" for "codes.txt:12". */
function numberedFiles(leftOut: readonly NotCounted[]): (where: string) => string {
  const fileIn = (where: string): string => PLACE.exec(where)?.[1] ?? where;
  const files = [...new Set(leftOut.map(({ where }) => fileIn(where)))];
  return (where) => {
    const line = PLACE.exec(where)?.[2];
    const number = files.indexOf(fileIn(where)) + 1;
    return `file ${number}${line === undefined ? '' : `, line ${line}`}`;
  };
}

function asOnScreen(check: Check, analysis: ItemAnalysis, code: string | undefined): ItemAnalysis {
  if (code === undefined) return analysis;
  const order = orderedChoices(check, code).map(({ id }) => id);
  const place = ({ id }: { readonly id: string }): number => order.indexOf(id);
  return { ...analysis, choices: [...analysis.choices].sort((a, b) => place(a) - place(b)) };
}

function personOf(one: Participant, checks: readonly Check[]): PersonReport {
  const right = checks.filter((check) => isRight(check, one.answers.get(check.id))).length;
  return { ...one, answered: one.answers.size, right, of: checks.length - one.unseen.size };
}

function checkReport(
  place: Pick<CheckReport, 'lesson' | 'item' | 'number' | 'hands'>,
  analysis: ItemAnalysis,
  people: readonly PersonReport[],
): CheckReport {
  const { item } = place;
  const [first, second] = misreadingsOf([{ item, choices: analysis.choices }]);
  const misreading = first && first.count > (second?.count ?? 0) ? first.misreading : undefined;
  const certainties = certaintiesOf(item, people);
  return { ...analysis, ...place, misreading, certainties, second: secondVote(item, people) };
}

function certaintiesOf(check: Check, people: readonly PersonReport[]): CertaintyRow[] {
  return CERTAINTIES.flatMap((certainty) => {
    const those = people.filter(({ certainties }) => certainties.get(check.id) === certainty);
    const right = those.filter(({ answers }) => isRight(check, answers.get(check.id))).length;
    return those.length > 0 ? [{ certainty, right, of: those.length }] : [];
  });
}

function skillsOf(reports: readonly CheckReport[]): RoomReport['skills'] {
  return SKILLS.flatMap((skill) => {
    const those = reports.filter(({ item }) => item.skill === skill);
    const of = those.reduce((sum, { answered }) => sum + answered, 0);
    const right = those.reduce((sum, one) => sum + one.right, 0);
    return of > 0 ? [{ skill, right, of }] : [];
  });
}

function misreadingsOf(
  reports: readonly Pick<CheckReport, 'item' | 'choices'>[],
): RoomReport['misreadings'] {
  const counts = new Map<Misreading, number>();
  for (const { item, choices } of reports)
    for (const { id, count } of choices) {
      const misreading = item.choices.find((one) => one.id === id)?.misreading;
      if (misreading && count > 0) counts.set(misreading, (counts.get(misreading) ?? 0) + count);
    }
  return MISREADINGS.flatMap((misreading) => {
    const count = counts.get(misreading);
    return count === undefined ? [] : [{ misreading, count }];
  }).sort((a, b) => b.count - a.count);
}
