import { randomHex } from './random.js';

/** What the tab keeps: who this is, in its address, and answers on their way, in its storage. Either can be switched off. */

/** @returns undefined if nothing is kept, or the browser keeps nothing for this page */
export function readKept(key: string): unknown {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param value undefined to forget it */
export function keep(key: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The browser keeps nothing: the address still has the token.
  }
}

const JOIN = 'join';

/** The nonce of this tab's next join, until the room's reply has come: also after a reload, it is the same person's. */
export function joinNonce(): string {
  const kept = readKept(JOIN);
  const nonce = typeof kept === 'string' ? kept : randomHex();
  keep(JOIN, nonce);
  return nonce;
}

const DRAFTS = 'drafts';

type Drafts = ReadonlyMap<string, string>;

/** Keeps the choices of final answers that this person has not sent. */
export const keepDrafts = (token: string, drafts: Drafts): void =>
  keep(DRAFTS, drafts.size === 0 ? undefined : { token, drafts: [...drafts] });

export function keptDrafts(token: string): Drafts {
  const kept = readKept(DRAFTS) as { token?: unknown; drafts?: unknown } | undefined;
  const isMine = kept?.token === token && Array.isArray(kept.drafts);
  return new Map(isMine ? (kept.drafts as [string, string][]) : []);
}

const TOKEN = 'token';

const inAddress = (): string | undefined => /^#t=(\w+)$/.exec(location.hash)?.[1];

/** The token of the address, or that of this tab before a reload. */
export function readToken(): string | undefined {
  const kept = readKept(TOKEN);
  return inAddress() ?? (typeof kept === 'string' ? kept : undefined);
}

/** The address changes without a new entry in the history: the button for back leaves the room. */
export function keepToken(token: string | undefined): void {
  keep(TOKEN, token);
  keep(JOIN, undefined);
  const { pathname, search } = location;
  history.replaceState(null, '', `${pathname}${search}${token === undefined ? '' : `#t=${token}`}`);
}
