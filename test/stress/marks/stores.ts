import path from 'node:path';
import { keptAnswers, logOf } from '../answer-log.js';
import { wentThroughAll } from '../history.js';
import { PlainDrill } from '../plain-drill.js';
import { plainLesson } from '../plain-lesson.js';
import { endOf } from '../plain-program.js';
import { checkAccount } from '../session-account.js';
import { type Obstruction, obstructed } from './obstructed.js';

/** The paths at which the program keeps a learner's answers. */
export const STORE_PLACES = {
  'the log': logOf,
  'the snapshot': (data) => path.join(path.dirname(logOf(data)), 'fold.json'),
  'the folder of the course': (data) => path.dirname(logOf(data)),
  'the data folder': (data) => data,
} satisfies Readonly<Record<string, (data: string) => string>>;

export type StorePlace = keyof typeof STORE_PLACES;

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
    const { end, ...account } = await session(data, place);
    checkAccount(end, data, { before, ...account, warnings: 'any' });
    await endOf(['--data-dir', data, 'progress'], {});
    await endOf(['--data-dir', data, 'reset', '--erase'], { input: 'y\ny\n' });
  });
}

/** Only somebody who went through all lessons has a snapshot, and only then there is no lesson left. */
async function session(data: string, place: StorePlace): ReturnType<typeof plainLesson> {
  if (place !== 'the snapshot') return plainLesson(['--data-dir', data]);
  const drill = new PlainDrill(data);
  await drill.answer(3);
  return { end: await drill.quit(), given: 3 };
}
