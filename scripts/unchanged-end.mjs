/**
 * How much of a row of the screen may stay at its end, when it is drawn anew.
 * @param previous the row as it stands, with the codes of its colours (SGR); each character is one column wide
 * @param next the row to come, of as many columns
 * @returns code units at the end of `next` that stand there already, from a place on where neither row has a style open
 */
export function unchangedEnd(previous, next) {
  // The only control that such a row has is the one that begins a code.
  const codes = /\p{Cc}\[([\d;]*)m/gu;
  const beginning = /\p{Cc}\[?[\d;]*$/u;
  const isUnstyled = (text) => {
    if (beginning.test(text)) return false; // amid a code
    const open = new Set();
    for (const [, code] of text.matchAll(codes)) {
      if (code === '22' || code === '39') open.delete(code);
      else if (code === '1' || code === '2') open.add('22');
      else if (/^[39][0-7]$/.test(code)) open.add('39');
      else return false; // nothing that is drawn here
    }
    return open.size === 0;
  };
  const longest = Math.min(previous.length, next.length);
  let same = 0;
  while (same < longest && previous.at(-1 - same) === next.at(-1 - same)) same += 1;
  const end = next.slice(next.length - same);
  const places = [0, ...[...end.matchAll(codes)].map(({ 0: code, index }) => index + code.length)];
  const place = places.find(
    (at) =>
      isUnstyled(previous.slice(0, previous.length - same + at)) &&
      isUnstyled(next.slice(0, next.length - same + at)),
  );
  return place === undefined ? 0 : same - place;
}
