/** Where a room is: the beginning of its address, such as `http://192.0.2.7:4321`, without a path. */
export type RoomAddress = { readonly origin: string };

/** The characters at the end of an address, which browsers need and terminals do not. */
const DOOR = /^\/[0-9A-Za-z]{0,32}$/;

/**
 * The room at an address as the host shows it, with or without `http://` and the characters at its end.
 * @returns undefined if the text is no such address
 */
export function readRoomAddress(typed: string): RoomAddress | undefined {
  const text = typed.trim();
  const url = urlIn(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (url?.protocol !== 'http:' || url.hostname === '') return undefined;
  const isBare = url.username === '' && url.password === '' && url.search === '';
  return isBare && DOOR.test(url.pathname) ? { origin: url.origin } : undefined;
}

function urlIn(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
