import { orderedChoices } from '../core/choice-order.js';
import type { Check, Choice, CourseLessons, Lesson, Reading } from '../core/course/course.js';
import { markedPassages } from '../core/course/evidence.js';
import type { CourseMaterial } from '../core/course/ledger.js';
import { checksIn } from '../core/course/lesson.js';
import { isRight } from '../core/grade.js';
import { lessonTitle, retoldHeading } from '../core/messages/lesson.js';
import { evidenceHeading } from '../core/messages/verdict.js';
import type { Room } from '../core/room/room.js';
import { shownCode } from '../core/room/room-code.js';

export type Handout = {
  readonly course: CourseLessons;
  readonly material: CourseMaterial;
  /** `code` is empty for a handout without a room. */
  readonly room: Room;
  /** Decides the order of the choices. */
  readonly seed: string;
};

/** The exercise on paper, as Markdown: readings, questions, and boxes to tick. */
export function handoutText(handout: Handout): string {
  const { course, room } = handout;
  const lessons = room.lessons.map(course.lesson);
  return document([
    `# ${escaped(course.index.title)}`,
    ...roomPart(room),
    'Name: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_',
    ...numberedLessons(lessons).flatMap((lesson) => lessonPart(lesson, handout)),
  ]);
}

/** The key to a handout, as Markdown: each choice with its feedback, and the evidence. */
export function handoutKeyText(handout: Handout): string {
  const { course, room } = handout;
  const lessons = room.lessons.map(course.lesson);
  return document([
    `# Key: ${escaped(course.index.title)}`,
    ...roomPart(room),
    ...numberedLessons(lessons).flatMap(({ lesson, checks }) => [
      `## ${escaped(lessonTitle(course.index, lesson))}`,
      ...checks.flatMap(({ check, number }) => keyPart(check, number, handout)),
    ]),
  ]);
}

function roomPart({ code, minutes }: Room): string[] {
  const parts = [
    ...(code === '' ? [] : [`code ${shownCode(code)}`]),
    ...(minutes > 0 ? [`${minutes} minutes`] : []),
  ];
  return parts.length > 0 ? [parts.join(' · ')] : [];
}

const document = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

type NumberedLesson = {
  readonly lesson: Lesson;
  readonly checks: readonly { readonly check: Check; readonly number: number }[];
};

/** Numbers the questions across all lessons, from 1. */
function numberedLessons(lessons: readonly Lesson[]): NumberedLesson[] {
  let number = 0;
  return lessons.map((lesson) => ({
    lesson,
    checks: lesson.body.flatMap((step) => {
      return checksIn(step).map((check) => {
        number += 1;
        return { check, number };
      });
    }),
  }));
}

function lessonPart({ lesson, checks }: NumberedLesson, handout: Handout): string[] {
  const numberOf = new Map(checks.map(({ check, number }) => [check.id, number]));
  return [
    `## ${escaped(lessonTitle(handout.course.index, lesson))}`,
    ...lesson.body.flatMap((step) =>
      step.kind === 'reading'
        ? readingPart(step, handout.material)
        : checksIn(step).flatMap((check) =>
            questionPart(check, numberOf.get(check.id) ?? 0, handout),
          ),
    ),
  ];
}

function readingPart({ passages, lookFor }: Reading, material: CourseMaterial): string[] {
  const found = passages.flatMap(
    (id) => material.passages.find((passage) => passage.id === id) ?? [],
  );
  return [
    ...found.flatMap((passage) => [
      `*${escaped(retoldHeading(passage))}*`,
      passage.sentences.map(({ text }) => escaped(text)).join(' '),
    ]),
    ...(lookFor === undefined ? [] : [`Look for: ${escaped(lookFor)}`]),
  ];
}

/** The choices with their numbers on screen. */
const numberedChoices = (check: Check, { seed }: Handout): { number: number; choice: Choice }[] =>
  orderedChoices(check, seed).map((choice, i) => ({ number: i + 1, choice }));

function questionPart(check: Check, number: number, handout: Handout): string[] {
  const choices = numberedChoices(check, handout).map(
    ({ number: n, choice }) => `- ☐ ${n}  ${escaped(choice.text)}`,
  );
  return [`**${number}.** ${escaped(check.stem)}`, choices.join('\n')];
}

function keyPart(check: Check, number: number, handout: Handout): string[] {
  const choices = numberedChoices(check, handout).map(
    ({ number: n, choice }) =>
      `- ${isRight(check, choice.id) ? '✓' : '✗'} ${n}  ${escaped(choice.text)}  \n  ${escaped(choice.feedback)}`,
  );
  const evidence = markedPassages(check, handout.material).map((passage) => {
    const sentences = passage.sentences.filter(({ marked }) => marked);
    const texts = sentences.map(({ sentence }) => `> ${escaped(sentence.text)}`).join('\n>\n');
    return `${escaped(evidenceHeading(passage))}\n\n${texts}`;
  });
  return [`**${number}.** ${escaped(check.stem)}`, choices.join('\n'), ...evidence];
}

/** Escapes Markdown's special characters. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
