import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJoin, readMessage } from '../../../src/core/live-room/message.js';
import { anyJson } from '../../support/any-json.js';

const answer = { do: 'answer', stop: 0, round: 1, choices: [['who', 'reader']], nonce: 'n' };

test('the three messages are read', () => {
  const messages = [answer, { do: 'hand-in' }, { do: 'alone', choices: [] }];
  expect(messages.map(readMessage)).toEqual(messages);
});

test('anything else is no message', () => {
  const others = [
    { ...answer, stop: '0' },
    { ...answer, stop: 0.5 },
    { ...answer, round: null },
    { ...answer, choices: [['who']] },
    { ...answer, choices: [['who', 'reader', 'x']] },
    { ...answer, choices: [['who', 1]] },
    { ...answer, choices: 'who' },
    { ...answer, choices: Array.from({ length: 501 }, () => ['who', 'reader']) },
    { ...answer, nonce: '' },
    { ...answer, nonce: 'n'.repeat(65) },
    { do: 'alone' },
    { do: 'constructor' },
    { do: ['answer'] },
    [answer],
    null,
    'answer',
  ];
  expect(others.map(readMessage)).toEqual(others.map(() => undefined));
});

test('a long code and a long name are cut', () => {
  const join = readJoin({ code: 'C'.repeat(9_999), name: 'N'.repeat(9_999), wayIn: 'browser' });
  expect([join?.code.length, join?.name.length]).toEqual([256, 256]);
});

test('a join needs a code, a name and a way in; its id is that of a person', () => {
  const join = { code: '7k2m', name: '', wayIn: 'terminal' };
  expect(readJoin(join)).toEqual(join);
  expect(readJoin({ ...join, id: '0Q5TR4J44J6E' })?.id).toBe('0Q5TR4J44J6E');
  const others = [
    { ...join, code: '' },
    { ...join, name: 7 },
    { ...join, wayIn: 'host' },
    { ...join, id: '../../etc' },
    { ...join, id: '0q5tr4j44j6e' },
    null,
    [],
  ];
  expect(others.map(readJoin)).toEqual(others.map(() => undefined));
});

test('no value from outside makes the readers fail', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(() => [readMessage(value), readJoin(value)]).not.toThrow();
    }),
  );
});
