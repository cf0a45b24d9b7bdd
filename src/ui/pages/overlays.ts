import type { CourseIndex } from '../../core/course/course.js';
import type { CourseMaterial, Passage } from '../../core/course/ledger.js';
import { EXERCISE_HELP } from '../../core/messages/exercise.js';
import {
  HELP_KEYS,
  HELP_TEXT,
  PREVIEW_HELP,
  PREVIEW_KEYS,
  REPORT,
} from '../../core/messages/help.js';
import { sourceFacts, sourceParagraphs } from '../../core/messages/ledger.js';
import { CLOSE, QUIT, SCROLL } from '../keys/footer-keys.js';
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

export const passagesPage = (passages: readonly Passage[], width: number): OverlayBody =>
  overlay(passageLines(passages, width));

/** All sources: name, facts, and the paragraphs with their claims. */
export const sourcesPage = (material: CourseMaterial, width: number): OverlayBody =>
  overlay(
    material.sources.flatMap((source, i) => [
      ...(i > 0 ? [GAP] : []),
      ...wrapLines(source.name, width, 'strong'),
      ...hangLines(
        { text: '  ', tone: 'plain' },
        [...sourceFacts(source), sourceParagraphs(source, material)].filter(Boolean).join(' · '),
        width,
      ),
    ]),
  );

export const aboutPage = (course: CourseIndex, width: number): OverlayBody =>
  overlay(
    [...course.about, REPORT].flatMap((text, i) => [
      ...(i > 0 ? [GAP] : []),
      ...wrapLines(text, width),
    ]),
  );

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
