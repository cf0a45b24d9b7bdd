import type { Scene } from './scene.js';

type MissedScene = Extract<Scene, { kind: 'second-look' | 'check' | 'board' }>;

/** Whether a first miss waits for the second try. The learner can ask for the answer instead. */
export const isMissed = (now: Scene): now is MissedScene =>
  now.kind === 'second-look' ||
  (now.kind === 'check' && now.missed !== undefined) ||
  (now.kind === 'board' && now.again);
