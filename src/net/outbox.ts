import type { PersonMessage } from '../core/live-room/message.js';
import { waitAfter } from '../core/wait-after.js';
import { pause, type Sleep } from './pause.js';

/** What became of a message. `replaced`: a newer answer to the same vote was sent in its place. */
export type SendOutcome = 'saved' | 'refused' | 'replaced' | 'closed';

/** What a try to send came to. `later`: nobody knows whether the room has it, so the same message is sent again. */
export type Tried = 'saved' | 'refused' | 'later';

type QueuedMessage = {
  readonly message: PersonMessage;
  readonly settle: (outcome: SendOutcome) => void;
};

/** Sends one message at a time, until the room has answered it. */
export type MessageQueue = {
  readonly send: (message: PersonMessage) => Promise<SendOutcome>;
  /** Tries again at once: the room is back. */
  readonly wake: () => void;
};

export function outbox(
  send: (message: PersonMessage) => Promise<Tried>,
  random: () => number,
  signal: AbortSignal,
): MessageQueue {
  let queue: QueuedMessage[] = [];
  let isRunning = false;
  let waiting: Sleep | undefined;
  const run = async (): Promise<void> => {
    isRunning = true;
    let failures = 0;
    for (let [first] = queue; first && !signal.aborted; [first] = queue) {
      const tried = await send(first.message);
      if (tried === 'later') {
        waiting = pause(waitAfter(failures++, random()), signal);
        await waiting.done;
        continue;
      }
      failures = 0;
      queue = queue.filter((one) => one !== first);
      first.settle(tried);
    }
    isRunning = false;
    if (!signal.aborted) return;
    for (const { settle } of queue) settle('closed');
    queue = [];
  };
  return {
    send: (message) =>
      new Promise((settle) => {
        const [older, others] = partition(queue, (one) => isSameVote(one.message, message));
        for (const one of older) one.settle('replaced');
        queue = [...others, { message, settle }];
        if (!isRunning) void run();
      }),
    wake: () => waiting?.wake(),
  };
}

const isSameVote = (a: PersonMessage, b: PersonMessage): boolean =>
  a.do === 'answer' && b.do === 'answer' && a.stop === b.stop && a.round === b.round;

function partition<T>(all: readonly T[], fits: (one: T) => boolean): [T[], T[]] {
  return [all.filter(fits), all.filter((one) => !fits(one))];
}
