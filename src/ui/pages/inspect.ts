import type { Check, Choice, CourseIndex, Lesson, Reading } from '../../core/course/course.js';
import type { Claim, CourseMaterial, Detail } from '../../core/course/ledger.js';
import type { Waiver } from '../../core/course/problem.js';
import { isRight } from '../../core/grade.js';
import type { Scene } from '../../core/scene/scene.js';
import { counted } from '../../core/text/english.js';
import { GAP, type Line, line } from '../layout/line.js';
import { hangLines, padTo } from '../layout/wrap.js';
import { type OverlayBody, overlay } from './overlays.js';

type InspectProps = {
  readonly course: CourseIndex;
  readonly now: Scene;
  readonly material: CourseMaterial;
};

/** The data of a page for the course's author, with the ids of the course's files. */
export function inspectPage({ course, now, material }: InspectProps, width: number): OverlayBody {
  return overlay(
    sectionsOf({ course, now, material }).flatMap((section, i) => sectionLines(section, i, width)),
  );
}

/** A heading with facts or entries. A fact has its value beside its name; an entry has its texts below. */
type InspectSection = {
  readonly heading?: string;
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly entries?: readonly Entry[];
};

type Entry = { readonly head: string; readonly texts: readonly string[] };

function sectionsOf({ course, now, material }: InspectProps): InspectSection[] {
  switch (now.kind) {
    case 'home':
      return courseSections(course, material);
    case 'summary':
      return lessonSections(now.lesson);
    case 'reading':
      return readingSections(now.lesson, now.step, material);
    case 'check':
    case 'certainty':
    case 'verdict':
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
        ['behind it', parts.join(', ')],
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
    ],
  },
  {
    heading: 'Steps',
    entries: lesson.body.map(({ kind, id }) => ({ head: `${kind} ${id}`, texts: [] })),
  },
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

function checkSections(
  lesson: Lesson | undefined,
  check: Check,
  material: CourseMaterial,
): InspectSection[] {
  const claims = material.claims.filter(({ id }) => check.claims.includes(id));
  const sentences = material.passages.flatMap((passage) => passage.sentences);
  const evidence = sentences.filter(({ id }) => check.evidence.includes(id));
  return [
    {
      facts: [
        ['check', `${lesson?.id ?? 'ledger'}/${check.id}`],
        ['skill', check.skill],
        ['ordered', check.ordered ? 'yes: shown as in the file' : 'no: shown in a mixed order'],
        ['hint', check.hint ?? 'none: the screen names the paragraph'],
      ],
    },
    { heading: 'Choices', entries: check.choices.map((choice) => choiceEntry(choice, check)) },
    { heading: 'Claims', entries: claims.map(claimEntry) },
    { heading: 'Evidence', entries: evidence.map(({ id, text }) => ({ head: id, texts: [text] })) },
    waiverSection([
      [check.id, check.allow],
      ...claims.map(({ id, allow }) => [id, allow] as const),
      ...(lesson ? [[lesson.id, lesson.allow] as const] : []),
    ]),
  ];
}

function choiceEntry(choice: Choice, check: Check): Entry {
  const facts = [
    isRight(check, choice.id) ? 'the key' : (choice.misreading ?? 'no misreading'),
    ...(choice.names === undefined ? [] : [`names ${choice.names}`]),
    ...(choice.open ? ['open'] : []),
  ];
  return { head: `${choice.id}: ${facts.join(', ')}`, texts: [choice.text] };
}

function claimEntry(claim: Claim): Entry {
  const actor = claim.actor === undefined ? '' : `, actor ${claim.actor}`;
  return {
    head: `${claim.id}: ${claim.kind}, source ${claim.source}${actor}`,
    texts: [
      claim.content,
      `channel ${detailText(claim.channel)}; when ${detailText(claim.when)}; in ${claim.sentence}`,
    ],
  };
}

const detailText = ({ value, basis }: Detail): string =>
  value === undefined ? basis : `${basis}, “${value}”`;

/** Waivers: rules that an author breaks on purpose, with the id of the place and the reason. */
function waiverSection(
  from: readonly (readonly [id: string, allow: readonly Waiver[] | undefined])[],
): InspectSection {
  const entries = from.flatMap(([id, allow = []]) =>
    allow.map(({ rule, why }) => ({ head: `${id}: ${rule}`, texts: [why] })),
  );
  return entries.length > 0 ? { heading: 'Waivers', entries } : { facts: [['waivers', 'none']] };
}

const NAME_COLUMN = 11;

function sectionLines(
  { heading, facts = [], entries = [] }: InspectSection,
  index: number,
  width: number,
): Line[] {
  return [
    ...(index > 0 ? [GAP] : []),
    ...(heading === undefined ? [] : [line(heading, 'strong')]),
    ...facts.flatMap(([name, value]) =>
      hangLines({ text: padTo(name, NAME_COLUMN), tone: 'quiet' }, value, width),
    ),
    ...entries.flatMap((entry) => entryLines(entry, width)),
  ];
}

const entryLines = ({ head, texts }: Entry, width: number): Line[] => [
  ...hangLines({ text: '• ', tone: 'quiet' }, head, width, 'accent'),
  ...texts.flatMap((text) => hangLines({ text: '    ', tone: 'plain' }, text, width)),
];
