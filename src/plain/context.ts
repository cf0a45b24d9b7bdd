import type { CourseMaterial } from '../core/course/ledger.js';
import type { SessionStore } from '../core/session/store.js';

/** What every reply is made from. */
export type PlainContext = {
  readonly store: SessionStore;
  /** Passages, ledger and sources; asked for only where they are shown. */
  readonly material: () => CourseMaterial;
  /** Whether one lesson was asked for, whose summary then offers to leave first of all. */
  readonly inLesson: boolean;
};
