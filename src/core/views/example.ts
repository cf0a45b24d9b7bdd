import type { Example } from '../course/course.js';
import { type MarkedText, withMarked } from '../course/marked-words.js';
import { INVENTED } from '../messages/lesson.js';
import { askText } from '../messages/verdict.js';

/** What the example of a lesson says, in the order of its fields. */
export type ExampleView = {
  readonly invented: string;
  /** The sentence in quotation marks. The words that decide are marked. */
  readonly sentence: readonly MarkedText[];
  readonly habit: string;
  readonly says: string;
};

export const exampleView = ({ sentence, words, habit, says }: Example): ExampleView => ({
  invented: INVENTED,
  sentence: withMarked(`“${sentence}”`, words),
  habit: askText(habit),
  says,
});
