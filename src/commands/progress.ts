import type { CourseIndex } from '../core/course.js';
import { dayOf } from '../core/day.js';
import { pastAnswers } from '../core/history.js';
import type { Progress } from '../core/progress.js';
import { type Report, report } from '../core/report.js';
import { SETTINGS, settingText } from '../core/setting.js';
import { layOut } from '../plain/block.js';
import { reportBlocks } from '../plain/report.js';
import { chooseCourse } from './choose-course.js';
import type { Environment, Options } from './environment.js';
import { openProgress } from './open-progress.js';

const WIDEST_LINE = 72;

/** `progress [--json]`: where the learner stands. */
export async function progress(
  { json }: { readonly json?: boolean },
  options: Options,
  environment: Environment,
): Promise<void> {
  const { index, record, lesson } = await chooseCourse(options, environment);
  const store = openProgress(index, options, environment);
  for (const { message } of store.troubles())
    environment.stderr.write(`on-the-record: ${message}\n`);
  const now = store.progress();
  const told = report({
    course: index,
    lessons: index.lessons.map(({ id }) => lesson(id)),
    record: record(),
    progress: now,
    past: pastAnswers(store.history()),
    today: dayOf(Date.now(), -new Date().getTimezoneOffset()),
  });
  const width = Math.min(environment.stdout.columns ?? WIDEST_LINE, WIDEST_LINE);
  const text = json
    ? progressJson(index, told, now)
    : layOut([[index.title], ...reportBlocks(told)], width);
  environment.stdout.write(`${text}\n`);
}

/** The contract of `progress --json`, version 1. */
const progressJson = (
  { id, title }: CourseIndex,
  { skills, lessons, certainty, misreadings, memory, due }: Report,
  now: Progress,
): string =>
  JSON.stringify({
    version: 1,
    course: { id, title },
    skills: skills.map(({ skill, right, answered, checks }) => ({
      skill,
      right,
      answered,
      checks,
    })),
    lessons: lessons.map(({ id: lesson, state, checks, answered, correct }) => ({
      id: lesson,
      state,
      checks,
      answered,
      correct,
    })),
    certainty,
    misreadings: misreadings.map(({ misreading, count }) => ({ misreading, count })),
    memory,
    due,
    settings: Object.fromEntries(SETTINGS.map((one) => [one.key, settingText(one, now.settings)])),
  });
