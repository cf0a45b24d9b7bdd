import { markedPassages } from '../core/course/evidence.js';
import type { CourseMaterial } from '../core/course/ledger.js';
import { SKILL_NAMES } from '../core/messages/report.js';
import {
  CHECKS_TITLE,
  certaintiesText,
  choiceText,
  LEFT_OUT_TITLE,
  leftOutTexts,
  MISREADINGS_TITLE,
  misreadText,
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
} from '../core/messages/room-report.js';
import { evidenceHeading } from '../core/messages/verdict.js';
import type { CheckReport, RoomReport } from '../core/room-report/report.js';
import { barText } from '../core/text/bar.js';
import { type Block, bullet, indented, type Row } from './block.js';

/** What a room made of its exercise, as text: first what to talk about. */
export function roomBlocks(report: RoomReport, material: CourseMaterial): Block[] {
  const shared = sharedNamesText(report);
  const head: Block = [REPORT_TITLE, roomText(report), ...(shared !== undefined ? [shared] : [])];
  if (report.people.length === 0) return [head, [NO_ONE], ...leftOutBlocks(report)];
  return [
    head,
    ...talkBlocks(report, material),
    [CHECKS_TITLE],
    ...report.checks.map(checkBlock),
    ...numberBlocks(report),
    [SKILLS_TITLE, ...report.skills.map(skillRow)],
    ...misreadingBlocks(report),
    peopleBlock(report),
    ...leftOutBlocks(report),
  ];
}

function talkBlocks({ talkAbout, checks }: RoomReport, material: CourseMaterial): Block[] {
  const those = checks.filter(({ check }) => talkAbout.includes(check));
  if (those.length === 0) return [];
  return [[TALK_TITLE], ...those.map((one, i) => talkBlock(one, i + 1, material))];
}

function talkBlock(one: CheckReport, number: number, material: CourseMaterial): Block {
  const { item, misreading } = one;
  const proofs = markedPassages(item, material).flatMap((marked): Row[] => [
    indented(evidenceHeading(marked)),
    ...marked.sentences
      .filter((sentence) => sentence.marked)
      .map(({ sentence }) => ({ lead: '  ▌ ', text: sentence.text })),
  ]);
  return [
    { lead: `${number}. `, text: `${item.stem} (${rightText(one)})` },
    { lead: '  ✓ ', text: choiceText(item, item.key) },
    ...(misreading ? [indented(mostTookText(misreading))] : []),
    ...proofs,
  ];
}

function checkBlock(one: CheckReport): Block {
  const { item, choices, answered, misreading } = one;
  const digits = String(answered).length;
  const rows = choices.map(({ id, count, share, isKey }, i): Row => {
    const lead = `  ${i + 1} ${isKey ? '✓' : '✗'} ${barText(share)} ${String(count).padStart(digits)}  `;
    return { lead, text: choiceText(item, id) };
  });
  const said = certaintiesText(one);
  return [
    `${rightText(one)} · ${placeText(one)}`,
    indented(item.stem),
    ...rows,
    ...(misreading ? [indented(mostTookText(misreading))] : []),
    ...(said === '' ? [] : [indented(said)]),
    ...numbersText(one).map(indented),
  ];
}

function numberBlocks(report: RoomReport): Block[] {
  const texts = numbersNotes(report);
  return texts.length > 0 ? [texts] : [];
}

const skillRow = ({ skill, right, of }: RoomReport['skills'][number]): Row =>
  bullet(`${SKILL_NAMES[skill]}: ${right} of ${of} right`);

function misreadingBlocks({ misreadings }: RoomReport): Block[] {
  if (misreadings.length === 0) return [];
  return [[MISREADINGS_TITLE, ...misreadings.map((one) => bullet(misreadText(one)))]];
}

function peopleBlock({ people, of, isAnonymous }: RoomReport): Block {
  if (isAnonymous) return [`${PEOPLE_TITLE}: ${peopleText(people.length)}`];
  return [PEOPLE_TITLE, ...people.map((person) => bullet(personText(person, of)))];
}

function leftOutBlocks(report: RoomReport): Block[] {
  const texts = leftOutTexts(report);
  if (texts.length === 0) return [];
  return [[LEFT_OUT_TITLE, ...texts.map(({ file, why }) => bullet(`${file} ${why}`))]];
}
