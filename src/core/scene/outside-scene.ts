import type { AttributionMap, MapCell } from '../course/attribution-map.js';
import type { LearnerReport, SkillReport } from '../learner-report/report.js';
import type { Quiz } from '../review/quiz.js';
import type { MenuEntry } from '../state/menu-entry.js';
import type { FieldRoute } from '../state/route.js';

/** What is on screen outside home and lessons. */
export type OutsideScene =
  /** The end of a quiz, or a quiz with nothing to ask. */
  | { readonly kind: 'quiz-end'; readonly quiz: Quiz; readonly menu: readonly MenuEntry[] }
  | {
      readonly kind: 'learner-report';
      readonly report: LearnerReport;
      readonly menu: readonly MenuEntry[];
    }
  | {
      readonly kind: 'course-end';
      readonly skills: readonly SkillReport[];
      readonly menu: readonly MenuEntry[];
    }
  | { readonly kind: 'field'; readonly field: FieldRoute }
  | { readonly kind: 'map'; readonly map: AttributionMap; readonly menu: readonly MenuEntry[] }
  | { readonly kind: 'cell'; readonly cell: MapCell };
