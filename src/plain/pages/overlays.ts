import { EXERCISE_HELP } from '../../core/messages/exercise.js';
import { HELP_TEXT, REPORT, TYPED_KEYS } from '../../core/messages/help.js';
import { OVERLAY_TITLES } from '../../core/messages/menu.js';
import type { OverlayName } from '../../core/state/state.js';
import { checklistView } from '../../core/views/ending/checklist.js';
import { recordView } from '../../core/views/ending/record.js';
import { type StoryView, storyView } from '../../core/views/look-up/story.js';
import {
  type SourceView,
  type WhosWhoView,
  whosWhoView,
} from '../../core/views/look-up/whos-who.js';
import { type Block, bullet, type Row } from '../block.js';
import type { PlainContext } from '../context.js';
import { checklistBlocks, recordBlocks } from './course-end.js';
import { passageBlocks } from './reading.js';

/** An overlay as text. */
export function lookUpBlocks(name: OverlayName, { store, material }: PlainContext): Block[] {
  const state = store.state();
  switch (name) {
    case 'passages':
      return storyBlocks(storyView(state, material()));
    case 'sources':
      return whosWhoBlocks(whosWhoView(state, material()));
    case 'about':
      return [['About'], ...[...state.course.about, REPORT].map((paragraph) => [paragraph])];
    case 'help':
      return [
        ['Help'],
        ['Type one of these, then Enter:', ...TYPED],
        ...(state.progress.exercise ? EXERCISE_HELP : HELP_TEXT).map((text) => [text]),
      ];
    case 'record':
      return [[OVERLAY_TITLES.record], ...recordBlocks(recordView(material()))];
    case 'checklist':
      return checklistBlocks(checklistView(), state.checklistCommand);
    case 'inspect': // Only a preview has it, and previews are never in lines.
      return [];
  }
}

const storyBlocks = ({ passages, heading, notes }: StoryView): Block[] => [
  ...passageBlocks(passages, heading),
  ...notes.map((text) => [text]),
];

const whosWhoBlocks = ({ sources, notes }: WhosWhoView): Block[] => [
  [OVERLAY_TITLES.sources, ...sources.map(sourceRow)],
  ...notes.map((text) => [text]),
];

const sourceRow = ({ name, facts, paragraphs }: SourceView): Row =>
  bullet(`${name}: ${[...facts, paragraphs].filter(Boolean).join('; ')}`);

const TYPED: readonly Row[] = [
  'Enter or 1: go to the next step. Enter alone never answers a question.',
  'a number: give that answer, or open that entry',
  'a number, when you sort statements: put the statement under that heading',
  'after the last statement, you see the list: Enter answers for all statements, a number changes that statement, and b goes back to the last statement',
  ...TYPED_KEYS,
].map(bullet);
