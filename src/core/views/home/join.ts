import type { CourseIndex } from '../../course/course.js';
import {
  ASK_CODE,
  ASK_NAME,
  CODE_NOTE,
  JOIN_TITLE,
  lessonsTexts,
  RENAME_LATER,
  RENAME_TITLE,
  withoutNameText,
} from '../../messages/exercise.js';
import type { FieldRoute } from '../../state/route.js';

/** A page with a field for one line of text. */
export type FieldView = {
  readonly title: string;
  /** What to type. */
  readonly ask: string;
  /** What happens without a text. */
  readonly note?: string;
  /** What else to know, a paragraph each. A small window drops them. */
  readonly asides: readonly string[];
};

export function fieldView(course: CourseIndex, field: FieldRoute): FieldView {
  switch (field.asks) {
    case 'code':
      return { title: JOIN_TITLE, ask: ASK_CODE, asides: [CODE_NOTE] };
    case 'name':
      return {
        title: JOIN_TITLE,
        ask: ASK_NAME,
        note: withoutNameText(field.people),
        asides: [RENAME_LATER, ...lessonsTexts(course, field.room)],
      };
    case 'new-name':
      return { title: RENAME_TITLE, ask: ASK_NAME, asides: [RENAME_LATER] };
  }
}
