import type { CourseIndex } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { type LearnerReport, learnerReport } from '../../core/learner-report/report.js';
import { pastAnswers } from '../../core/log/past-answers.js';
import type { Progress } from '../../core/progress/progress.js';
import { SETTINGS, settingsOf, settingText } from '../../core/settings.js';
import { todayIn } from '../../core/state/context.js';
import { asciiText, isUtf8 } from '../../core/text/ascii.js';
import { layOut } from '../../plain/block.js';
import { reportBlocks } from '../../plain/pages/learner-report.js';
import { CLOCK } from '../clock.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { lineWidth } from '../line-width.js';
import { openProgress } from './open-progress.js';
import { printWarnings } from './print-warnings.js';

const WIDEST_LINE = 72;

/** `progress [--json]`: the learner report. */
export async function progress(
  { json }: { readonly json?: boolean },
  options: Options,
  environment: Environment,
): Promise<void> {
  const { index, material, lesson } = await chooseCourse(options, environment);
  const store = openProgress(index, options, environment);
  const past = pastAnswers(store.history());
  printWarnings(store, environment);
  const now = store.progress();
  const report = learnerReport({
    course: index,
    lessons: index.lessons.map(({ id }) => lesson(id)),
    material: material(),
    progress: now,
    past,
    today: todayIn(CLOCK, now),
  });
  const text = json
    ? progressJson(index, report, now)
    : progressText(
        { title: index.title, report, material: material(), settings: now.settings },
        environment,
      );
  environment.stdout.write(`${text}\n`);
}

type ProgressText = Pick<CourseIndex, 'title'> &
  Pick<Progress, 'settings'> & {
    readonly report: LearnerReport;
    readonly material: CourseMaterial;
  };

function progressText(
  { title, report, material, settings }: ProgressText,
  environment: Environment,
): string {
  const width = lineWidth(environment, WIDEST_LINE);
  const text = layOut([[title], ...reportBlocks(report, material)], width);
  return isUtf8(environment.env, environment.platform) && !settingsOf(settings).ascii
    ? text
    : asciiText(text);
}

/** The contract of `progress --json`, version 1. */
const progressJson = (
  { id, title }: CourseIndex,
  { skills, lessons, certainty, misreadings, doubt, memory, due }: LearnerReport,
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
    doubt: {
      takenAsSaid: doubt.takenAsSaid,
      overlooked: doubt.overlooked,
      moreCommon: doubt.moreCommon ?? null,
    },
    memory,
    due,
    settings: Object.fromEntries(
      SETTINGS.map((setting) => [setting.key, settingText(setting, now.settings)]),
    ),
  });
