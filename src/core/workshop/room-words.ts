import type { Misreading } from '../course.js';
import { MISREAD } from '../study-words.js';
import { counted } from '../words.js';
import { ENOUGH_CHECKS, ENOUGH_PEOPLE, type ItemAnalysis } from './item-analysis.js';
import { shownCode } from './room-code.js';
import type { CheckReport, PersonReport, RoomReport } from './room-report.js';

/** The words of a room's report, in the terminal, on a projector and on a page. */

export const REPORT_TITLE = 'What the room read';

/** "23 people · code 4KXM7-2QT9P". */
export const roomText = ({ people, code }: RoomReport): string =>
  [peopleText(people.length), ...(code === undefined ? [] : [`code ${shownCode(code)}`])].join(
    ' · ',
  );

export const peopleText = (count: number): string => counted(count, 'person', 'people');

/** "Ada: 6 of 8 right", with how much is missing. */
export function personText(name: string, { right, answered }: PersonReport, of: number): string {
  const open = answered < of ? `, ${of - answered} not answered` : '';
  return `${name}: ${right} of ${of} right${open}`;
}

/** Names, or numbers where nobody is to be named. */
export const namesOf = ({ people }: RoomReport, isAnonymous: boolean): string[] =>
  people.map(({ name }, i) => (isAnonymous ? `Person ${i + 1}` : name));

/** "12 of 18 right". */
export const rightText = ({ right, answered }: ItemAnalysis): string =>
  answered === 0 ? 'nobody answered it' : `${right} of ${answered} right`;

export const misreadText = (misreading: Misreading): string => MISREAD[misreading];

export const mostTookText = (misreading: Misreading): string =>
  `Most often, those who missed it ${MISREAD[misreading]}.`;

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
  'Look at the key: those who did well elsewhere tended to choose another answer.';

const rareText = (count: number): string =>
  `${counted(count, 'wrong answer')} chosen by fewer than 5 of 100: ${count === 1 ? 'it tempts' : 'they tempt'} nobody.`;

/** Two decimals, with a sign where it is below nothing. */
const shown = (value: number): string => value.toFixed(2);

export const tooFewText = ({ people, isEnough }: RoomReport): string | undefined =>
  isEnough || people.length === 0
    ? undefined
    : `${peopleText(people.length)}: too few to say more than these counts. From ${ENOUGH_PEOPLE} on there are numbers on each question.`;

/** How far the score would come out the same again. */
export const reliabilityText = ({ kr20, isEnough, of }: RoomReport): string | undefined => {
  if (!isEnough) return undefined;
  if (kr20 !== undefined) return `Reliability of the score (KR-20): ${shown(kr20)}`;
  return of < ENOUGH_CHECKS
    ? `Reliability (KR-20) needs ${ENOUGH_CHECKS} questions or more.`
    : `Reliability (KR-20) needs ${ENOUGH_PEOPLE} people who answered everything, and scores that differ.`;
};

/** What was not counted, and why; a file's name may hold that of its person. */
export const leftOutTexts = (
  { leftOut }: RoomReport,
  isAnonymous: boolean,
): { readonly file: string; readonly why: string }[] =>
  leftOut.map(({ where, why, twin }, i) => ({
    file: isAnonymous ? `file ${i + 1}` : where,
    why: twin === undefined ? why : `${why} ${isAnonymous ? 'another' : twin}`,
  }));

export const TALK_TITLE = 'Talk about these';
export const SKILLS_TITLE = 'By what it takes';
export const MISREADINGS_TITLE = 'What was misread';
export const LEFT_OUT_TITLE = 'Not counted';
export const CHECKS_TITLE = 'Each question, the hardest first';
export const PEOPLE_TITLE = 'Handed in';
export const NO_ONE = 'Nothing was handed in that can be counted.';
