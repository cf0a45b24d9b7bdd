import { beforeEach, describe, expect, test } from 'vitest';
import { type Stoppable, stoppable } from '../../../src/ui/terminal/stoppable.js';
import type { Drawing, JobSignals, Terminal } from '../../../src/ui/terminal/terminal.js';

/** Waits until all promises that can settle have settled. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let done: string[];
let signals: JobSignals;
let goOn: () => void;
let job: Stoppable;

beforeEach(() => {
  done = [];
  const terminal: Pick<Terminal, 'stop' | 'onJobSignal'> & { stdin: object } = {
    stdin: { setRawMode: (raw: boolean) => done.push(raw ? 'raw' : 'cooked') },
    stop: () => {
      done.push('stopped');
      return new Promise((resolve) => {
        goOn = resolve;
      });
    },
    onJobSignal: (listeners) => {
      signals = listeners;
      return () => done.push('not listening');
    },
  };
  job = stoppable(terminal as unknown as Terminal);
});

const drawing = {
  suspend: async (meanwhile: () => Promise<void>) => {
    done.push('screen off');
    await meanwhile();
    done.push('screen on');
  },
  redraw: async () => {
    done.push('redrawn');
  },
} as Drawing;

const STOP_AND_CONTINUE = ['screen off', 'cooked', 'stopped', 'raw', 'screen on'];

describe('a request to stop', () => {
  test('gives the terminal back first, even before anything is drawn', async () => {
    signals.stop();
    expect(done).toEqual(['cooked', 'stopped']);
    goOn();
    await settled();
    expect(done).toEqual(['cooked', 'stopped', 'raw']);
  });

  test('leaves the screen first, and draws it again', async () => {
    job.setDrawing(drawing);
    job.stop();
    await settled();
    goOn();
    await settled();
    expect(done).toEqual(STOP_AND_CONTINUE);
  });

  test('during a stop is the same request', async () => {
    job.setDrawing(drawing);
    signals.stop();
    signals.stop();
    goOn();
    await settled();
    expect(done).toEqual(STOP_AND_CONTINUE);
  });

  test('during a redraw follows it', async () => {
    job.setDrawing(drawing);
    signals.continued();
    signals.stop();
    await settled();
    goOn();
    await settled();
    expect(done).toEqual(['cooked', 'raw', 'redrawn', ...STOP_AND_CONTINUE]);
  });

  test('is ignored while the program leaves, and then the system stops the program', () => {
    job.ignoreRequests();
    signals.stop();
    signals.continued();
    job.close();
    expect(done).toEqual(['not listening']);
  });

  test('that ends after the program has left does not take the terminal over', async () => {
    signals.stop();
    job.ignoreRequests();
    goOn();
    await settled();
    expect(done).toEqual(['cooked', 'stopped']);
  });
});

test('a request that waits is ignored once the program leaves', async () => {
  job.setDrawing(drawing);
  signals.stop();
  signals.continued();
  job.ignoreRequests();
  goOn();
  await settled();
  expect(done).toEqual(['screen off', 'cooked', 'stopped', 'screen on']);
});

test('a program that goes on after a stop it was not asked for sets raw mode again before it draws', async () => {
  job.setDrawing(drawing);
  signals.continued();
  await settled();
  expect(done).toEqual(['cooked', 'raw', 'redrawn']);
});
