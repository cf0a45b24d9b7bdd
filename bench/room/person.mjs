import http from 'node:http';

/** Each person's POSTs go over connections that stay open, as a browser's do. */
const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** @returns status, parsed body, and how long it took in milliseconds */
export function post(url, path, body, token) {
  const text = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(
      new URL(path, url),
      { method: 'POST', agent, headers },
      (answer) => {
        let read = '';
        answer.setEncoding('utf8');
        answer.on('data', (part) => {
          read += part;
        });
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            body: read === '' ? undefined : JSON.parse(read),
            took: performance.now() - began,
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(text);
  });
}

/**
 * Follows somebody's snapshots.
 * @param onView is called with each snapshot
 * @param onLost is called once if the connection ends before `close`
 * @returns how to close the connection
 */
export function follow(url, token, onView, onLost = () => {}) {
  let isClosed = false;
  const lost = () => {
    if (!isClosed) onLost();
    isClosed = true;
  };
  const request = http.get(new URL(`/events?token=${token}`, url), { agent: false }, (answer) => {
    let rest = '';
    answer.setEncoding('utf8');
    answer.on('data', (part) => {
      const messages = (rest + part).split('\n\n');
      rest = messages.pop();
      for (const message of messages) viewsIn(message).forEach(onView);
    });
    answer.on('end', lost);
    answer.on('error', lost);
  });
  request.on('error', lost);
  return () => {
    isClosed = true;
    request.destroy();
  };
}

/** A ping has another event name, and is no snapshot. */
function viewsIn(message) {
  const lines = message.split('\n');
  if (lines.some((line) => line.startsWith('event:'))) return [];
  const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trim());
  return data.length === 0 ? [] : [JSON.parse(data.join('\n'))];
}
