import type { Check } from '../course/course.js';
import { TRAPS } from '../course/habits.js';
import { ATTEMPT_STATUSES } from '../room/attempt-status.js';
import { nameKey, shortIdOf } from '../room/person.js';
import { shownCode } from '../room/room-code.js';
import { ENOUGH_CHECKS, ENOUGH_PEOPLE, type ItemAnalysis } from '../room-report/item-analysis.js';
import type { CheckReport, PersonReport, RoomReport } from '../room-report/report.js';
import { capital, counted, listed } from '../text/english.js';
import { BINDINGS } from './bindings.js';
import { STATUS_TEXTS, statusText } from './exercise.js';
import { askText } from './verdict.js';

/** The words of a room's report, in the terminal, on a projector and on a page. */

export const REPORT_TITLE = 'How the room answered';

/** "23 people · code 4KXM7-2QT9P". */
export const roomText = ({ people, code }: RoomReport): string =>
  [peopleText(people.length), ...(code === undefined ? [] : [`code ${shownCode(code)}`])].join(
    ' · ',
  );

const peopleText = (count: number): string => counted(count, 'person', 'people');

/** "Handed in: 19, time ran out: 2, not handed in: 1". */
export const statusesText = ({ people }: RoomReport): string =>
  capital(
    ATTEMPT_STATUSES.flatMap((one) => {
      const { length } = people.filter(({ status }) => status === one);
      return length > 0 ? [`${STATUS_TEXTS[one]}: ${length}`] : [];
    }).join(', '),
  );

/** "Ada (7K2M): 6 of 8 right, 1 not answered, 2 not seen, time ran out". */
export function personText(person: PersonReport): string {
  const { right, answered, of, unseen, status, isLengthened } = person;
  const open = answered < of ? `, ${of - answered} not answered` : '';
  const late = unseen.size > 0 ? `, ${unseen.size} not seen` : '';
  return `${labelText(person)}: ${right} of ${of} right${open}${late}, ${statusText(status, isLengthened)}`;
}

/** Two people can have one name, so the short id is always there. */
const labelText = (person: PersonReport): string => `${person.name} (${shortIdOf(person)})`;

/** Who may be one person, and which names several people have. */
export function whoIsWhoTexts({ people, maybeSame, sharedNames }: RoomReport): string[] {
  const groups = maybeSame.map((ids) => people.filter(({ id }) => ids.includes(id)));
  const known = groups.flat().map(({ name }) => nameKey(name));
  const others = sharedNames.filter((name) => !known.includes(nameKey(name)));
  return [
    ...groups.map(maybeSameText),
    ...(others.length > 0
      ? [`Several people share a name (${others.join(', ')}). Each person is counted.`]
      : []),
  ];
}

const maybeSameText = (group: readonly PersonReport[]): string =>
  `These may be the same person: ${listed(group.map(labelText))}. They share a name, and at least one hasn't finished, so one person may have begun twice. To count that person once, with their first answers, add --merge.`;

/** The same in one line. */
export const maybeSameCount = ({ maybeSame: { length } }: RoomReport): string[] =>
  length === 0
    ? []
    : [`${peopleText(length)} may be counted twice: --merge counts each person once.`];

/** "12 of 18 right". */
export const rightText = ({ right, answered }: ItemAnalysis): string =>
  answered === 0 ? 'nobody answered' : `${right} of ${answered} right`;

/** "hands: 13 6 0", in the order of the choices. Empty if nobody counted hands. */
export const handsTexts = ({ hands }: CheckReport): string[] =>
  hands ? [`hands: ${hands.join(' ')}`] : [];

export const choiceText = ({ choices }: Check, id: string): string =>
  choices.find((choice) => choice.id === id)?.text ?? '';

/** "Question 4: Who said it?" The number is its place in the exercise, also in a sorted list. */
export const numberedStem = ({ number }: CheckReport, stem: string): string =>
  `Question ${number}: ${stem}`;

/** How courses name a question. */
export const placeText = ({ lesson, item }: CheckReport): string => `${lesson}/${item.id}`;

/** What came of being sure, where it was said; empty where it was not. Says how many answers have a certainty if not all do. */
export function certaintiesText({ certainties, answered }: CheckReport): string {
  const known = certainties.reduce((sum, { of }) => sum + of, 0);
  return [
    ...certainties.map(
      ({ certainty, right, of }) => `${BINDINGS[certainty].label}: ${right} of ${of} right`,
    ),
    ...(known > 0 && known < answered
      ? [
          `certainty is known for ${known} of ${answered} answers (hand-in codes and paper don't say)`,
        ]
      : []),
  ].join('; ');
}

/** The fewest people of whom the report says what is most common. */
const RANKED_FROM = 3;

