import path from 'node:path';
import type { CourseIndex } from '../../core/course/course.js';
import { dataFolder } from '../../io/progress/data-folder.js';
import { openProgramSettings } from '../../io/progress/program-settings.js';
import { openProgressStore, type ProgressStore } from '../../io/progress/store.js';
import { withProgramSettings } from '../../io/progress/with-program-settings.js';
import type { Environment, Options } from '../environment.js';
import { randomHex } from '../random.js';

export const progressFolder = (
  course: CourseIndex,
  options: Options,
  { env }: Environment,
): string => path.join(dataFolder(options.dataDir, env), course.id);

/** Has 48 random bits, so two entries of one learner practically never share an id. */
export const newId = (): string => randomHex(6);

export const openProgress = (
  course: CourseIndex,
  options: Options,
  environment: Environment,
): ProgressStore =>
  withProgramSettings(
    openProgressStore({
      folder: progressFolder(course, options, environment),
      now: Date.now,
      newId,
    }),
    openProgramSettings(dataFolder(options.dataDir, environment.env), newId),
  );
