import type { SessionContext } from '../../core/state/context.js';
import { CLOCK } from '../clock.js';
import type { Options } from '../environment.js';
import { randomHex } from '../random.js';

/** What a session gets from outside: its lessons and its log, and the clock and chance of this machine. */
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
