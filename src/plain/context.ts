import type { CourseMaterial } from '../core/course/ledger.js';
import type { SessionStore } from '../core/session/session-store.js';

/** What replies and pages need. */
export type PlainContext = {
  readonly store: SessionStore;
  /** Loads passages, ledger and sources on first use. */
  readonly material: () => CourseMaterial;
  /** Whether the command named a lesson or quiz. Its last page then also offers "Leave". */
  readonly inLesson: boolean;
  /** Whether somebody types the lines. A script that types 1 to everything finds "Leave" first, and ends. */
  readonly isTyped: boolean;
};
