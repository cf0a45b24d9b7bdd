// People in a room and their host, in a process of their own. It gets its task as JSON, and prints what it measured.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { follow, post } from './person.mjs';

const { url, door, host, people, joinWithin, answerWithin, questions } = JSON.parse(
  process.argv[2],
);

const took = [];
let errors = 0;

/** Someone who answers each open question once, at a random moment. */
class Person {
  views = 0;
  answered = 0;
  #sent = new Set();

  async join() {
    const { status, body } = await post(url, '/join', { code: door, name: '', wayIn: 'browser' });
    if (status !== 200) throw new Error(`join: ${status}`);
    await new Promise((resolve) => {
      this.close = follow(url, body.token, (view) => {
        this.views += 1;
        resolve();
        this.see(view, body.token).catch(() => {
          errors += 1;
        });
      });
    });
  }

  async see({ phase, stops: [stop] }, token) {
    if (phase !== 'open') return;
    const key = `${stop.stop}/${stop.round}`;
    if (this.#sent.has(key)) return;
    this.#sent.add(key);
    await wait(Math.random() * answerWithin);
    const choices = stop.rows.map(({ check, choices }) => [
      check,
      choices[Math.floor(Math.random() * choices.length)].id,
    ]);
    const message = {
      do: 'answer',
      stop: stop.stop,
      round: stop.round,
      choices,
      nonce: randomUUID(),
    };
    const answer = await post(url, '/answer', message, token);
    if (answer.status !== 200) throw new Error(`answer: ${answer.status}`);
    took.push(answer.took);
    this.answered += 1;
  }
}

const command = async (name) => {
  const { status } = await post(url, '/host', { do: name }, host);
  if (status !== 200) throw new Error(`${name}: ${status}`);
};

/** Waits until it is so. */
async function until(isSo) {
  while (!isSo()) await wait(5);
}

const crowd = Array.from({ length: people }, () => new Person());
const everyone = (isSo) => until(() => crowd.every(isSo) || errors > 0);

const began = performance.now();
await Promise.all(
  crowd.map(async (person, i) => {
    await wait((i / people) * joinWithin);
    await person.join();
  }),
);
const joinTook = performance.now() - began;

let changes = 0;
for (let question = 1; question <= questions; question++) {
  await command(question === 1 ? 'begin' : 'next');
  changes += 1;
  await everyone((person) => person.answered >= question);
  for (const name of ['close', 'reveal']) {
    await command(name);
    changes += 1;
    const views = changes + 1;
    await everyone((person) => person.views >= views);
  }
}

const sorted = took.toSorted((a, b) => a - b);
const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
const views = crowd.map((person) => person.views - 1);
console.log(
  JSON.stringify({
    joinTook,
    answers: took.length,
    errors,
    p50: at(0.5),
    p95: at(0.95),
    most: at(1),
    perChange: Math.max(...views) / changes,
  }),
);
process.exit(0);
