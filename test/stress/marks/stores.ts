import path from 'node:path';
import { keptAnswers, logOf } from '../answer-log.js';
import { wentThroughAll } from '../history.js';
import { checkAccount } from '../session-account.js';
import { endOf, type Obstruction, obstructed } from './obstructed.js';

/** The paths at which the program keeps a learner's answers. */
export const STORE_PLACES = {
  'the log': logOf,
  'the snapshot': (data) => path.join(path.dirname(logOf(data)), 'fold.json'),
  'the folder of the course': (data) => path.dirname(logOf(data)),
  'the data folder': (data) => data,
} satisfies Readonly<Record<string, (data: string) => string>>;

export type StorePlace = keyof typeof STORE_PLACES;

const ANSWERS = 3;

/** So many reviews that the program writes a snapshot. */
const PAST_REVIEWS = 400;

/** The learner answers a few questions. Each answer is kept, or the program says that it is not; and it ends. */
export async function checkStore(
  folder: string,
  place: StorePlace,
  obstruction: Obstruction,
): Promise<void> {
  const data = path.join(folder, 'data');
  if (place === 'the snapshot') wentThroughAll(data, PAST_REVIEWS);
  const before = keptAnswers(data);
  await obstructed(obstruction, STORE_PLACES[place](data), async () => {
    const args = ['--plain', '--data-dir', data, 'drill'];
    const end = await endOf(args, { input: `${'1\n\n'.repeat(ANSWERS)}q\n` });
    checkAccount(end, data, { before, given: ANSWERS, warnings: 'any' });
    await endOf(['--data-dir', data, 'progress'], {});
    await endOf(['--data-dir', data, 'reset', '--erase'], { input: 'y\ny\n' });
  });
}
