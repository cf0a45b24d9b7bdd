import { markedPassages } from '../course/evidence.js';
import type { CourseMaterial } from '../course/ledger.js';
import { secondVoteTexts } from '../messages/live-room/second-vote.js';
import { misreadingText, SKILL_NAMES } from '../messages/report.js';
import {
  certaintiesText,
  checksTitle,
  choiceText,
  HANDS_TITLE,
  handsTexts,
  isRanked,
  LEFT_OUT_TITLE,
  leftOutCount,
  leftOutItems,
  maybeSameCount,
  misreadingsTitle,
  mostTookText,
  NO_ONE,
  numberedStem,
  numbersNotes,
  numbersText,
  PEOPLE_TITLE,
  personText,
  placeText,
  REPORT_TITLE,
  rightText,
  roomText,
  SKILLS_TITLE,
  statusesText,
  TALK_TITLE,
  toCorrect,
  whoIsWhoTexts,
} from '../messages/room-report.js';
import { evidenceHeading } from '../messages/verdict.js';
import type { CheckReport, PersonReport, RoomReport } from '../room-report/report.js';
import { type Asked, askedOf, numberedChoice } from './asked.js';

/** The content of a room report, in order, for both text and HTML. */
export type RoomReportView = {
  readonly title: string;
  readonly room: string;
  /** How many have handed in, and who may be one person. Empty without people. */
  readonly people: readonly string[];
  /** A section without content must not be shown, nor its title. */
  readonly sections: readonly ReportSection[];
};

export type ReportSection =
  | { readonly kind: 'nobody'; readonly text: string }
  | { readonly kind: 'talk'; readonly title: string; readonly questions: readonly TalkQuestion[] }
  | { readonly kind: 'checks'; readonly title: string; readonly checks: readonly CheckView[] }
  | { readonly kind: 'notes'; readonly texts: readonly string[] }
  | { readonly kind: 'scores'; readonly title: string; readonly scores: readonly Score[] }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] };

/** What a facilitator needs first. */
export type BriefReport = Pick<RoomReportView, 'title' | 'room' | 'people'> & {
  /** The same as `people`, in fewer lines. */
  readonly shortPeople: readonly string[];
  readonly talk: { readonly title: string; readonly checks: readonly CheckView[] };
  readonly nobody: string | undefined;
  /** `toCorrect` of the items come first: somebody can still correct them. */
  readonly leftOut: {
    readonly title: string;
    readonly items: readonly string[];
    readonly toCorrect: number;
  };
};

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
  /** Empty if nobody counted hands. */
  readonly hands: readonly string[];
  /** Empty if nobody voted a second time. */
  readonly second: readonly string[];
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
  /** The same of the second vote. */
  readonly second?: Pick<ChoiceBar, 'count' | 'of' | 'share'>;
};

export type Score = { readonly name: string; readonly right: number; readonly of: number };

export const roomReportView = (report: RoomReport, material: CourseMaterial): RoomReportView => ({
  title: REPORT_TITLE,
  room: roomText(report),
  people: peopleTexts(report),
  sections:
    report.people.length === 0
      ? [
          { kind: 'nobody', text: NO_ONE },
          ...handsSection(report, material),
          leftOutSection(report),
        ]
      : [
          talkSection(report, material),
          { kind: 'checks', title: checksTitle(report), checks: checkViews(report, material) },
          { kind: 'notes', texts: numbersNotes(report) },
          { kind: 'scores', title: SKILLS_TITLE, scores: report.skills.map(skillScore) },
          {
            kind: 'list',
            title: misreadingsTitle(report),
            items: report.misreadings.map(misreadingText),
          },
          peopleSection(report),
          leftOutSection(report),
        ],
});

export const briefReport = (report: RoomReport, material: CourseMaterial): BriefReport => ({
  title: REPORT_TITLE,
  room: roomText(report),
  people: peopleTexts(report),
  shortPeople: report.people.length === 0 ? [] : [statusesText(report), ...maybeSameCount(report)],
  talk:
    report.people.length === 0
      ? { title: HANDS_TITLE, checks: handsViews(report, material) }
      : { title: TALK_TITLE, checks: talkChecks(report).map((one) => checkView(one, material)) },
  nobody: report.people.length === 0 ? NO_ONE : undefined,
  leftOut: {
    title: leftOutCount(report),
    items: leftOutItems(report),
    toCorrect: toCorrect(report).length,
  },
});

