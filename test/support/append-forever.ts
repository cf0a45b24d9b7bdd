/** A program of its own, for tests that need two at once or kill one: appends answers and tells of each. */
import { writeSync } from 'node:fs';
import { openProgressStore } from '../../src/io/progress/store.js';

const [folder = '', name = '', count = '1'] = process.argv.slice(2);
const CLOSE_EVERY = 50;

let given = 0;
const store = openProgressStore({
  folder,
  now: Date.now,
  newId: () => {
    given += 1;
    return `${name}-${given}`;
  },
});

for (let i = 0; i < Number(count); i += 1) {
  const [entry] = store.append([
    {
      k: 'answer',
      lesson: 'first',
      check: `check-${i % 40}`,
      choice: 'a',
      right: i % 3 === 0,
      try: 1,
      lookUps: [],
      course: 'abcdef01',
      offset: 60,
    },
  ]);
  if (store.unsaved() === 0) writeSync(1, `${entry?.id}\n`);
  if (i % CLOSE_EVERY === 0) await store.close();
}
await store.close();
writeSync(
  2,
  store
    .warnings()
    .map(({ kind }) => `${kind}\n`)
    .join(''),
);
