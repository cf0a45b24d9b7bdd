import { orderedChoices } from '../core/choice-order.js';
import type { Check, Choice, CourseLessons, Lesson, Reading } from '../core/course/course.js';
import { markedPassages } from '../core/course/evidence.js';
import type { CourseMaterial } from '../core/course/ledger.js';
import { isRight } from '../core/grade.js';
import { lessonTitle, retoldHeading } from '../core/messages/lesson.js';
import { evidenceHeading } from '../core/messages/verdict.js';
import type { Room } from '../core/room/room.js';
import { shownCode } from '../core/room/room-code.js';

/** What a handout is made of. */
export type Handout = {
  readonly course: CourseLessons;
  readonly material: CourseMaterial;
  /** With an empty code for no room in particular. */
  readonly room: Room;
  /** Decides the order of the choices. */
  readonly seed: string;
};

/** The exercise on paper, in Markdown: readings, questions, and boxes to tick. */
export function handoutText(handout: Handout): string {
  const { course, room } = handout;
  const bodies = room.lessons.map(course.lesson);
  return document([
    `# ${marked(course.index.title)}`,
    ...roomPart(room),
    'Name: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_',
    ...numberedSteps(bodies).flatMap((one) => lessonPart(one, handout)),
  ]);
}

/** The key to it: each answer with its feedback and its proof. */
export function handoutKeyText(handout: Handout): string {
  const { course, room } = handout;
  const bodies = room.lessons.map(course.lesson);
  return document([
    `# Key: ${marked(course.index.title)}`,
    ...roomPart(room),
    ...numberedSteps(bodies).flatMap(({ lesson, checks }) => [
      `## ${marked(lessonTitle(course.index, lesson))}`,
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

type Numbered = {
  readonly lesson: Lesson;
  readonly checks: readonly { readonly check: Check; readonly number: number }[];
};

/** Questions have one number through all lessons. */
function numberedSteps(lessons: readonly Lesson[]): Numbered[] {
  let number = 0;
  return lessons.map((lesson) => ({
    lesson,
    checks: lesson.body.flatMap((step) => {
      if (step.kind !== 'check') return [];
      number += 1;
      return [{ check: step, number }];
    }),
  }));
}

function lessonPart({ lesson, checks }: Numbered, handout: Handout): string[] {
  const numberOf = new Map(checks.map(({ check, number }) => [check.id, number]));
  return [
    `## ${marked(lessonTitle(handout.course.index, lesson))}`,
    ...lesson.body.flatMap((step) =>
      step.kind === 'reading'
        ? readingPart(step, handout.material)
        : questionPart(step, numberOf.get(step.id) ?? 0, handout),
    ),
  ];
}

function readingPart({ passages, lookFor }: Reading, material: CourseMaterial): string[] {
  const shown = passages.flatMap((id) => material.passages.find((one) => one.id === id) ?? []);
  return [
    ...shown.flatMap((passage) => [
      `*${marked(retoldHeading(passage))}*`,
      passage.sentences.map(({ text }) => marked(text)).join(' '),
    ]),
    ...(lookFor === undefined ? [] : [`Look for: ${marked(lookFor)}`]),
  ];
}

/** With the numbers that they have on screen. */
const numbered = (check: Check, { seed }: Handout): { number: number; choice: Choice }[] =>
  orderedChoices(check, seed).map((choice, i) => ({ number: i + 1, choice }));

function questionPart(check: Check, number: number, handout: Handout): string[] {
  const choices = numbered(check, handout).map(
    ({ number: n, choice }) => `- ☐ ${n}  ${marked(choice.text)}`,
  );
  return [`**${number}.** ${marked(check.stem)}`, choices.join('\n')];
}

function keyPart(check: Check, number: number, handout: Handout): string[] {
  const choices = numbered(check, handout).map(
    ({ number: n, choice }) =>
      `- ${isRight(check, choice.id) ? '✓' : '✗'} ${n}  ${marked(choice.text)}  \n  ${marked(choice.feedback)}`,
  );
  const proofs = markedPassages(check, handout.material).map((passage) => {
    const sentences = passage.sentences.filter((one) => one.marked);
    const texts = sentences.map(({ sentence }) => `> ${marked(sentence.text)}`).join('\n>\n');
    return `${marked(evidenceHeading(passage))}\n\n${texts}`;
  });
  return [`**${number}.** ${marked(check.stem)}`, choices.join('\n'), ...proofs];
}

/** Signs that Markdown takes for its own, as themselves. */
const marked = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