const peopleTexts = (report: RoomReport): string[] =>
  report.people.length === 0 ? [] : [statusesText(report), ...whoIsWhoTexts(report)];

const talkSection = (report: RoomReport, material: CourseMaterial): ReportSection => ({
  kind: 'talk',
  title: TALK_TITLE,
  questions: talkChecks(report).map((one) => talkQuestion(one, material)),
});

const talkChecks = ({ talkAbout, checks }: RoomReport): CheckReport[] =>
  checks.filter(({ check }) => talkAbout.includes(check));

/** With its number. */
function numberedAsked(one: CheckReport, material: CourseMaterial): Asked {
  const asked = askedOf(one.item, material);
  return { ...asked, stem: numberedStem(one, asked.stem) };
}

const talkQuestion = (one: CheckReport, material: CourseMaterial): TalkQuestion => ({
  ...numberedAsked(one, material),
  score: rightText(one),
  key: numberedChoice(one.item, one.item.key),
  remarks: [...handsTexts(one), ...secondVoteTexts(one), ...misreadingRemarks(one)],
  proofs: markedPassages(one.item, material).map((passage) => ({
    heading: evidenceHeading(passage),
    sentences: passage.sentences.filter(({ marked }) => marked).map((one) => one.sentence.text),
  })),
});

function misreadingRemarks(one: CheckReport): string[] {
  const most = mostTookText(one);
  return most === undefined ? [] : [most];
}

function handsSection(report: RoomReport, material: CourseMaterial): ReportSection[] {
  const checks = handsViews(report, material);
  return checks.length === 0 ? [] : [{ kind: 'checks', title: HANDS_TITLE, checks }];
}

/** Only the questions for which hands were counted. */
const handsViews = (report: RoomReport, material: CourseMaterial): CheckView[] =>
  report.checks.filter(({ hands }) => hands).map((one) => checkView(one, material));

/** The hardest first, or with few people as in the exercise. */
const checkViews = (report: RoomReport, material: CourseMaterial): CheckView[] =>
  (isRanked(report) ? report.checks : [...report.checks].sort((a, b) => a.number - b.number)).map(
    (one) => checkView(one, material),
  );

function checkView(one: CheckReport, material: CourseMaterial): CheckView {
  const { item, choices, answered } = one;
  const certainties = certaintiesText(one);
  return {
    ...numberedAsked(one, material),
    score: `${rightText(one)} · ${placeText(one)}`,
    choices: choices.map(({ id, isKey, count, share }) => ({
      text: choiceText(item, id),
      isKey,
      count,
      of: answered,
      share,
      ...secondBar(one, id),
    })),
    hands: handsTexts(one),
    second: secondVoteTexts(one),
    remarks: [...misreadingRemarks(one), ...(certainties === '' ? [] : [certainties])],
    numbers: numbersText(one),
  };
}

function secondBar({ second }: CheckReport, choice: string): Pick<ChoiceBar, 'second'> {
  if (!second) return {};
  const { answered: of, counts } = second;
  const count = counts.get(choice) ?? 0;
  return { second: { count, of, share: count / of } };
}

const skillScore = ({ skill, right, of }: RoomReport['skills'][number]): Score => ({
  name: SKILL_NAMES[skill],
  right,
  of,
});

/** "Person 2" before "Person 10". */
const byName = (a: PersonReport, b: PersonReport): number =>
  a.name.localeCompare(b.name, 'en', { numeric: true });

const peopleSection = ({ people }: RoomReport): ReportSection => ({
  kind: 'list',
  title: PEOPLE_TITLE,
  items: [...people].sort(byName).map(personText),
});

const leftOutSection = (report: RoomReport): ReportSection => ({
  kind: 'list',
  title: LEFT_OUT_TITLE,
  items: leftOutItems(report),
});
