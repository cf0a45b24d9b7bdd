import type { SettingKey } from '../settings.js';

/** An entry of a menu: what it is, for the label, and what choosing it does. */
export type MenuEntry =
  | { readonly id: string; readonly does: 'open' | 'retry' | 'again'; readonly lesson: string }
  | {
      readonly id: string;
      readonly does: 'look';
      readonly at: 'passages' | 'sources' | 'about';
    }
  | { readonly id: string; readonly does: 'home' | 'quit' }
  | {
      readonly id: string;
      readonly does: 'review' | 'drill' | 'learner-report' | 'map' | 'settings';
    }
  | {
      readonly id: string;
      readonly does: 'set';
      readonly key: SettingKey;
      readonly value: string;
    }
  | { readonly id: string; readonly does: 'cell' }
  | { readonly id: string; readonly does: 'begin' | 'resume' | 'hand-in' | 'see-answers' }
  | { readonly id: 'course'; readonly does: 'course'; readonly course: OtherCourse };

/** A course that this one leads on to. */
export type OtherCourse = {
  readonly id: string;
  readonly title: string;
  /** Whether it comes after this one, and is offered once this one is done; else it is always offered. */
  readonly comesAfter: boolean;
};
