import { expect, test } from 'vitest';
import type { Problem } from '../../src/core/course/problem.js';
import type { LogEntry } from '../../src/core/log/entry.js';
import { exerciseHash } from '../../src/core/room/exercise.js';
import type { Room } from '../../src/core/room/room.js';
import type { Scene } from '../../src/core/scene/scene.js';
import { scene } from '../../src/core/scene/scene.js';
import { recordInMemory, startPreview } from '../../src/core/session/preview.js';
import { createSessionStore, type SessionStore } from '../../src/core/session/session-store.js';
import type { OverlayName } from '../../src/core/state/state.js';
import { hasProblems } from '../../src/core/state/state.js';
import { footerLine } from '../../src/ui/components/footer.js';
import { titleLine } from '../../src/ui/components/header.js';
import type { Line, Tone } from '../../src/ui/layout/line.js';
import { linesOf } from '../../src/ui/layout/page.js';
import { pageAt } from '../../src/ui/slides/page-at.js';
import { FIRST, type Position } from '../../src/ui/slides/position.js';
import { attemptAt, DAY, stampsFrom } from '../support/past.js';
import { ADA, openRoomCourse, roomCourse } from '../support/room-course.js';
import { NOW, sessionInMemory } from '../support/session-in-memory.js';
import { showOf } from '../support/slides.js';
import { type Place, wander } from '../support/wandering.js';

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
  { columns: 120, rows: 40 },
];

/** The tones in the terminal's own colour. The others are for marks, pointers, bars and rules. */
const FOR_WORDS: readonly Tone[] = ['plain', 'note', 'strong', 'pointed'];

const linesIn = ({ page, width }: Pick<Place, 'page' | 'width'>): readonly Line[] => [
  titleLine(page, width),
  ...page.before,
  ...page.items.flatMap(({ lines }) => linesOf(lines)),
  ...page.after,
  ...(page.compact?.before ?? []),
  ...(page.compact?.after ?? []),
  ...(page.passage?.(width) ?? []),
  footerLine(page.footer, width),
];

/** The words of a page that are in another tone than words may be. */
const unreadable = (place: Pick<Place, 'page' | 'width'>): string[] =>
  linesIn(place)
    .flatMap(({ spans }) => spans)
    .filter(({ text, tone }) => /\p{L}/u.test(text) && !FOR_WORDS.includes(tone))
    .map(({ text, tone }) => `${place.page.title}: ${text} (${tone})`);

/** A session that keeps its log when it begins again. After a room is handed in, somebody else joins. */
function sessions(first: readonly LogEntry[]): () => SessionStore {
  let log = first;
  return () => {
    const isOver = log.some(({ k }) => k === 'hand-in');
    const session = sessionInMemory(roomCourse, { log: isOver ? first : log });
    log = session.log;
    return session.store;
  };
}

const certain: LogEntry = { k: 'set', id: 'set', t: 1, key: 'certainty', value: 'on' };

/** The log of a learner who went through the course. */
const past = (daysAgo: number, ...wrong: readonly string[]): readonly LogEntry[] =>
  roomCourse.lessons.flatMap((lesson) =>
    attemptAt(lesson, stampsFrom(NOW - daysAgo * DAY, lesson.id), { wrong }),
  );

const joined = (feedback: Room['feedback']): LogEntry => {
  const room: Room = { code: 'TUESDAY', lessons: ['the-wall'], minutes: 0, feedback };
  const exercise = exerciseHash(room.lessons.map(openRoomCourse.lesson));
  return { k: 'join', id: 'join', t: 0, room, person: ADA, exercise };
};

const finding: Problem = {
  ...{ severity: 'warning', file: 'the-wall.yaml', line: 3, column: 5 },
  ...{ rule: 'key-length', message: 'the key is the longest choice' },
};

/** A preview of the course with a finding; every other one has problems instead. */
function previews(): () => SessionStore {
  let isBroken = false;
  return () => {
    const context = {
      lesson: openRoomCourse.lesson,
      seed: () => 'seed',
      now: () => 0,
      offset: () => 0,
      material: () => roomCourse.material,
      history: () => [],
    };
    const store = createSessionStore(startPreview(context, {}), {
      ...{ context, persist: recordInMemory({}), news: () => ({}) },
    });
    store.dispatch({ type: 'reload', course: roomCourse.index, findings: [finding] });
    if (isBroken) store.dispatch({ type: 'problems', problems: [finding] });
    isBroken = !isBroken;
    return store;
  };
}

const BEGINNINGS = {
  'a learner': () => sessions([]),
  'a learner who comes back': () => sessions(past(10, 'who-lock', 'row-key')),
  'a learner who comes back soon': () => sessions(past(0.01)),
  'a learner who says how sure they are': () => sessions([certain]),
  'a room with answers now': () => sessions([joined('now')]),
  'a room with answers later': () => sessions([joined('later')]),
  'an author': previews,
};

/** All that there is to see; a new kind does not compile until it is here, and fails until a learner gets there. */
const KINDS: Readonly<Record<Scene['kind'] | OverlayName | 'problems', true>> = {
  home: true,
  exercise: true,
  field: true,
  example: true,
  reading: true,
  check: true,
  'second-look': true,
  board: true,
  'board-verdict': true,
  'board-pending': true,
  certainty: true,
  verdict: true,
  'answer-pending': true,
  summary: true,
  'quiz-end': true,
  settings: true,
  lessons: true,
  more: true,
  'course-end': true,
  record: true,
  checklist: true,
  'learner-report': true,
  map: true,
  cell: true,
  passages: true,
  sources: true,
  help: true,
  about: true,
  inspect: true,
  problems: true,
};

const kindOf = ({ state }: Place): keyof typeof KINDS =>
  hasProblems(state) ? 'problems' : (state.overlay ?? scene(state).kind);

const seen = new Set<string>();

test.each(SIZES)('every word is in the colour of the terminal, in $columns by $rows', (size) => {
  const wrong = new Set<string>();
  for (const begins of Object.values(BEGINNINGS))
    wander({ begin: begins(), material: () => roomCourse.material, size, keys: 700 }, (place) => {
      seen.add(kindOf(place));
      for (const words of unreadable(place)) wrong.add(words);
    });
  expect([...wrong]).toEqual([]);
});

test('these were all screens that there are', () => {
  expect([...seen].sort()).toEqual(Object.keys(KINDS).sort());
});

test.each([false, true])('every word of every slide is too, also if revealed: %s', (isRevealed) => {
  const show = showOf();
  const pages = [...show.slides.keys(), show.slides.length].flatMap((index) =>
    [{}, { cover: { page: 'passage', scroll: 0 } }, { cover: { page: 'help', scroll: 0 } }].map(
      (cover) =>
        pageAt({ ...FIRST, index, isRevealed, ...(cover as Partial<Position>) }, show, 110),
    ),
  );
  expect(pages.flatMap((page) => unreadable({ page, width: 110 }))).toEqual([]);
});
