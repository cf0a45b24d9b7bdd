import type { CourseIndex } from '../../core/course/course.js';
import { type Habit, TRAPS } from '../../core/course/habits.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { type PassageHeading, passageHeading } from '../../core/messages/lesson.js';
import { ORDER_TEXTS } from '../../core/messages/room-report.js';
import type { CheckReport, RoomReport } from '../../core/room-report/report.js';
import type { Terminal } from '../terminal/terminal.js';

/** A check with the answers of a room. */
export type Slide = {
  readonly report: CheckReport;
  readonly material: CourseMaterial;
  /** The seed of the choice order. All participants saw the same order. */
  readonly seed: string;
  /** The line above a passage. */
  readonly heading: PassageHeading;
  /** The number of questions in the exercise. */
  readonly questions: number;
  /** Where the slide is in the order of the slides: "to talk about: 1 of 3". */
  readonly order: string;
};

export type SlideShow = {
  readonly slides: readonly Slide[];
  /** What the room has to ask more often; undefined if nobody fell into a trap. */
  readonly habit: Habit | undefined;
};

export type Slides = Terminal & SlideShow;

/** The questions that somebody answered, or raised a hand for: those to talk about, then the others by their number. */
export function slideShow(
  report: RoomReport,
  material: CourseMaterial,
  course: Pick<CourseIndex, 'about'>,
): SlideShow {
  const heading = passageHeading(course);
  const { talkAbout, misreadings, of: questions, code: seed = '' } = report;
  const checks = report.checks.filter(({ answered, hands }) => answered > 0 || hands);
  const talk = talkAbout.flatMap((id) => checks.filter(({ check }) => check === id));
  const others = checks.filter((one) => !talk.includes(one)).sort((a, b) => a.number - b.number);
  const group = (those: readonly CheckReport[], order: keyof typeof ORDER_TEXTS): Slide[] =>
    those.map((one, i) => ({
      ...{ report: one, material, seed, heading, questions },
      order: ORDER_TEXTS[order](i + 1, those.length),
    }));
  const [trap] = misreadings;
  return {
    slides: [...group(talk, 'talk'), ...group(others, talk.length > 0 ? 'others' : 'all')],
    habit: trap && TRAPS[trap.misreading].habit,
  };
}
