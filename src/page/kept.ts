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
  const { pathname, search } = location;
  history.replaceState(null, '', `${pathname}${search}${token === undefined ? '' : `#t=${token}`}`);
}
