/** The words of self-study, for the screens and the line mode: reviews, rounds, certainty, settings, where one stands. */

import { type LedgerMap, type MapCell, type MapKind, NOT_SAID } from '../course/attribution-map.js';
import type { CourseIndex } from '../course/course.js';
import type { Misreading, Skill } from '../course/vocabulary.js';
import type { MisreadingCount } from '../learner-report/misreadings.js';
import type { MemoryCounts } from '../learner-report/report.js';
import type { Certainty } from '../memory/certainty.js';
import type { Tallies, Tally } from '../memory/recall.js';
import type { Sitting } from '../review/quiz.js';
import type { Setting, SettingKey } from '../settings.js';
import { capital } from '../text/english.js';

export const DRILL_TITLE = 'Who said it?';

export const SITTING_TITLE: Readonly<Record<Sitting['kind'], string>> = {
  review: 'Review',
  drill: DRILL_TITLE,
};

/** "1 of 6", or in rounds without end "12". */
export const questionCount = ({ kind, answered, given, rest }: Sitting): string => {
  const number = answered + (given === undefined ? 1 : 0);
  return kind === 'drill' ? `${number}` : `${number} of ${number + rest.length}`;
};

export const CERTAINTY_OFFER = 'Say how sure you are before each verdict, from now on';

export const CERTAINTY_ASKED = 'How sure are you?';

export const CERTAINTY_KEYS: Readonly<Record<Certainty, { key: string; does: string }>> = {
  guess: { key: 'g', does: 'guess' },
  fairly: { key: 'f', does: 'fairly sure' },
  certain: { key: 'c', does: 'certain' },
};

/** Said once when a setting was turned, where the screen does not show it. */
export const settingNotice = (key: SettingKey, value: string): string | undefined =>
  key === 'certainty' && value === 'on'
    ? 'After you choose, press g for a guess, f for fairly sure, c for certain. Settings turns it off again.'
    : undefined;

/** Told kindly: such an answer is the one that is remembered best once it is put right. */
export const SURELY_MISSED =
  'You were certain. What is put right when one was sure of it tends to stay: it comes first in your next review.';

/** "When certain you were right 14 of 20 times." */
export const certaintyText = (certainty: Certainty, { right, of }: Tally): string =>
  `${WHEN[certainty]} you were right ${right} of ${of} times.`;

const WHEN: Readonly<Record<Certainty, string>> = {
  guess: 'When guessing',
  fairly: 'When fairly sure',
  certain: 'When certain',
};

/** The one sentence on certainty: of the surest answers there are; nothing where it was never said. */
export function calibrationText(tallies: Tallies): string | undefined {
  const surest = (['certain', 'fairly', 'guess'] as const).find((one) => tallies[one].of > 0);
  return surest && certaintyText(surest, tallies[surest]);
}

/** "Review · 6 due". */
export const reviewText = (due: number): string => `Review · ${due} due`;

export const REVIEW_NOTE = 'what you answered some days ago';

/** What stands beside Review when nothing is due. */
export const nextReviewText = (next: number | undefined, today: number): string =>
  next === undefined
    ? 'all that you answered is learned'
    : `nothing due, next ${inDays(next - today)}`;

