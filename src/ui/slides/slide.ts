import type { CourseMaterial } from '../../core/course/ledger.js';
import type { CheckReport } from '../../core/room-report/report.js';
import type { Terminal } from '../terminal/terminal.js';

/** A check that a room should talk about. */
export type Slide = {
  readonly report: CheckReport;
  readonly material: CourseMaterial;
  /** The seed of the choice order. All participants saw the same order. */
  readonly seed: string;
};

export type Slides = Terminal & { readonly slides: readonly Slide[] };