/** The most common trap; undefined with too few answers, or if no trap was the most common. */
export const mostTookText = ({ misreading, answered }: CheckReport): string | undefined =>
  misreading && answered >= RANKED_FROM
    ? `The most common trap: ${TRAPS[misreading].name}. ${askText(TRAPS[misreading].habit)}`
    : undefined;

export const isRanked = ({ people }: RoomReport): boolean => people.length >= RANKED_FROM;

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
  `${counted(count, 'wrong answer')} ${count === 1 ? 'was' : 'were'} chosen by fewer than 5 % of the people.`;

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

/** What was not counted, and why: first what somebody can correct. With the name if it is known. */
export const leftOutItems = (report: RoomReport): string[] =>
  [...toCorrect(report), ...report.leftOut.filter(({ isHarmless }) => isHarmless)].map((one) => {
    const name = one.name === undefined ? '' : ` (${one.name})`;
    return `${one.where}${name} ${whyText(one)}`;
  });

export const toCorrect = ({ leftOut }: RoomReport): RoomReport['leftOut'] =>
  leftOut.filter(({ isHarmless }) => !isHarmless);

const whyText = ({ why, countedAt }: RoomReport['leftOut'][number]): string =>
  countedAt === undefined ? why : `${why} ${countedAt}`;

/** The same for programs, in the order of reading. */
export const leftOutTexts = ({
  leftOut,
}: RoomReport): { readonly file: string; readonly why: string }[] =>
  leftOut.map((one) => ({ file: one.where, why: whyText(one) }));

/** "Question 4 of 7": a number stays the same wherever the question is shown. @param of how many the exercise has */
export const questionOfText = ({ number }: Pick<CheckReport, 'number'>, of: number): string =>
  `Question ${number} of ${of}`;

/** Where a slide is in the order of the slides. */
export const ORDER_TEXTS = {
  talk: (place: number, of: number): string => `to talk about: ${place} of ${of}`,
  others: (place: number, of: number): string => `the others: ${place} of ${of}`,
  all: (place: number, of: number): string => `${place} of ${of}`,
} as const;

/** While more digits can follow. */
export const toQuestionText = (typed: string): string => `Go to question ${typed}_`;

/** @param of how many questions the exercise has */
export const noSlideText = (number: number, of: number): string =>
  number < 1 || number > of
    ? `There is no question ${number}: the exercise has ${counted(of, 'question')}.`
    : `Nobody answered question ${number}, so it has no slide.`;

export const SLIDE_LABELS = {
  answer: 'show the answer',
  passage: 'the passage',
  question: 'the question',
  number: 'question',
  go: 'go there',
  cancel: 'cancel',
} as const;

export const SLIDE_HELP_TITLE = 'The keys of the slides';

export const SLIDE_KEYS: readonly (readonly [keys: string, help: string])[] = [
  ['space enter →', 'page down, then the answer, then the next question'],
  ['← PgUp', 'go back; on a long page, PgUp first goes up'],
  ['r', 'show our retelling; r or Esc goes back'],
  ['1-9', 'go to the question with this number; press Enter if more digits could follow'],
  ['↑ ↓  j k', 'scroll'],
  ['?', 'show this page'],
  ['q esc', 'quit'],
];

export const SLIDES_END_TITLE = 'The end';
export const LAST_QUESTION = 'That was the last question.';
export const EACH_NAMES_ONE = 'Each person names one thing to look for in the next news story.';
export const AFTER_THE_END =
  'Press ← to go back, the number of a question to see it again, or q to quit.';

export const TALK_TITLE = 'Talk about these questions';
export const SKILLS_TITLE = 'Right answers by skill';
export const misreadingsTitle = (report: RoomReport): string =>
  isRanked(report) ? 'Traps, the most common first' : 'Traps';
export const LEFT_OUT_TITLE = 'Not counted';
export function leftOutCount(report: RoomReport): string {
  if (report.leftOut.length === 0) return 'Everything was counted.';
  const { length } = toCorrect(report);
  const harmless = report.leftOut.length - length;
  const first = counted(length || harmless, 'file or line', 'files or lines');
  const second = length === 0 ? '' : `, and ${harmless}`;
  return `${LEFT_OUT_TITLE}: ${first}${harmless === 0 ? '' : `${second} with nothing to fix`}`;
}
export const checksTitle = (report: RoomReport): string =>
  isRanked(report) ? 'Each question, the hardest first' : 'Each question';
export const HANDS_TITLE = 'Hands raised';
export const PEOPLE_TITLE = 'Who took part';

/** The end of the short report. */
export const REST = '--all shows the rest';

/** What the numbers mean, for one who has not met them. */
const LEGEND =
  'Difficulty p is the share of right answers: high means easy. Discrimination, from -1 to 1, is high if people who did well on the other questions did well here, too. If it is below 0, look at the answer key.';

export const NO_ONE = 'No result could be counted.';
