import type { ChosenAt } from '../../../core/live-room/event.js';
import type { LiveStop, RoomNews } from '../../../core/state/live.js';
import type {
  PersonView,
  QuestionStop,
  StopView,
} from '../../../core/views/live-room/person-view.js';

/**
 * What a view says to a terminal, which has the course itself.
 * @param now milliseconds since 1970, on the session's clock
 */
export function newsOf(view: PersonView, now: number): RoomNews {
  const { phase, message, clock, stops, score } = view;
  const [here] = stops;
  const isVote = !['lobby', 'own', 'handed-in', 'ended'].includes(phase);
  return {
    phase,
    message,
    ...(isVote && here && { stop: liveStop(here) }),
    known: phase === 'own' ? [] : stops.flatMap(firstAnswers),
    ...(score !== undefined && { score }),
    ...(clock && { end: now + clock.end - clock.now }),
  };
}

function liveStop(view: StopView): LiveStop {
  const { stop: at, lesson, step } = view;
  const place = { at, lesson, step };
  if (view.kind === 'text') return { ...place, round: 1, canAnswer: false, chosen: {}, first: {} };
  const { round, canAnswer, rows } = view;
  const choices = (of: 'chosen' | 'firstChosen'): Record<string, string> =>
    Object.fromEntries(
      rows.flatMap((row) => {
        const choice = row[of];
        return choice === undefined ? [] : [[row.check, choice]];
      }),
    );
  return { ...place, round, canAnswer, chosen: choices('chosen'), first: choices('firstChosen') };
}

/** Answers to a first vote that is over. */
const firstAnswers = (view: StopView): ChosenAt[] =>
  view.kind === 'question' && !isFirstVoteOpen(view)
    ? view.rows.flatMap(({ check, chosen, firstChosen }) => {
        const first = firstChosen ?? (view.round === 1 ? chosen : undefined);
        return first === undefined ? [] : [[check, first] as const];
      })
    : [];

const isFirstVoteOpen = ({ canAnswer, round }: QuestionStop): boolean => canAnswer && round === 1;

/** The answers of this person that the room has in its journal, by the ids of their checks. */
export const checksKnown = ({ stops }: PersonView): string[] =>
  stops.flatMap((stop) =>
    stop.kind === 'question'
      ? stop.rows.flatMap(({ check, chosen, firstChosen }) =>
          (chosen ?? firstChosen) === undefined ? [] : [check],
        )
      : [],
  );
