import type { CourseIndex, Example, Lesson, Reading, Step } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { checksIn } from '../../core/course/lesson.js';
import type { Problem } from '../../core/course/problem.js';
import type { Scene } from '../../core/scene/scene.js';
import { counted } from '../../core/text/english.js';
import {
  claimEntry,
  type Entry,
  type InspectSection,
  sectionLines,
  waiverSection,
} from './inspect-entries.js';
import { findingSections } from './inspect-findings.js';
import { boardSections, checkSections } from './inspect-questions.js';
import { type OverlayBody, overlay } from './overlays.js';

type Inspected = {
  readonly course: CourseIndex;
  readonly now: Scene;
  readonly material: CourseMaterial;
  /** What `check` finds in the course. */
  readonly findings: readonly Problem[];
};

/** The data of a page for the course's author, with the ids of the course's files. */
export function inspectPage(inspected: Inspected, width: number): OverlayBody {
  const { now, findings } = inspected;
  const lesson = 'lesson' in now ? now.lesson?.id : undefined;
  const { notShown, warnings, todos } = findingSections(findings, lesson);
  const sections = [...notShown, ...warnings, ...sectionsOf(inspected), ...todos];
  return overlay(sections.flatMap((section, i) => sectionLines(section, i, width)));
}

function sectionsOf({ course, now, material }: Inspected): InspectSection[] {
  switch (now.kind) {
    case 'home':
      return courseSections(course, material);
    case 'summary':
      return lessonSections(now.lesson);
    case 'example':
      return exampleSections(now.lesson, now.step);
    case 'reading':
      return readingSections(now.lesson, now.step, material);
    case 'board':
    case 'board-verdict':
    case 'board-pending':
      return boardSections(now.lesson, now.step, material);
    case 'check':
    case 'second-look':
    case 'certainty':
    case 'verdict':
    case 'answer-pending':
      return checkSections(now.lesson, now.step, material);
    case 'cell':
      return [{ heading: 'Claims', entries: now.cell.claims.map(claimEntry) }];
    default:
      return courseSections(course, material);
  }
}

function courseSections(
  { id, hash, lessons }: CourseIndex,
  material: CourseMaterial,
): InspectSection[] {
  const checks = lessons.reduce((sum, lesson) => sum + lesson.checks.length, 0);
  const parts = [
    counted(material.claims.length, 'claim'),
    counted(material.sources.length, 'source'),
    counted(material.passages.length, 'passage'),
  ];
  return [
    {
      facts: [
        ['course', id],
        ['hash', hash],
        ['holds', `${counted(lessons.length, 'lesson')}, ${counted(checks, 'check')}`],
        ['made from', parts.join(', ')],
      ],
    },
    {
      heading: 'Lessons',
      entries: lessons.map((lesson) => ({
        head: `${lesson.id}: ${counted(lesson.steps.length, 'step')}, ${counted(lesson.checks.length, 'check')}`,
        texts: [],
      })),
    },
    waiverSection(lessons.map(({ id: lesson, allow }) => [lesson, allow])),
  ];
}

const lessonSections = (lesson: Lesson): InspectSection[] => [
  {
    facts: [
      ['lesson', lesson.id],
      ['minutes', String(lesson.minutes)],
      ...(lesson.habit === undefined ? [] : [['habit', lesson.habit] as const]),
      ...(lesson.soFar === undefined ? [] : [['so far', lesson.soFar] as const]),
    ],
  },
  {
    heading: 'Steps',
    entries: lesson.body.map(stepEntry),
  },
  waiverSection([[lesson.id, lesson.allow]]),
];

/** A step with the ids of its rows, if it is a sort board. */
const stepEntry = (step: Step): Entry => ({
  head: `${step.kind} ${step.id}`,
  texts:
    step.kind === 'board'
      ? [
          checksIn(step)
            .map(({ id }) => id)
            .join(', '),
        ]
      : [],
});

const exampleSections = (lesson: Lesson, { id, habit, ...step }: Example): InspectSection[] => [
  {
    facts: [
      ['example', `${lesson.id}/${id}`],
      ['habit', habit],
    ],
  },
  { heading: 'Sentence', entries: [{ head: step.sentence, texts: step.words }] },
  { heading: 'What the habit shows', entries: [{ head: step.says, texts: [] }] },
  waiverSection([[lesson.id, lesson.allow]]),
];

function readingSections(
  lesson: Lesson,
  step: Reading,
  material: CourseMaterial,
): InspectSection[] {
  const passages = material.passages.filter(({ id }) => step.passages.includes(id));
  return [
    { facts: [['reading', `${lesson.id}/${step.id}`]] },
    {
      heading: 'Passages',
      entries: passages.map(({ id, paragraph, sentences }) => ({
        head: `${id}: ¶${paragraph}`,
        texts: sentences.map((sentence) => `${sentence.id}  ${sentence.text}`),
      })),
    },
    waiverSection([
      [step.id, step.allow],
      ...passages.map(({ id, allow }) => [id, allow] as const),
      [lesson.id, lesson.allow],
    ]),
  ];
}
