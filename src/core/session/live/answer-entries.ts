import { checksOf } from '../../course/lesson.js';
import { grade } from '../../grade.js';
import type { ChosenAt } from '../../live-room/event.js';
import type { Answer, NewEntry } from '../../log/entry.js';
import { attemptAt } from '../../progress/attempt.js';
import { checkProgress } from '../../progress/checks.js';
import type { SessionContext } from '../../state/context.js';
import { lookUpsFor, type State } from '../../state/state.js';

/** Entries for the choices of checks in the exercise that have no answer in the log yet. */
export function answerEntries(
  state: State,
  choices: readonly ChosenAt[],
  context: SessionContext,
): NewEntry[] {
  const fresh = new Map(choices.filter(([check]) => !checkProgress(state.progress, check)));
  const answers = [...fresh].flatMap(([check, choice]) => {
    const entry = entryOf(state, check, choice, context);
    return entry ? [entry] : [];
  });
  return [...startsOf(state, answers), ...answers];
}

/** The lessons of these answers that the log has not begun: their attempts hold the answers. */
function startsOf({ progress }: State, answers: readonly Answer[]): NewEntry[] {
  const seed = progress.exercise?.room.code ?? '';
  const lessons = new Set(answers.map(({ lesson }) => lesson));
  return [...lessons]
    .filter((lesson) => !attemptAt(progress, lesson))
    .map((lesson) => ({ k: 'start', lesson, seed }));
}

/** @returns undefined if the course has no such check or choice */
function entryOf(
  state: State,
  id: string,
  choice: string,
  context: SessionContext,
): Answer | undefined {
  const lessons = state.progress.exercise?.room.lessons ?? [];
  const outline = state.course.lessons.find((one) => one.checks.includes(id));
  if (!outline || !lessons.includes(outline.id)) return undefined;
  const check = checksOf(context.lesson(outline.id)).find((one) => one.id === id);
  if (!check?.choices.some((one) => one.id === choice)) return undefined;
  return {
    k: 'answer',
    lesson: outline.id,
    check: id,
    choice,
    right: grade(check, choice).right,
    try: 1,
    lookUps: lookUpsFor(state, check.row?.board ?? id),
    course: state.course.hash,
    offset: context.offset(),
  };
}
