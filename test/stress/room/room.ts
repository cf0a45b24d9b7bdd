import { type Part, type PartResult, type RunOptions, sizeIn } from '../part.js';
import { dropped, type Evening } from './dropped.js';
import { hostile } from './hostile.js';

/** A live room whose connections are dropped, whose host is killed, and which hostile clients visit. */
export const room: Part = { name: 'room', run };

type Size = Evening & { readonly evenings: number; readonly clients: number };

async function run({ seed, say, ...options }: RunOptions): Promise<PartResult> {
  const size = sizeIn<Size>(options, {
    full: { evenings: 10, people: 40, kills: 5, clients: 10_000 },
    short: { evenings: 1, people: 20, kills: 5, clients: 1_000 },
    brief: { evenings: 1, people: 6, kills: 1, clients: 100 },
  });
  const faults: string[] = [];
  let [answers, slowest] = [0, 0];
  for (let n = 0; n < size.evenings; n++) {
    say(`room, evening ${n} of ${size.evenings} (seed ${seed + n})`);
    const result = await dropped(size, seed + n);
    answers += result.answers;
    slowest = Math.max(slowest, result.slowest);
    faults.push(...result.faults.map((fault) => `seed ${seed + n}: ${fault}`));
  }
  say(`room, ${size.clients} hostile clients`);
  const { faults: harm, memory } = await hostile(size.clients, seed);
  return {
    tried: answers + size.clients,
    faults: [...faults, ...harm.map((fault) => `seed ${seed}: ${fault}`)],
    details: `${answers} answers in ${size.evenings} rooms, the host killed ${size.kills} times in each; everyone back within ${Math.round(slowest)} ms; ${size.clients} hostile clients, ${Math.round(memory)} MB at most`,
  };
}
