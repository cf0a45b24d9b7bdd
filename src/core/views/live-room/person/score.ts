import { isRight } from '../../../grade.js';
import { checksAt } from '../../../live-room/stop.js';
import { scoreText } from '../../../messages/exercise.js';
import { firstVoteText } from '../../../messages/live-room/stop.js';
import type { ExerciseScore } from '../../../progress/exercise.js';
import { isRevealedFor, phaseFor } from '../phase.js';
import type { Viewer } from './stop-view.js';

/** The score of the first votes, once all verdicts are known; undefined before, and if this person saw none. */
export function scoreOf(viewer: Viewer): string | undefined {
  const { room, member } = viewer;
  const phase = phaseFor(room, member);
  if (phase !== 'ended' && phase !== 'handed-in') return undefined;
  const score = firstScore(viewer);
  if (score.of === 0) return undefined;
  return room.rules.pace === 'own' ? scoreText(score) : firstVoteText(score);
}

/** Counts no question whose first vote was over when this person joined, unless a terminal answered it alone. */
function firstScore({ room, member, plan }: Viewer): ExerciseScore {
  const counted = plan.stops.flatMap((stop, at) =>
    checksAt(stop).filter(
      ({ id }) =>
        isRevealedFor(room, member, at, id) && (member.first.has(id) || !member.missed.has(at)),
    ),
  );
  return {
    answered: counted.filter(({ id }) => member.first.has(id)).length,
    right: counted.filter((check) => isRight(check, member.first.get(check.id))).length,
    of: counted.length,
  };
}
