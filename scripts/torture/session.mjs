import { spawn } from 'node:child_process';
import { acknowledged, PROGRAM } from './program.mjs';

/** Far longer than anything here takes: what is not there by then hangs. In milliseconds. */
const LONGEST = 30_000;

/**
 * A round of "Who said it?" in lines, with somebody at it who waits for what they see. Each answer is one move, so that
 * what is shown, what is kept and what is told as not saved can be compared.
 * @param wrap how a shell starts the program, where not as it is
 */
export function openRound(args, { env = {}, node = [], cwd, wrap } = {}) {
  const words = [...node, PROGRAM, '--plain', ...args, 'drill'];
  const command = [process.execPath, ...words];
  const [file, rest] = wrap ? ['sh', ['-c', wrap, 'sh', ...command]] : [command[0], words];
  const child = spawn(file, rest, { cwd, env: { ...process.env, ...env } });
  const said = { out: '', err: '' };
  let look = () => {};
  let end;
  for (const [name, stream] of [
    ['out', child.stdout],
    ['err', child.stderr],
  ]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said[name] += text;
      look();
    });
  }
  child.stdin.on('error', () => {}); // it may be gone before it has read all
  child.on('close', (code, signal) => {
    end = { code, signal, ...said };
    look();
  });

  const until = (isThere, what) =>
    new Promise((resolve, reject) => {
      const stop = (settle, value) => {
        clearTimeout(timer);
        look = () => {};
        settle(value);
      };
      const fail = (why) => stop(reject, new Error(`${why} ${what}: ${told(said)}`));
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        fail(`after ${LONGEST / 1000} s not`);
      }, LONGEST);
      look = () => {
        if (isThere()) stop(resolve, end);
        else if (end) fail(`it ended with ${end.code ?? end.signal}, and not`);
      };
      look();
    });

  return {
    /** Gives so many answers, and waits until all are shown as taken. */
    answer: (count) => {
      const wanted = acknowledged(said.out) + count;
      child.stdin.write('1\n\n'.repeat(count));
      return until(() => acknowledged(said.out) >= wanted, `${wanted} answers taken`);
    },
    /** The same without waiting for the last. */
    type: (count) => child.stdin.write('1\n\n'.repeat(count)),
    /** Waits until so many are shown as taken, all told. */
    taken: (wanted) => until(() => acknowledged(said.out) >= wanted, `${wanted} answers taken`),
    /** Leaves as a learner does. @returns how it ended, and all that it has said */
    leave: () => {
      child.stdin.end('q\n');
      return until(() => end !== undefined, 'ended');
    },
  };
}

const told = ({ out, err }) => JSON.stringify((err || out).slice(-300));
