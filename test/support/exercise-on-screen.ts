import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isInLesson, isQuestion, pressed } from './learner.js';
import type { Screen } from './screen.js';
import { KEY } from './terminal.js';

/** Begins the exercise on screen and goes to its first question. */
export async function atFirstQuestion(terminal: Screen): Promise<void> {
  await terminal.shows('Begin');
  terminal.press(KEY.enter);
  await terminal.shows(isInLesson);
  await toQuestion(terminal);
}

/** Continues from a page or a verdict to the next question or menu. */
export async function toQuestion(terminal: Screen): Promise<void> {
  while (!isQuestion(terminal) && !terminal.highlighted()) await pressed(terminal, KEY.space);
}

/** Moves the start of the only exercise in a data folder into the past. */
export function beginEarlier(data: string, milliseconds: number): void {
  const root = path.join(data, 'workshops', 'claude-contract');
  const [attempt = ''] = readdirSync(root);
  const log = path.join(root, attempt, 'answers-1.jsonl');
  const entries = readFileSync(log, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { t: number; sum: string })
    .map(({ sum: _, ...entry }) => entry);
  writeFileSync(
    log,
    entries.map((entry) => `${JSON.stringify({ ...entry, t: entry.t - milliseconds })}\n`).join(''),
  );
}
