import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fromRoot } from '../../scripts/paths.mjs';
import { say } from '../say.mjs';

/** Everyone is back within this time after the host, in milliseconds. */
const BACK_WITHIN = 5_000;

const COMMAND = [
  'scripts/run-typescript.mjs',
  'test/stress/stress.ts',
  '--only',
  'room',
  '--short',
];

/** Rows of the stress test, in which 30 % of the connections are dropped and the host is killed five times. */
export async function breakageRows() {
  say('a room with dropped connections and a killed host (npm run stress -- --only room --short)');
  const child = spawn(process.execPath, COMMAND, {
    cwd: fromRoot('.'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (part) => {
    text += part;
  });
  await once(child, 'close');
  const [line, lost] = /^room: \d+ tried, (\d+) lost.*$/m.exec(text) ?? [];
  const [, back] = /everyone back within (\d+) ms/.exec(line ?? '') ?? [];
  if (back === undefined) throw new Error(`the stress test has failed: ${text}`);
  if (Number(lost) > 0) say(text);
  const name = '30 % dropped, host killed 5 times';
  return [
    {
      cells: [name, 'answers lost or doubled, other faults', lost, '0'],
      isOver: Number(lost) > 0,
    },
    {
      cells: [name, 'everyone back, longest', `${back} ms`, `${BACK_WITHIN} ms`],
      isOver: Number(back) > BACK_WITHIN,
    },
  ];
}
