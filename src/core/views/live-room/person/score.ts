import { isRight } from '../../../grade.js';
import { checksAt, unseenBy } from '../../../live-room/stop.js';
import { scoreText } from '../../../messages/exercise.js';
import { firstVoteText } from '../../../messages/live-room/stop.js';
import type { ExerciseScore } from '../../../progress/exercise.js';
import { phaseFor } from '../phase.js';
import type { Viewer } from './stop-view.js';

/** The score of the first votes, once all verdicts are known; undefined before, and if no question counts. */
export function scoreOf(viewer: Viewer): string | undefined {
  const { room, member } = viewer;
  const phase = phaseFor(room, member);
  if (room.began === undefined || (phase !== 'ended' && phase !== 'handed-in')) return undefined;
  const score = firstScore(viewer);
  if (score.of === 0) return undefined;
  return room.rules.pace === 'own' ? scoreText(score) : firstVoteText(score);
}

/** As the report counts, see `unseenBy`. */
function firstScore({ room, member, plan: { stops } }: Viewer): ExerciseScore {
  const unseen = new Set(unseenBy(member, room, stops));
  const counted = stops.flatMap(checksAt).filter(({ id }) => !unseen.has(id));
  return {
    answered: counted.filter(({ id }) => member.first.has(id)).length,
    right: counted.filter((check) => isRight(check, member.first.get(check.id))).length,
    of: counted.length,
  };
}
