import type { Check } from '../../../course/course.js';
import {
  choicesOf,
  type LiveRoom,
  latestChoice,
  type Member,
} from '../../../live-room/live-room.js';
import { checksAt } from '../../../live-room/stop.js';
import { memoize2, memoizeByText } from '../../../memoize.js';
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
  const round = room.votes.get(shown.stop)?.round ?? 1;
  const canAnswer = !isSettled && canAnswerAt(room, member, shown.stop, now);
  const [row, ...others] = rows;
  return row && others.length === 0
    ? withOneRow(shown, row)(JSON.stringify([round, canAnswer, isFinal]))
    : withRows(shown, rows, { round, canAnswer, isFinal });
}

type Answering = Pick<QuestionStop, 'round' | 'canAnswer'> & { readonly isFinal: boolean };

const withRows = (
  shown: ShownQuestion,
  rows: readonly RowView[],
  { isFinal, ...answering }: Answering,
): QuestionStop => ({ ...shown, ...answering, ...(isFinal && { isFinal }), rows });

/** The same object for everybody who sees the same. */
const withOneRow = memoize2((shown: ShownQuestion, row: RowView) =>
  memoizeByText((answering) => {
    const [round, canAnswer, isFinal] = JSON.parse(answering) as [1 | 2, boolean, boolean];
    return withRows(shown, [row], { round, canAnswer, isFinal });
  }),
);

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
  const firstChosen = hasTwo || (vote?.state === 'talk' && !isRevealed) ? first : undefined;
  const revealed = isRevealed ? { chosen, first: firstChosen } : undefined;
  return plan.rowOf(row, check, { chosen, firstChosen, revealed });
}
