import { type Part, type PartResult, type RunOptions, sizeIn } from '../part.js';
import type { Tally } from './harms.js';
import { hostileCourses, parsedCourse } from './hostile-courses.js';
import { hostileLogs } from './hostile-logs.js';
import { hostileResults } from './hostile-results.js';
import { programRuns } from './program-runs.js';

/** Small enough to show all of it many times. */
const COURSE = 'swing-bridge';

const RANDOM_FILES = { full: 10_000, short: 300, brief: 100 };

/**
 * Files of every kind with hostile characters in them, or with anything else. None makes a reader fail, and what is
 * read of them does no harm where it is shown: in lines, on screen, as a page, as a sheet, on paper.
 */
export const files: Part = { name: 'files', run };

async function run(options: RunOptions): Promise<PartResult> {
  const runs = sizeIn(options, RANDOM_FILES);
  const course = parsedCourse(COURSE);
  const kinds: Readonly<Record<string, Tally>> = {
    courses: await hostileCourses(options, runs),
    results: await hostileResults(options, course, runs),
    ...(await hostileLogs(options, course, runs)),
    runs: await programRuns(options, course),
  };
  const all = Object.entries(kinds);
  return {
    tried: all.reduce((sum, [, { tried }]) => sum + tried, 0),
    faults: all.flatMap(([kind, tally]) => faultsOfKind(tally).map((fault) => `${kind}: ${fault}`)),
    details: `read and shown: ${all.map(([kind, { read }]) => `${read} ${kind}`).join(', ')}`,
  };
}

/** Nothing is shown of a file that cannot be read: if none could be, the part tried nothing. */
const faultsOfKind = ({ tried, read, faults }: Tally): string[] => [
  ...(read === 0 ? [`none of ${tried} was read`] : []),
  ...new Set(faults),
];
