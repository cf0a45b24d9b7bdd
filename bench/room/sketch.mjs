// The least that a room can do: state by server-sent events, answers by POST. It keeps nothing and checks nothing.
import { randomBytes } from 'node:crypto';
import http from 'node:http';

const choices = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Choice ${id}` }));
const people = new Map();
const host = randomBytes(16).toString('hex');
const state = { phase: 'lobby', stop: -1 };

const view = () =>
  JSON.stringify({
    phase: state.phase,
    stops: [{ stop: state.stop, round: 1, rows: [{ check: `q${state.stop}`, choices }] }],
  });

const PHASES = { begin: 'open', next: 'open', close: 'closed', reveal: 'revealed' };

const tellAll = () => {
  const message = `data: ${view()}\n\n`;
  for (const { stream } of people.values()) stream?.write(message);
};

const ROUTES = {
  '/join': () => {
    const token = randomBytes(16).toString('hex');
    people.set(token, { answers: new Map() });
    return { token };
  },
  '/answer': ({ stop, choices }, token) => {
    people.get(token).answers.set(stop, choices);
    return { saved: true };
  },
  '/host': ({ do: name }) => {
    state.phase = PHASES[name];
    if (state.phase === 'open') state.stop += 1;
    tellAll();
    return {};
  },
};

const server = http.createServer((request, answer) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (pathname === '/events') {
    answer.writeHead(200, { 'content-type': 'text/event-stream' });
    people.get(searchParams.get('token')).stream = answer;
    answer.write(`data: ${view()}\n\n`);
    return;
  }
  let text = '';
  request.on('data', (part) => {
    text += part;
  });
  request.on('end', () => {
    const token = request.headers.authorization?.slice('Bearer '.length);
    answer.writeHead(200, { 'content-type': 'application/json' });
    answer.end(JSON.stringify(ROUTES[pathname](JSON.parse(text), token)));
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/door#t=${host}`);
});
