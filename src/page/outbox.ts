import type { ChosenAt } from '../core/live-room/event.js';
import type { PersonMessage } from '../core/live-room/message.js';
import { waitAfter } from '../core/wait-after.js';
import { keep, readKept } from './kept.js';
import { pause, type TabPause } from './pause.js';
import { randomHex } from './random.js';
import { type PostReply, post } from './requests.js';

export type Message = Extract<PersonMessage, { do: 'answer' | 'hand-in' }>;

type AnswerSent = Extract<Message, { do: 'answer' }>;

export type VotePlace = Pick<AnswerSent, 'stop' | 'round'>;

/** `trying`: the room was not reached, and the message is sent again and again. */
export type Sending = 'nothing' | 'sending' | 'trying';

export type TabOutbox = {
  readonly sending: () => Sending;
  /** Sends an answer, unless the same one is on its way. A later answer replaces one that waits. */
  readonly answer: (vote: VotePlace, choices: readonly ChosenAt[]) => void;
  readonly handIn: () => void;
  /** The choices of a vote on their way, by the ids of their checks. */
  readonly choices: (vote: VotePlace) => ReadonlyMap<string, string>;
  /** Tries again at once. */
  readonly hurry: () => void;
  readonly clear: () => void;
};

type OutboxEvents = {
  readonly onChange: () => void;
  readonly onTaken: (message: Message, body: Readonly<Record<string, unknown>>) => void;
  readonly onRefused: (reply: Extract<PostReply, { kind: 'refused' }>, message: Message) => void;
};

const KEY = 'outbox';

/**
 * Sends one message at a time, with the same nonce until the room has acknowledged it. The tab keeps what is on its way, so
 * that a reload sends it.
 */
export function outbox(token: string, { onChange, onTaken, onRefused }: OutboxEvents): TabOutbox {
  let queue = keptFor(token);
  let sending: Sending = 'nothing';
  let waiting: TabPause | undefined;

  const setQueue = (messages: readonly Message[]): void => {
    queue = messages;
    keep(KEY, messages.length === 0 ? undefined : { token, messages });
  };
  const set = (now: Sending): void => {
    sending = now;
    onChange();
  };
  const run = async (): Promise<void> => {
    for (let failures = 0; queue[0]; ) {
      const [message] = queue;
      if (failures === 0) set('sending');
      const reply = await post('/answer', token, message);
      if (queue[0] !== message) return; // cleared
      if (reply.kind === 'lost') {
        set('trying');
        waiting = pause(waitAfter(failures++, Math.random()));
        await waiting.over;
        waiting = undefined;
        continue;
      }
      failures = 0;
      setQueue(queue.slice(1));
      if (reply.kind === 'taken') onTaken(message, reply.body);
      else onRefused(reply, message);
    }
    set('nothing');
  };
  const add = (message: Message): void => {
    setQueue([...queue, message]);
    if (sending === 'nothing') void run();
    else onChange();
  };
  if (queue.length > 0) void run();

  return {
    sending: () => sending,
    answer: (vote, choices) => {
      setQueue(queue.filter((one, i) => i === 0 || !isOf(one, vote)));
      const last = queue.filter((one) => isOf(one, vote)).pop();
      if (last && isSame(last, choices)) return onChange();
      add({ do: 'answer', ...vote, choices, nonce: randomHex() });
    },
    handIn: () => {
      if (!queue.some((one) => one.do === 'hand-in')) add({ do: 'hand-in' });
    },
    choices: (vote) =>
      new Map(
        queue.flatMap((one) => (one.do === 'answer' && isOf(one, vote) ? [...one.choices] : [])),
      ),
    hurry: () => waiting?.end(),
    clear: () => {
      setQueue([]);
      waiting?.end();
      set('nothing');
    },
  };
}

const isOf = (message: Message, { stop, round }: VotePlace): boolean =>
  message.do === 'answer' && message.stop === stop && message.round === round;

const isSame = (message: Message, choices: readonly ChosenAt[]): boolean =>
  message.do === 'answer' && JSON.stringify(message.choices) === JSON.stringify(choices);

/** What this person had on its way before a reload. A tab with another person's answers leaves them. */
function keptFor(token: string): readonly Message[] {
  const kept = readKept(KEY) as { token?: unknown; messages?: unknown } | undefined;
  return kept?.token === token && Array.isArray(kept.messages) ? kept.messages : [];
}
