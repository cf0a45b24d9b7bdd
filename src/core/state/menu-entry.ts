import type { SettingKey } from '../settings.js';

/** A menu entry. `id` decides the label, `does` what choosing it does. */
export type MenuEntry =
  | { readonly id: string; readonly does: 'open' | 'retry' | 'again'; readonly lesson: string }
  | {
      readonly id: string;
      readonly does: 'look';
      readonly at: 'passages' | 'sources' | 'about' | 'record' | 'checklist';
    }
  | { readonly id: string; readonly does: 'home' | 'lessons' | 'more' | 'quit' }
  | {
      readonly id: string;
      readonly does: 'review' | 'drill' | 'learner-report' | 'map' | 'settings' | 'course-end';
    }
  | {
      readonly id: string;
      readonly does: 'set';
      readonly key: SettingKey;
      readonly value: string;
    }
  | { readonly id: string; readonly does: 'cell' }
  | { readonly id: string; readonly does: 'join' | 'rename' | 'go-home' }
  | {
      readonly id: string;
      readonly does: 'begin' | 'resume' | 'ask-hand-in' | 'hand-in' | 'see-answers';
    }
  | { readonly id: 'course'; readonly does: 'course'; readonly course: OtherCourse };

/** Another course that the menus offer. */
export type OtherCourse = {
  readonly id: string;
  readonly title: string;
  /** Whether it is offered only after this course is done. Otherwise it is always offered. */
  readonly comesAfter: boolean;
};
