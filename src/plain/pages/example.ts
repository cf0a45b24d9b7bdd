import type { Example } from '../../core/course/course.js';
import { SO_FAR, STARS } from '../../core/messages/lesson.js';
import { exampleView } from '../../core/views/example.js';
import type { Block } from '../block.js';
import { starred } from './verdict.js';

export function exampleBlocks(step: Example): Block[] {
  const { invented, sentence, habit, says } = exampleView(step);
  return [
    [invented, starred(sentence), STARS],
    [habit, says],
  ];
}

/** What the lessons before have told, if there is such a text. */
export const soFarBlocks = (soFar: string | undefined): Block[] =>
  soFar === undefined ? [] : [[SO_FAR, soFar]];
