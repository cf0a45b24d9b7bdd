import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Course } from '../../../../src/core/course/course.js';
import type { RoomEvent } from '../../../../src/core/live-room/event.js';
import type {
  PersonView,
  RowView,
  StopView,
} from '../../../../src/core/views/live-room/person-view.js';
import { hostView } from '../../../../src/core/views/live-room/write-host-view.js';
import { personView } from '../../../../src/core/views/live-room/write-person-view.js';
import {
  isRead,
  type LiveGame,
  liveCourse,
  liveGame,
  livePlan,
  planOf,
} from '../../../support/live-room.js';
import { anyRules, IDS, livePlay, play } from '../../../support/live-steps.js';
import { shippedCourse } from '../../../support/shipped-course.js';
import { twinOf } from '../../../support/twin-course.js';

const twinPlan = planOf(twinOf(liveCourse));

/**
 * The indexes of the stops whose answer everyone may see, from the journal alone: those that the facilitator has revealed,
 * and once the room has ended, all at which everyone has been.
 */
function shown(journal: readonly RoomEvent[]): ReadonlySet<number> {
  const [revealed, asked] = [new Set<number>(), new Set<number>()];
  let at = 0;
  for (const event of journal) {
    if (event.k === 'go') at = event.stop;
    if (event.k === 'go') asked.add(at);
    if (event.k === 'reveal') revealed.add(at);
  }
  return journal.some(({ k }) => k === 'end') ? asked : revealed;
}

/** Whether the rules allow a verdict on this row, from the journal alone. */
function isAllowed({ journal, room }: LiveGame, id: string, stop: number, row: RowView): boolean {
  const { pace, room: rules } = room().rules;
  if (pace === 'together') return shown(journal).has(stop);
  return journal.some(
    (event) =>
      (event.k === 'end' && journal.some(({ k }) => k === 'begin')) ||
      (event.k === 'hand-in' && event.id === id) ||
      ((event.k === 'answer' || event.k === 'alone') &&
        event.id === id &&
        rules.feedback === 'now' &&
        event.choices.some(([check]) => check === row.check)),
  );
}

/** What a person sees, without the verdicts that the rules allow and the score that follows from them. */
function beforeVerdicts(game: LiveGame, id: string, view: PersonView): PersonView {
  const stops = view.stops.map((stop): StopView => {
    if (stop.kind === 'text') return stop;
    const rows = stop.rows.map(({ verdict, ...row }) =>
      verdict && !isAllowed(game, id, stop.stop, row) ? { ...row, verdict } : row,
    );
    return { ...stop, rows };
  });
  const { score: _, ...rest } = view;
  return { ...(view.phase === 'ended' || view.phase === 'handed-in' ? rest : view), stops };
}

test('before a verdict, two courses that differ in keys and reasons alone give each person the same bytes', () => {
  fc.assert(
    fc.property(anyRules, livePlay, (rules, steps) => {
      const game = liveGame(rules);
      for (const step of steps) {
        const before = game.room();
        play(game, step);
        if (game.room() === before) continue;
        for (const id of IDS) {
          const [one, other] = [livePlan, twinPlan].map((plan) =>
            JSON.stringify(beforeVerdicts(game, id, personView(game.room(), id, plan, game.now()))),
          );
          if (one !== other) expect(one).toBe(other);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('the end shows the answer of each vote that was opened, and no question that was not', () => {
  let ended = 0;
  fc.assert(
    fc.property(anyRules, livePlay, (rules, steps) => {
      const game = liveGame({ ...rules, pace: 'together' });
      for (const step of steps) play(game, step);
      const { began, members } = game.room();
      game.host('end');
      if (began === undefined) return;
      ended += 1;
      const asked = [...shown(game.journal)].filter((at) => !isRead(at)).sort((a, b) => a - b);
      for (const id of IDS) {
        if (members.get(id)?.isRemoved !== false) continue;
        const { stops } = game.view(id);
        expect(stops.map(({ stop }) => stop)).toEqual(asked);
        const rows = stops.flatMap((stop) => (stop.kind === 'question' ? stop.rows : []));
        expect(rows.every(({ verdict }) => verdict !== undefined)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
  expect(ended).toBeGreaterThan(30);
});

test('before the reveal, they give the facilitator the same bytes', () => {
  fc.assert(
    fc.property(anyRules, livePlay, (rules, steps) => {
      const game = liveGame(rules);
      for (const step of steps) {
        const before = game.room();
        play(game, step);
        if (game.room() === before) continue;
        const [one, other] = [livePlan, twinPlan].map((plan) =>
          JSON.stringify(hostView(game.room(), plan, game.now(), new Set())),
        );
        const isSame = one === other;
        expect(isSame).toBe(game.hostView().phase !== 'revealed');
      }
    }),
    { numRuns: 60 },
  );
});

test('the rooms of two such courses take and refuse the same', () => {
  fc.assert(
    fc.property(anyRules, livePlay, (rules, steps) => {
      const [one, other] = [liveGame(rules, livePlan), liveGame(rules, twinPlan)];
      const refusals = [one, other].map((game) => steps.map((step) => play(game, step)));
      expect(refusals[0]).toEqual(refusals[1]);
      expect(one.journal).toEqual(other.journal);
    }),
    { numRuns: 60 },
  );
});

test('what everyone sees of the shipped course is the same with other keys', () => {
  const { index, material, lesson } = shippedCourse();
  const lessons = index.lessons.map(({ id }) => lesson(id));
  const course: Course = { index, material: material(), lessons };
  const [one, other] = [course, twinOf(course)].map(planOf);
  expect(one?.shown.length).toBeGreaterThan(40);
  expect(JSON.stringify(other?.shown)).toBe(JSON.stringify(one?.shown));
  expect(JSON.stringify(other?.passages)).toBe(JSON.stringify(one?.passages));
});

test('after the reveal, the two courses differ', () => {
  const game = liveGame();
  game.join({ name: 'Ada' });
  game.host('begin', 'close', 'reveal');
  const [one, other] = [livePlan, twinPlan].map((plan) =>
    JSON.stringify(personView(game.room(), 'Ada', plan, game.now())),
  );
  expect(one).not.toBe(other);
});
