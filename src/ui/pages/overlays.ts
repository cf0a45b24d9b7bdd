import type { CourseIndex } from '../../core/course/course.js';
import { EXERCISE_HELP } from '../../core/messages/exercise.js';
import {
  HELP_KEYS,
  HELP_TEXT,
  PREVIEW_HELP,
  PREVIEW_KEYS,
  REPORT,
} from '../../core/messages/help.js';
import type { StoryView } from '../../core/views/look-up/story.js';
import type { WhosWhoView } from '../../core/views/look-up/whos-who.js';
import { CLOSE, QUIT, SCROLL, WHO_HERE } from '../keys/footer-keys.js';
import { GAP, type Line, line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, padTo, wrapLines } from '../layout/wrap.js';
import { passageLines } from './reading.js';

export type OverlayBody = Pick<Page, 'before' | 'items' | 'after' | 'footer'>;

export const overlay = (before: readonly Line[]): OverlayBody => ({
  before,
  items: [],
  after: [],
  footer: [SCROLL, CLOSE, QUIT],
});

export const storyPage = ({ passages, heading, notes }: StoryView, width: number): OverlayBody => ({
  ...overlay(paragraphLines([passageLines(passages, heading, width), ...noteLines(notes, width)])),
  footer: [SCROLL, WHO_HERE, CLOSE, QUIT],
});

/** The sources: name, facts, and the paragraphs in which they say something. */
export const whosWhoPage = ({ sources, notes }: WhosWhoView, width: number): OverlayBody =>
  overlay(
    paragraphLines([
      ...sources.map(({ name, facts, paragraphs }) => [
        ...wrapLines(name, width, 'strong'),
        ...hangLines(
          { text: '  ', tone: 'plain' },
          [...facts, paragraphs].filter(Boolean).join(' · '),
          width,
        ),
      ]),
      ...noteLines(notes, width),
    ]),
  );

const noteLines = (notes: readonly string[], width: number): Line[][] =>
  notes.length === 0 ? [] : [notes.flatMap((text) => wrapLines(text, width))];

/** The parts with an empty row between them. */
const paragraphLines = (parts: readonly (readonly Line[])[]): Line[] =>
  parts
    .filter(({ length }) => length > 0)
    .flatMap((lines, i) => [...(i > 0 ? [GAP] : []), ...lines]);

export const aboutPage = (course: CourseIndex, width: number): OverlayBody =>
  overlay(paragraphLines([...course.about, REPORT].map((text) => wrapLines(text, width))));

const KEY_COLUMN = 14;

const HELP = { learning: HELP_TEXT, preview: PREVIEW_HELP, exercise: EXERCISE_HELP } as const;

export const helpPage = (topic: 'learning' | 'preview' | 'exercise', width: number): OverlayBody =>
  overlay([
    ...[...HELP_KEYS, ...(topic === 'preview' ? PREVIEW_KEYS : [])].flatMap(([keys, does]) =>
      hangLines({ text: padTo(keys, KEY_COLUMN), tone: 'strong' }, does, width),
    ),
    GAP,
    ...HELP[topic].flatMap((text, i) => [...(i > 0 ? [line('')] : []), ...wrapLines(text, width)]),
  ]);
