import type { Lesson } from '../course/course.js';
import type { Claim, CourseMaterial } from '../course/ledger.js';
import { END, stepOfCheck } from '../course/lesson.js';
import type { Progress } from './progress.js';

/** Ids of the claims in passages that the learner has seen; `done` are those in finished lessons. */
export type ClaimsRead = { readonly seen: ReadonlySet<string>; readonly done: ReadonlySet<string> };

export function claimsRead(
  lessons: readonly Lesson[],
  progress: Progress,
  material: CourseMaterial,
): ClaimsRead {
  const isDone = ({ id }: Lesson): boolean => Object.hasOwn(progress.finished, id);
  const done = lessons.filter(isDone).flatMap((lesson) => passagesUpTo(lesson, END));
  const begun = lessons.flatMap((lesson) => passagesUpTo(lesson, stepIn(lesson, progress)));
  return { seen: claimsIn([...done, ...begun], material), done: claimsIn(done, material) };
}

function stepIn({ id }: Lesson, { attempts }: Progress): string | undefined {
  return Object.hasOwn(attempts, id) ? attempts[id]?.step : undefined;
}

/** Practice asks the row of a board alone: then `step` is the row. */
function passagesUpTo(lesson: Lesson, step: string | undefined): string[] {
  if (step === undefined) return [];
  const { body } = lesson;
  const at = body.findIndex(({ id }) => id === stepOfCheck(lesson, step));
  const shown = step === END ? body : body.slice(0, at + 1);
  return shown.flatMap((one) => (one.kind === 'reading' ? one.passages : []));
}

function claimsIn(passages: readonly string[], material: CourseMaterial): ReadonlySet<string> {
  const sentences = new Set(
    material.passages
      .filter(({ id }) => passages.includes(id))
      .flatMap((passage) => passage.sentences.map(({ id }) => id)),
  );
  const isRead = ({ sentence }: Claim): boolean => sentences.has(sentence);
  return new Set(material.claims.filter(isRead).map(({ id }) => id));
}
