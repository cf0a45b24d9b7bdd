import { waitAfter } from '../core/wait-after.js';
import { pause, type TabPause } from './pause.js';

export type Followed = {
  /** A complete snapshot. */
  readonly onView: (view: unknown) => void;
  readonly onConnection: (isOpen: boolean) => void;
  /** The room does not know the token. */
  readonly onGone: () => void;
  /** Whether the room has ended: a connection that is lost after that is not made again. */
  readonly isOver: () => boolean;
};

export type Connection = {
  /** Connects again at once if nothing was heard for so long, in milliseconds. */
  readonly check: (silence: number) => void;
  readonly stop: () => void;
};

/** Until the room answers. */
const LONGEST_OPENING = 6_000;

/**
 * Follows the room's events and connects again whenever it must. With `fetch`: an EventSource does not say why the room
 * refused it, and waits too long before it tries again.
 */
export function follow(token: string, listener: Followed): Connection {
  let attempt = new AbortController();
  let waiting: TabPause | undefined;
  let heard = Date.now();
  let isStopped = false;

  const onHeard = (): void => {
    heard = Date.now();
  };
  const run = async (): Promise<void> => {
    for (let failed = 0; !isStopped; ) {
      attempt = new AbortController();
      onHeard();
      const outcome = await listen(token, attempt, listener, onHeard);
      if (isStopped) return;
      if (outcome === 'gone') return listener.onGone();
      if (listener.isOver()) return;
      failed = outcome === 'ended' ? 1 : failed + 1;
      if (failed > 1) listener.onConnection(false);
      waiting = pause(waitAfter(failed - 1, Math.random()));
      await waiting.over;
      waiting = undefined;
    }
  };
  void run();
  return {
    check: (silence) => {
      if (waiting) waiting.end();
      else if (Date.now() - heard > silence) attempt.abort();
    },
    stop: () => {
      isStopped = true;
      waiting?.end();
      attempt.abort();
    },
  };
}

/** Resolves when the connection is over, or was never there. */
async function listen(
  token: string,
  attempt: AbortController,
  { onView, onConnection }: Followed,
  onHeard: () => void,
): Promise<'ended' | 'failed' | 'gone'> {
  const timer = setTimeout(() => attempt.abort(), LONGEST_OPENING);
  let isOpen = false;
  try {
    const response = await fetch(`/events?token=${encodeURIComponent(token)}`, {
      headers: { accept: 'text/event-stream' },
      cache: 'no-store',
      signal: attempt.signal,
    });
    clearTimeout(timer);
    if (response.status === 401) return 'gone';
    if (!response.ok || !response.body) return 'failed';
    const reader = response.body.getReader();
    const read = eventReader(onView);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      onHeard();
      if (!isOpen) onConnection(true);
      isOpen = true;
      read(value);
    }
  } catch {
    // The connection broke, or was given up.
  } finally {
    clearTimeout(timer);
  }
  return isOpen ? 'ended' : 'failed';
}

/** Reads server-sent events from pieces that can end anywhere. Those with a name, such as `ping`, carry nothing. */
function eventReader(onData: (data: unknown) => void): (piece: Uint8Array) => void {
  const decoder = new TextDecoder();
  let unread = '';
  return (piece) => {
    const events = (unread + decoder.decode(piece, { stream: true })).split('\n\n');
    unread = events.pop() ?? '';
    for (const event of events) {
      const lines = event.split('\n');
      const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5));
      if (data.length > 0 && !lines.some((line) => line.startsWith('event:')))
        onData(JSON.parse(data.join('\n')));
    }
  };
}
