import { markedPassages } from '../course/evidence.js';
import type { CourseMaterial } from '../course/ledger.js';
import { misreadingText, SKILL_NAMES } from '../messages/report.js';
import {
  CHECKS_TITLE,
  certaintiesText,
  choiceText,
  HANDS_TITLE,
  handsTexts,
  LEFT_OUT_TITLE,
  leftOutTexts,
  MISREADINGS_TITLE,
  mostTookText,
  NO_ONE,
  numbersNotes,
  numbersText,
  PEOPLE_TITLE,
  peopleText,
  personText,
  placeText,
  REPORT_TITLE,
  rightText,
  roomText,
  SKILLS_TITLE,
  sharedNamesText,
  TALK_TITLE,
} from '../messages/room-report.js';
import { evidenceHeading } from '../messages/verdict.js';
import type { CheckReport, RoomReport } from '../room-report/report.js';
import { type Asked, askedOf, numberedChoice } from './asked.js';

/** The content of a room report, in order, for both text and HTML. */
export type RoomReportView = {
  readonly title: string;
  readonly room: string;
  /** Absent if no two people have one name. */
  readonly sharedNames: string | undefined;
  /** A section without content must not be shown, nor its title. */
  readonly sections: readonly ReportSection[];
};

export type ReportSection =
  | { readonly kind: 'nobody'; readonly text: string }
  | { readonly kind: 'talk'; readonly title: string; readonly questions: readonly TalkQuestion[] }
  | { readonly kind: 'checks'; readonly title: string; readonly checks: readonly CheckView[] }
  | { readonly kind: 'notes'; readonly texts: readonly string[] }
  | { readonly kind: 'scores'; readonly title: string; readonly scores: readonly Score[] }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'count'; readonly title: string; readonly text: string };

/** A question to talk about, with its right answer and the sentences that support the answer. */
export type TalkQuestion = Asked & {
  readonly score: string;
  readonly key: string;
  readonly remarks: readonly string[];
  readonly proofs: readonly { readonly heading: string; readonly sentences: readonly string[] }[];
};

/** A question with the choices that people made. */
export type CheckView = Asked & {
  readonly score: string;
  readonly choices: readonly ChoiceBar[];
  readonly remarks: readonly string[];
  /** The results of item analysis; empty with too few people. */
  readonly numbers: readonly string[];
};

export type ChoiceBar = {
  readonly text: string;
  readonly isKey: boolean;
  readonly count: number;
  readonly of: number;
  /** The share of the answers, from 0 to 1. */
  readonly share: number;
};

export type Score = { readonly name: string; readonly right: number; readonly of: number };

export const roomReportView = (report: RoomReport, material: CourseMaterial): RoomReportView => ({
  title: REPORT_TITLE,
  room: roomText(report),
  sharedNames: sharedNamesText(report),
  sections:
    report.people.length === 0
      ? [{ kind: 'nobody', text: NO_ONE }, handsSection(report, material), leftOutSection(report)]
      : [
          talkSection(report, material),
          { kind: 'checks', title: CHECKS_TITLE, checks: checkViews(report, material) },
          { kind: 'notes', texts: numbersNotes(report) },
          { kind: 'scores', title: SKILLS_TITLE, scores: report.skills.map(skillScore) },
          { kind: 'list', title: MISREADINGS_TITLE, items: report.misreadings.map(misreadingText) },
          peopleSection(report),
          leftOutSection(report),
        ],
});

const talkSection = (
  { talkAbout, checks }: RoomReport,
  material: CourseMaterial,
): ReportSection => ({
  kind: 'talk',
  title: TALK_TITLE,
  questions: checks
    .filter(({ check }) => talkAbout.includes(check))
    .map((one) => talkQuestion(one, material)),
});

const talkQuestion = (one: CheckReport, material: CourseMaterial): TalkQuestion => ({
  ...askedOf(one.item, material),
  score: rightText(one),
  key: numberedChoice(one.item, one.item.key),
  remarks: [...handsTexts(one), ...misreadingRemarks(one)],
  proofs: markedPassages(one.item, material).map((passage) => ({
    heading: evidenceHeading(passage),
    sentences: passage.sentences.filter(({ marked }) => marked).map((one) => one.sentence.text),
  })),
});

const misreadingRemarks = ({ misreading }: CheckReport): string[] =>
  misreading ? [mostTookText(misreading)] : [];

/** Only the questions for which hands were counted, in the order of the exercise. */
const handsSection = ({ checks }: RoomReport, material: CourseMaterial): ReportSection => ({
  kind: 'checks',
  title: HANDS_TITLE,
  checks: checks.filter(({ hands }) => hands).map((one) => checkView(one, material)),
});

const checkViews = ({ checks }: RoomReport, material: CourseMaterial): CheckView[] =>
  checks.map((one) => checkView(one, material));

function checkView(one: CheckReport, material: CourseMaterial): CheckView {
  const { item, choices, answered } = one;
  const certainties = certaintiesText(one);
  return {
    ...askedOf(item, material),
    score: `${rightText(one)} · ${placeText(one)}`,
    choices: choices.map(({ id, isKey, count, share }) => ({
      text: choiceText(item, id),
      isKey,
      count,
      of: answered,
      share,
    })),
    remarks: [
      ...handsTexts(one),
      ...misreadingRemarks(one),
      ...(certainties === '' ? [] : [certainties]),
    ],
    numbers: numbersText(one),
  };
}

const skillScore = ({ skill, right, of }: RoomReport['skills'][number]): Score => ({
  name: SKILL_NAMES[skill],
  right,
  of,
});

const peopleSection = ({ people, of, isAnonymous }: RoomReport): ReportSection =>
  isAnonymous
    ? { kind: 'count', title: PEOPLE_TITLE, text: peopleText(people.length) }
    : { kind: 'list', title: PEOPLE_TITLE, items: people.map((one) => personText(one, of)) };

const leftOutSection = (report: RoomReport): ReportSection => ({
  kind: 'list',
  title: LEFT_OUT_TITLE,
  items: leftOutTexts(report).map(({ file, why }) => `${file} ${why}`),
});
