import { checkIdsAt } from '../../course/lesson.js';
import { checkProgress } from '../../progress/checks.js';
import { type Led, type Live, ledBy } from '../../state/live.js';
import type { State } from '../../state/state.js';
import { fullStop } from '../../text/english.js';
import { SAVED } from './person.js';

export const ROOM_LEADS = 'In this room, your facilitator moves everyone on.';

/** What a page says below an answer that has no verdict yet: in a live room, the line of the room says it. */
export const pendingText = (
  state: Pick<State, 'live' | 'progress'>,
  usual: string,
): string | undefined => (ledBy(state) ? undefined : usual);

/** After the end, above the file and the code. */
export const ROOM_HAS_ANSWERS = 'The room has your answers.';
export const ONLY_IF_ASKED = 'If your facilitator asks, give them this:';

export const OTHER_QUESTIONS = 'This room and this program have different questions.';

/** While the first vote is open for the others. */
const ANSWERED_ALONE =
  'You answered this on your own, and your answer counts. Wait for your facilitator.';

function isAnsweredAlone({ course, progress }: Following, { stop, phase }: Led): boolean {
  const lesson = course.lessons.find(({ id }) => id === stop.lesson);
  const checks = lesson ? checkIdsAt(lesson, stop.step) : [];
  const isAsked = phase === 'open' && stop.round === 1 && checks.length > 0;
  return isAsked && checks.every((id) => checkProgress(progress, id) !== undefined);
}

const SENDING = 'Sending your answer…';
const NOT_SENT = "Your answer hasn't been sent yet.";

type Following = Pick<State, 'live' | 'progress' | 'course'>;

/** What the session says about its live room as long as it is true, in one or more texts. Empty without a live room. */
export function roomTexts(state: Following): readonly string[] {
  const { live, progress } = state;
  if (!live) return [];
  const texts =
    progress.exercise?.handedIn === undefined
      ? runningTexts(state, live, ledBy(state))
      : doneTexts(live);
  return texts.filter((text) => text !== '');
}

function runningTexts(state: Following, live: Live, led: Led | undefined): string[] {
  if (live.isAlone) return [unreachable(live), `${ALONE}${later(live)}`];
  if (live.link === 'joining') return [`Looking for the room at ${live.address}…`];
  if (live.link !== 'joined') return [`${unreachable(live)} ${TRYING}`, unsentText(live, led)];
  // With the pace `own`, the pages say what to do, as in every exercise.
  if (live.news?.phase === 'own') return [];
  return [led && isAnsweredAlone(state, led) ? ANSWERED_ALONE : voteText(live, led)];
}

const ALONE = 'You go on alone: each answer is saved here.';

const TRYING = 'The program keeps trying.';

const unreachable = ({ refusal }: Live): string =>
  refusal === undefined ? "The room can't be reached." : fullStop(refusal);

/** After a refusal, nothing more is sent. */
const later = ({ link }: Live): string =>
  link === 'refused' ? '' : ' The room gets your answers when it is back.';

/** Nothing once the room has everything. */
function doneTexts({ link, news }: Live): string[] {
  if (link === 'lost' || link === 'joining') return [`${NOT_ALL} ${TRYING}`];
  return news?.phase === 'ended' ? [news.message] : [];
}

const NOT_ALL = "The room can't be reached, so it may not have all your answers.";

const unsentText = ({ draft }: Live, led: Led | undefined): string =>
  led?.phase === 'open' && draft && !draft.isSaved ? NOT_SENT : '';

/** What the room says, or what has become of the learner's answer since. */
function voteText({ draft, news }: Live, led: Led | undefined): string {
  const message = news?.message ?? '';
  if (led?.phase !== 'open' || !draft) return message;
  if (!draft.isSaved) return SENDING;
  return Object.keys(led.stop.chosen).length > 0 ? message : SAVED;
}
