import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LogEntry } from '../../src/core/log/entry.js';
import { lessonOf } from './learner.js';

const DAY = 24 * 3_600_000;

/**
 * Writes the log of a learner who completed these lessons `daysAgo`. `wrong` lists the checks answered wrongly, and
 * `surely` the checks answered with the certainty "certain".
 */
export function wentThrough(
  data: string,
  lessons: readonly string[],
  { daysAgo = 10, wrong = [] as readonly string[], surely = [] as readonly string[] } = {},
): void {
  let t = Date.now() - daysAgo * DAY;
  const stamp = () => {
    t += 1000;
    return { id: `past${t}`, t };
  };
  const entries = lessons.flatMap((id): LogEntry[] => [
    { ...stamp(), k: 'start', lesson: id, seed: 'past' },
    ...lessonOf(id).body.flatMap((step): LogEntry[] =>
      step.kind !== 'check'
        ? []
        : [
            {
              ...stamp(),
              k: 'answer',
              lesson: id,
              check: step.id,
              choice: wrong.includes(step.id)
                ? (step.choices.find((one) => one.id !== step.key)?.id ?? '')
                : step.key,
              right: !wrong.includes(step.id),
              try: 1,
              lookUps: [],
              ...(surely.includes(step.id) && { certainty: 'certain' as const }),
              course: '0',
              offset: 0,
            },
          ],
    ),
    { ...stamp(), k: 'at', lesson: id, step: 'end' },
  ]);
  const folder = path.join(data, 'claude-contract');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'answers-1.jsonl'),
    entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  );
}
