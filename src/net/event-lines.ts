/** An event of a stream of server-sent events. */
export type ServerEvent = { readonly name: string; readonly data: string };

/**
 * Reads a stream of server-sent events (HTML Living Standard, 9.2) part by part.
 * @param largest the most characters of one event
 * @param take called for each event with data
 * @returns takes the next part; throws an Error if an event is too long
 */
export function eventReader(
  largest: number,
  take: (event: ServerEvent) => void,
): (part: string) => void {
  let rest: string[] = [];
  let restSize = 0;
  let name = '';
  let data: string[] = [];
  let size = 0;
  const takeLine = (line: string): void => {
    if (line === '') {
      if (data.length > 0) take({ name: name === '' ? 'message' : name, data: data.join('\n') });
      [name, data, size] = ['', [], 0];
      return;
    }
    size += line.length;
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'data') data.push(value);
    if (field === 'event') name = value;
  };
  return (part) => {
    rest.push(part);
    restSize += part.length;
    if (part.includes('\n')) {
      const lines = rest.join('').split('\n');
      const last = lines.pop() ?? '';
      for (const line of lines) takeLine(line.endsWith('\r') ? line.slice(0, -1) : line);
      [rest, restSize] = [[last], last.length];
    }
    if (restSize + size > largest) throw new Error('an event is too long');
  };
}
