import type { CourseMaterial } from '../../core/course/ledger.js';
import type { CheckReport } from '../../core/room-report/report.js';
import type { Terminal } from '../terminal/terminal.js';

/** A check of a room's report to be talked about, a slide each. */
export type Slide = {
  readonly report: CheckReport;
  readonly material: CourseMaterial;
  /** Decides the order of the choices: as everyone had them on screen. */
  readonly seed: string;
};

export type Slides = Terminal & { readonly slides: readonly Slide[] };
