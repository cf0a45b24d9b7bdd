import { CONNECTION_WORDS } from '../core/messages/live-room/page.js';

type Why = 'stranger' | 'wrong-code' | 'other';

/** What the room said to a request. */
export type Reply =
  | { readonly kind: 'taken'; readonly body: Readonly<Record<string, unknown>> }
  /** The room does not take it, however often it is sent. */
  | { readonly kind: 'refused'; readonly text: string; readonly why: Why }
  /** The room cannot be reached, or has too much to do. */
  | { readonly kind: 'lost'; readonly text: string };

/** A room that says nothing for so long is not there. */
const LONGEST_WAIT = 10_000;

/** @param token of the person or the host; undefined before joining */
export async function post(route: string, token: string | undefined, body: object): Promise<Reply> {
  const stopped = new AbortController();
  const timer = setTimeout(() => stopped.abort(), LONGEST_WAIT);
  try {
    const response = await fetch(route, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      cache: 'no-store',
      signal: stopped.signal,
    });
    return await replyOf(response);
  } catch {
    return { kind: 'lost', text: CONNECTION_WORDS.notReached };
  } finally {
    clearTimeout(timer);
  }
}

async function replyOf(response: Response): Promise<Reply> {
  const { status, ok } = response;
  const body = await response.json().catch(() => ({}));
  if (ok) return { kind: 'taken', body };
  const text = typeof body.text === 'string' ? body.text : CONNECTION_WORDS.notTaken;
  if (status === 408 || status === 429 || status >= 500) return { kind: 'lost', text };
  return { kind: 'refused', text, why: whyOf(status, body.refused) };
}

function whyOf(status: number, refused: unknown): Why {
  if (status === 401) return 'stranger';
  return refused === 'wrong-code' ? refused : 'other';
}
