import { ANSWER_PENDING, BOARD_PENDING } from '../../core/messages/exercise.js';
import { pendingText } from '../../core/messages/live-room/join.js';
import { scene } from '../../core/scene/scene.js';
import { courseEndView } from '../../core/views/ending/course-end.js';
import { soFarAt } from '../../core/views/so-far.js';
import { verdictView } from '../../core/views/verdict.js';
import type { Block } from '../block.js';
import type { PlainContext } from '../context.js';
import { boardBlocks, boardPendingBlocks, boardVerdictBlocks } from './board.js';
import { courseEndBlocks } from './course-end.js';
import { exampleBlocks, soFarBlocks } from './example.js';
import { exerciseBlocks } from './exercise.js';
import { fieldBlocks } from './field.js';
import { heading } from './heading.js';
import { homeBlocks, lessonsBlocks, moreBlocks } from './home.js';
import {
  answerPendingBlocks,
  choicesBlocks,
  lookBackBlocks,
  questionBlocks,
  questionHeading,
  secondLookBlocks,
} from './question.js';
import { readingBlocks } from './reading.js';
import { certaintyBlocks, studyBlocks } from './study.js';
import { summaryBlocks } from './summary.js';
import { verdictBlocks } from './verdict.js';

/** The complete current page. */
export function pageBlocks(context: PlainContext): Block[] {
  const state = context.store.state();
  const now = scene(state);
  switch (now.kind) {
    case 'home':
      return homeBlocks(state, now.menu);
    case 'lessons':
      return lessonsBlocks(state, now.menu);
    case 'more':
      return moreBlocks(state, now.menu);
    case 'exercise':
      return exerciseBlocks(state, now);
    case 'field':
      return fieldBlocks(state.course, now.field);
    case 'reading':
      return [
        heading(state, now),
        ...soFarBlocks(soFarAt(state, now.lesson, now.step.id)),
        ...readingBlocks(now.step, state.course, context.material()),
      ];
    case 'example':
      return [
        heading(state, now),
        ...soFarBlocks(soFarAt(state, now.lesson, now.step.id)),
        ...exampleBlocks(now.step),
      ];
    case 'board':
      return [
        heading(state, now),
        ...soFarBlocks(soFarAt(state, now.lesson, now.step.id)),
        ...lookBackBlocks(state, now, context.material),
        ...boardBlocks(state, now),
      ];
    case 'board-verdict':
      return [heading(state, now), [now.step.stem], ...boardVerdictBlocks(now, context.material())];
    case 'board-pending':
      return [heading(state, now), ...boardPendingBlocks(now, pendingText(state, BOARD_PENDING))];
    case 'check':
      return [
        ...soFarBlocks(now.lesson && soFarAt(state, now.lesson, now.step.id)),
        ...questionBlocks(state, now),
        ...lookBackBlocks(state, now, context.material),
        ...choicesBlocks(now, context.material),
      ];
    case 'second-look':
      return [...questionBlocks(state, now), ...secondLookBlocks(now)];
    case 'certainty':
      return certaintyBlocks(state);
    case 'answer-pending':
      return [
        ...questionBlocks(state, now),
        ...answerPendingBlocks(now, pendingText(state, ANSWER_PENDING)),
      ];
    case 'verdict':
      return [
        ...questionHeading(state, now),
        ...verdictBlocks(verdictView(now, state, context.material())),
      ];
    case 'summary':
      return summaryBlocks(context, now.lesson, now.menu);
    case 'course-end':
      return courseEndBlocks(courseEndView(now, state));
    default:
      return studyBlocks(context, now);
  }
}
