import type { Check, Choice, CourseIndex, Lesson, Reading } from '../../core/course/course.js';
import type { Claim, CourseMaterial, Detail } from '../../core/course/ledger.js';
import type { Waiver } from '../../core/course/problem.js';
import { isRight } from '../../core/grade.js';
import type { Scene } from '../../core/scene/scene.js';
import { counted } from '../../core/text/english.js';
import { GAP, type Line, line } from '../layout/line.js';
import { hangLines, padTo } from '../layout/wrap.js';
import { type OverlayBody, overlay } from './overlays.js';

type Inspected = {
  readonly course: CourseIndex;
  readonly now: Scene;
  readonly material: CourseMaterial;
};

/** What stands behind a screen, in the words of the course's files: for its author. */
export function inspectPage({ course, now, material }: Inspected, width: number): OverlayBody {
  return overlay(
    partsOf({ course, now, material }).flatMap((part, i) => partLines(part, i, width)),
  );
}

/** A heading with what belongs under it. A fact stands beside its name; an entry has its texts below it. */
type InspectSection = {
  readonly heading?: string;
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly entries?: readonly Entry[];
};

type Entry = { readonly head: string; readonly texts: readonly string[] };

function partsOf({ course, now, material }: Inspected): InspectSection[] {
  switch (now.kind) {
    case 'home':
      return courseParts(course, material);
    case 'summary':
      return lessonParts(now.lesson);
    case 'reading':
      return readingParts(now.lesson, now.step, material);
    case 'check':
    case 'certainty':
    case 'verdict':
      return checkParts(now.lesson, now.step, material);
    case 'cell':
      return [{ heading: 'Claims', entries: now.cell.claims.map(claimEntry) }];
    default:
      return courseParts(course, material);
  }
}

function courseParts(
  { id, hash, lessons }: CourseIndex,
  material: CourseMaterial,
): InspectSection[] {
  const checks = lessons.reduce((sum, lesson) => sum + lesson.checks.length, 0);
  const behind = [
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
        ['behind it', behind.join(', ')],
      ],
    },
    {
      heading: 'Lessons',
      entries: lessons.map((lesson) => ({
        head: `${lesson.id}: ${counted(lesson.steps.length, 'step')}, ${counted(lesson.checks.length, 'check')}`,
        texts: [],
      })),
    },
    waiverPart(lessons.map(({ id: lesson, allow }) => [lesson, allow])),
  ];
}

const lessonParts = (lesson: Lesson): InspectSection[] => [
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
  waiverPart([[lesson.id, lesson.allow]]),
];

function readingParts(lesson: Lesson, step: Reading, material: CourseMaterial): InspectSection[] {
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
    waiverPart([
      [step.id, step.allow],
      ...passages.map(({ id, allow }) => [id, allow] as const),
      [lesson.id, lesson.allow],
    ]),
  ];
}

function checkParts(
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
    waiverPart([
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

/** Rules that are broken knowingly, with what breaks them and why. */
function waiverPart(
  from: readonly (readonly [id: string, allow: readonly Waiver[] | undefined])[],
): InspectSection {
  const entries = from.flatMap(([id, allow = []]) =>
    allow.map(({ rule, why }) => ({ head: `${id}: ${rule}`, texts: [why] })),
  );
  return entries.length > 0 ? { heading: 'Waivers', entries } : { facts: [['waivers', 'none']] };
}

const NAME_COLUMN = 11;

function partLines(
  { heading, facts = [], entries = [] }: InspectSection,
  at: number,
  width: number,
): Line[] {
  return [
    ...(at > 0 ? [GAP] : []),
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
