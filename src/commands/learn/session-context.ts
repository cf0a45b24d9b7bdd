import type { SessionContext } from '../../core/state/context.js';
import { CLOCK } from '../clock.js';
import type { Options } from '../environment.js';
import { randomHex } from '../random.js';

/** Connects a session with its lessons, its log, this computer's clock, and random seeds. */
export const sessionContext = (
  course: Pick<SessionContext, 'lesson' | 'material'>,
  history: SessionContext['history'],
  { seed }: Options,
): SessionContext => ({
  lesson: course.lesson,
  material: course.material,
  history,
  seed: () => seed ?? randomHex(4),
  ...CLOCK,
});
