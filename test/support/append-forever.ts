/** A program that appends `count` answers and prints the id of each, for tests that run several or kill one. */
import { writeSync } from 'node:fs';
import { openProgressStore } from '../../src/io/progress/store.js';

const [folder = '', name = '', count = '1'] = process.argv.slice(2);
const CLOSE_EVERY = 50;

let lastId = 0;
const store = openProgressStore({
  folder,
  now: Date.now,
  newId: () => {
    lastId += 1;
    return `${name}-${lastId}`;
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