/** "today", "tomorrow", "in 5 days". */
function inDays(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** Why there is nothing to review. */
export function nothingDueText(next: number | undefined, today: number, hasNew: boolean): string {
  if (next !== undefined) return `Nothing is due. The next comes back ${inDays(next - today)}.`;
  return hasNew
    ? 'Nothing is due. Questions come back from the day after you first answer them.'
    : ALL_LEARNED;
}

const ALL_LEARNED =
  'Everything is learned: you would know it for a month or longer. Nothing more will be asked.';

/** "12 of 60 learned". */
export const learnedText = ({ new: fresh, learning, learned }: MemoryCounts): string =>
  fresh + learning === 0
    ? 'All of it is learned'
    : `${learned} of ${fresh + learning + learned} learned`;

/** "2 new, 9 being learned, 39 of 50 learned". */
export const memoryText = (counts: MemoryCounts): string =>
  counts.new + counts.learning === 0
    ? learnedText(counts)
    : `${counts.new} new, ${counts.learning} being learned, ${learnedText(counts)}`;

export const SKILL_NAMES: Readonly<Record<Skill, string>> = {
  attribution: 'Who said it',
  demand: 'Who wants what',
  measure: 'Which measures',
  sequence: 'What came when',
  sourcing: 'How it is known',
  limits: 'What stays open',
};

/** What someone does who makes the error, behind "You" or "They". */
export const MISREAD: Readonly<Record<Misreading, string>> = {
  'wrong-source': 'give a statement to somebody else than the one who made it',
  'teller-for-actor': 'take the one who tells of it for the one who does it',
  'wrong-side': 'give one side what belongs to the other',
  'wrong-measure': 'take one measure, demand or act for another',
  'wrong-time': 'put something on another day, or before what it came after',
  'wrong-channel': 'put something said in another place than it was',
  'wrong-naming': 'mix up who is named and who is not',
  'threatened-as-done': 'take for done what was only threatened',
  'claim-as-fact': 'take for a fact what somebody says',
  'dropped-condition': 'lose a word that sets a condition or a limit',
  overstated: 'make more of it than is said',
  understated: 'make less of it than is said',
  'added-cause': 'see a cause where none is told',
  'not-in-article': 'take the story to say what it does not say',
  overlooked: 'miss that the story does say it',
};

/** "You most often …", then "You also …": the most frequent first. What came once is not often. */
export function misreadingText({ misreading, count }: MisreadingCount, at: number): string {
  const first = count === 1 ? 'You happened to' : 'You most often';
  const times = count === 1 ? 'once' : `${count} times`;
  return `${at === 0 ? first : 'You also'} ${MISREAD[misreading]} (${times}).`;
}

export const NO_MISREADINGS = 'No answer has been wrong yet.';

export const KIND_NAMES: Readonly<Record<MapKind, { one: string; column: string }>> = {
  demand: { one: 'demand', column: 'demand' },
  refusal: { one: 'refusal', column: 'refusal' },
  offer: { one: 'offer', column: 'offer' },
  threat: { one: 'threat', column: 'threat' },
  denial: { one: 'denial', column: 'denial' },
  position: { one: 'position', column: 'view' },
  assessment: { one: 'judgement', column: 'judge' },
};

/** Of whose act it is, at the beginning of a row. */
export const actorText = (actor: string): string =>
  actor === NOT_SAID ? 'Not said whose' : capital(actor);

export function sideText(side: string): string {
  if (side === 'none') return 'On neither side';
  return side === NOT_SAID ? 'Side not stated' : side;
}

/** "Pete Hegseth · threat · 2". */
export const cellTitle = ({ actor, kind, claims }: MapCell): string =>
  `${actorText(actor)} · ${KIND_NAMES[kind].one} · ${claims.length}`;

/** "Whose threat: Pete Hegseth. Told by: A Pentagon official, The article itself." */
export const cellText = ({ actor, kind, tellers }: MapCell): string =>
  `Whose ${KIND_NAMES[kind].one}: ${actor === NOT_SAID ? 'not said' : actor}. ${tellersText({ tellers })}`;

/** "Told by: A Pentagon official, The article itself." */
export const tellersText = ({ tellers }: Pick<MapCell, 'tellers'>): string =>
  `Told by: ${tellers.join(', ')}.`;

/** How much of the map is filled in. */
export function mapText({ shown, of }: LedgerMap): string {
  if (shown === 0) return 'The map is empty yet: it fills as you finish lessons.';
  return shown < of
    ? `${shown} of ${of} on the map; the rest comes with the lessons`
    : 'The map is complete';
}

export const SETTING_NAMES: Readonly<Record<SettingKey, string>> = {
  certainty: 'Ask how sure I am',
  session: 'Questions in a review',
  retention: 'How much to remember',
  motion: 'Motion',
  ascii: 'Plain marks',
  parameters: 'Numbers of the scheduler',
};

/** The value in words, where its bare form says little. */
export const settingValueText = ({ key }: Pick<Setting, 'key'>, value: string): string =>
  key === 'retention' ? `${Math.round(Number(value) * 1000) / 10} %` : value;

export const SETTINGS_NOTE = 'Kept with your progress in this course.';

/** How many come due when: "3 today, 7 in the 13 days after it". */
export function dueText([today = 0, ...later]: readonly number[]): string {
  const after = later.reduce((sum, count) => sum + count, 0);
  return `${today} due today, ${after} in the ${later.length} days after it`;
}

/** Of a course with too small a ledger for rounds. */
export const noDrillText = ({ title }: CourseIndex): string =>
  `there are no rounds of “${DRILL_TITLE}” in “${title}”: its ledger has fewer than eight statements that can be asked`;
