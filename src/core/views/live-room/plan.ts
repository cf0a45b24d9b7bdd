import type { Check, CourseIndex } from '../../course/course.js';
import type { CourseMaterial } from '../../course/ledger.js';
import type { Stop } from '../../live-room/stop.js';
import { memoize2 } from '../../memoize.js';
import { type PassageHeading, passageHeading } from '../../messages/lesson.js';
import { shownCode } from '../../room/room-code.js';
import type { PassageView, RowVerdict } from './person-view.js';
import { type RowChoices, rowVerdicts } from './row-verdict.js';
import { type RowViews, rowViews } from './row-view.js';
import { type ShownStop, shownStops } from './shown-stop.js';

/** What stays the same as long as a room lasts: made once, because everyone asks for it at the same moment. */
export type RoomPlan = {
  readonly title: string;
  /** The room code in groups. */
  readonly code: string;
  readonly stops: readonly Stop[];
  /** By the index of the stop, without anything of a person and of a key. */
  readonly shown: readonly ShownStop[];
  /** Those of the exercise, by their ids. */
  readonly passages: Readonly<Record<string, PassageView>>;
  readonly verdictOf: (check: Check, choices: RowChoices) => RowVerdict;
  readonly rowOf: RowViews;
};

/** @param code of the room, which decides the order of the choices */
export function roomPlan(
  course: Pick<CourseIndex, 'title' | 'about'>,
  material: CourseMaterial,
  stops: readonly Stop[],
  code: string,
): RoomPlan {
  const verdictOf = rowVerdicts(material);
  return {
    title: course.title,
    code: shownCode(code),
    stops,
    shown: shownStops(stops, material, code),
    passages: passageViews(stops, material, passageHeading(course)),
    verdictOf,
    rowOf: rowViews(verdictOf),
  };
}

function passageViews(
  stops: readonly Stop[],
  material: CourseMaterial,
  headingOf: PassageHeading,
): RoomPlan['passages'] {
  const ids = new Set(stops.flatMap(({ passages }) => passages));
  const used = material.passages.filter(({ id }) => ids.has(id));
  return Object.fromEntries(
    used.map((passage) => {
      const sentences = passage.sentences.map(({ id, text }) => ({ id, text }));
      return [passage.id, { heading: headingOf(passage), sentences }];
    }),
  );
}

/** The passages of these stops by their ids, in the order in which they come up. */
export function passagesOf(
  { passages }: Pick<RoomPlan, 'passages'>,
  stops: readonly Pick<Stop, 'passages'>[],
): RoomPlan['passages'] {
  const [only, ...others] = stops;
  if (only && others.length === 0) return chosenPassages(passages, only.passages);
  const ids = [...new Set(stops.flatMap((stop) => stop.passages))];
  return chosenPassages(passages, ids);
}

/** The same object for everybody who is at the same stop. */
const chosenPassages = memoize2(
  (passages: RoomPlan['passages'], ids: readonly string[]): RoomPlan['passages'] =>
    Object.fromEntries(
      ids.flatMap((id) => {
        const view = passages[id];
        return view ? [[id, view] as const] : [];
      }),
    ),
);
