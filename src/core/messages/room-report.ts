import type { Check } from '../course/course.js';
import { TRAPS } from '../course/habits.js';
import type { Misreading } from '../course/vocabulary.js';
import { shownCode } from '../room/room-code.js';
import { ENOUGH_CHECKS, ENOUGH_PEOPLE, type ItemAnalysis } from '../room-report/item-analysis.js';
import type { CheckReport, PersonReport, RoomReport } from '../room-report/report.js';
import { counted } from '../text/english.js';
import { BINDINGS } from './bindings.js';
import { askText } from './verdict.js';

/** The words of a room's report, in the terminal, on a projector and on a page. */

export const REPORT_TITLE = 'What the room read';

/** "23 people · code 4KXM7-2QT9P". */
export const roomText = ({ people, code }: RoomReport): string =>
  [peopleText(people.length), ...(code === undefined ? [] : [`code ${shownCode(code)}`])].join(
    ' · ',
  );

export const peopleText = (count: number): string => counted(count, 'person', 'people');

/** "Ada: 6 of 8 right", with how much is missing. */
export function personText({ name, right, answered, isWhole }: PersonReport, of: number): string {
  const open = answered < of ? `, ${of - answered} not answered` : '';
  const isOpen = isWhole || answered === of ? '' : ', not handed in yet';
  return `${name}: ${right} of ${of} right${open}${isOpen}`;
}

/** That several people who are counted have one name. */
export const sharedNamesText = ({ sharedNames }: RoomReport): string | undefined =>
  sharedNames.length === 0
    ? undefined
    : `Several people share a name (${sharedNames.join(', ')}). Each person is counted.`;

/** "12 of 18 right". */
export const rightText = ({ right, answered }: ItemAnalysis): string =>
  answered === 0 ? 'nobody answered' : `${right} of ${answered} right`;

export const choiceText = ({ choices }: Check, id: string): string =>
  choices.find((choice) => choice.id === id)?.text ?? '';

/** Where a question stands in the exercise, and how to name it. */
export const placeText = ({ number, lesson, item }: CheckReport): string =>
  `question ${number}, ${lesson}/${item.id}`;

/** What came of being sure, where it was said; empty where it was not. */
export const certaintiesText = ({ certainties }: CheckReport): string =>
  certainties
    .map(({ certainty, right, of }) => `${BINDINGS[certainty].label}: ${right} of ${of} right`)
    .join('; ');

export const mostTookText = (misreading: Misreading): string =>
  `The most common trap: ${TRAPS[misreading].name}. ${askText(TRAPS[misreading].habit)}`;

/** What the numbers say, with enough people; else that they are too few. */
export function numbersText({ answered, p, itemRest, flags, choices }: CheckReport): string[] {
  if (answered < ENOUGH_PEOPLE) return [];
  const difficulty = p === undefined ? [] : [`Difficulty p ${shown(p)}`];
  const discrimination =
    itemRest === undefined ? [] : [`discrimination (item-rest) ${shown(itemRest)}`];
  const rare = choices.filter(({ isRare }) => isRare).length;
  return [
    [...difficulty, ...discrimination].join(', '),
    ...(flags.includes('look-at-key') ? [LOOK_AT_KEY] : []),
    ...(rare > 0 ? [rareText(rare)] : []),
  ];
}

const LOOK_AT_KEY =
  'Look at the answer key: people who did well on the other questions tended to choose another answer.';

const rareText = (count: number): string =>
  `${counted(count, 'wrong answer')} ${count === 1 ? 'was' : 'were'} chosen by fewer than 5 of 100 people.`;

/** Two decimals, with a sign where it is below nothing. */
const shown = (value: number): string => value.toFixed(2);

/** What is to be said of the numbers as a whole. */
export const numbersNotes = (report: RoomReport): string[] =>
  [tooFewText(report), report.isEnough ? LEGEND : undefined, reliabilityText(report)].filter(
    (text) => text !== undefined,
  );

const tooFewText = ({ people, isEnough }: RoomReport): string | undefined =>
  isEnough || people.length === 0
    ? undefined
    : `${peopleText(people.length)} took part. With ${ENOUGH_PEOPLE} people or more, the report has numbers on each question.`;

/** How far the score would come out the same again. */
const reliabilityText = ({ kr20, isEnough, of }: RoomReport): string | undefined => {
  if (!isEnough) return undefined;
  if (kr20 !== undefined && kr20 < 0)
    return `Reliability of the score (KR-20): ${shown(kr20)}. A value below 0 means that the questions measure nothing in common in this room.`;
  if (kr20 !== undefined)
    return `Reliability of the score (KR-20): ${shown(kr20)} of at most 1. A high value means that a second try would give similar scores.`;
  return of < ENOUGH_CHECKS
    ? `Reliability (KR-20) needs ${ENOUGH_CHECKS} questions or more.`
    : `Reliability (KR-20) needs ${ENOUGH_PEOPLE} people who answered everything, and scores that differ.`;
};

/** What was not counted, and why. */
export const leftOutTexts = ({
  leftOut,
}: RoomReport): { readonly file: string; readonly why: string }[] =>
  leftOut.map(({ where, why, countedAt }) => ({
    file: where,
    why: countedAt === undefined ? why : `${why} ${countedAt}`,
  }));

export const TALK_TITLE = 'Talk about these questions';
export const SKILLS_TITLE = 'Right answers by skill';
export const MISREADINGS_TITLE = 'Traps, the most common first';
export const LEFT_OUT_TITLE = 'Not counted';
export const CHECKS_TITLE = 'Each question, the hardest first';
export const PEOPLE_TITLE = 'Who took part';

/** What the numbers mean, for one who has not met them. */
const LEGEND =
  'Difficulty p is the share of right answers. Discrimination, from -1 to 1, is high if people who did well on the other questions did well here, too. If it is below 0, look at the answer key.';

export const NO_ONE = 'No result could be counted.';
