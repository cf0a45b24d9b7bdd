import type { Check } from '../../../course/course.js';
import {
  choicesOf,
  type LiveRoom,
  latestChoice,
  type Member,
} from '../../../live-room/live-room.js';
import { checksAt } from '../../../live-room/stop.js';
import type { QuestionStop, RowView, StopView } from '../person-view.js';
import { canAnswerAt, isRevealedFor } from '../phase.js';
import type { RoomPlan } from '../plan.js';
import type { ShownQuestion, ShownStop, StopRow } from '../shown-stop.js';

/** Who sees a stop, and when. `now` is milliseconds since 1970. */
export type Viewer = {
  readonly room: LiveRoom;
  readonly member: Member;
  readonly plan: RoomPlan;
  readonly now: number;
};

export const stopView = (shown: ShownStop, viewer: Viewer): StopView =>
  shown.kind === 'text' ? shown : questionView(shown, viewer);

function questionView(shown: ShownQuestion, viewer: Viewer): QuestionStop {
  const { room, member, now } = viewer;
  const checks = checksOfShown(shown, viewer);
  const rows = shown.rows.map((row, i) => rowView(row, checks[i], shown.stop, viewer));
  const isFinal = isAnswerFinal(room);
  const isSettled = isFinal && rows.every(({ chosen }) => chosen !== undefined);
  return {
    ...shown,
    round: room.votes.get(shown.stop)?.round ?? 1,
    canAnswer: !isSettled && canAnswerAt(room, member, shown.stop, now),
    ...(isFinal && { isFinal }),
    rows,
  };
}

/** With the pace `own` and verdicts at once, nobody changes an answer. */
const isAnswerFinal = ({ rules }: LiveRoom): boolean =>
  rules.pace === 'own' && rules.room.feedback === 'now';

function checksOfShown({ stop }: ShownStop, { plan }: Viewer): readonly Check[] {
  const at = plan.stops[stop];
  return at ? checksAt(at) : [];
}

function rowView(
  row: StopRow,
  check: Check | undefined,
  stop: number,
  { room, member, plan }: Viewer,
): RowView {
  const vote = room.votes.get(stop);
  const first = member.first.get(row.check);
  const isRevealed = isRevealedFor(room, member, stop, row.check);
  const chosen = isRevealed
    ? latestChoice(member, row.check)
    : choicesOf(member, vote?.round ?? 1).get(row.check);
  const hasTwo = vote?.round === 2;
  const firstChosen = hasTwo || vote?.state === 'talk' ? first : undefined;
  return {
    ...row,
    ...(chosen !== undefined && { chosen }),
    ...(firstChosen !== undefined && { firstChosen }),
    ...(isRevealed && check && { verdict: plan.verdictOf(check, { chosen, first: firstChosen }) }),
  };
}
