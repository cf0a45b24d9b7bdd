import { expect, test } from 'vitest';
import { typedCommand } from '../../../src/plain/live-room/typed-command.js';
import { begun } from '../../support/live-room.js';

const game = begun(['Ada', 'Ben']);
game.join({ name: 'Kim' }, '7K2M00000001');
game.join({ name: 'KIM' }, '9QWE00000002');
const view = game.hostView();

const typed = (line: string) => typedCommand(line, view);

test.each([
  ['close', ['close']],
  ['  CLOSE ', ['close']],
  ['talk', ['close', 'talk']],
  ['t', ['close', 'talk']],
  ['v', ['close', 'reveal']],
  ['n', ['next']],
  ['back', ['back']],
  ['+', ['minute']],
  ['minute', ['minute']],
  ['l', ['lock']],
  ['lock', ['lock']],
  ['unlock', ['unlock']],
  ['end', ['end']],
])('%s is for %j', (line, commands) => {
  expect(typed(line)).toEqual({ do: 'room', commands: commands.map((one) => ({ do: one })) });
});

test.each([
  ['minute ada', { do: 'minute', id: 'Ada' }],
  ['remove Ben', { do: 'remove', id: 'Ben' }],
  ['x ben', { do: 'remove', id: 'Ben' }],
  ['rename Ada to Ada B. to C', { do: 'rename', id: 'Ada', name: 'Ada B. to C' }],
  ['minute 7k2m', { do: 'minute', id: '7K2M00000001' }],
])('%s is about one person', (line, command) => {
  expect(typed(line)).toEqual({ do: 'room', commands: [command] });
});

test.each([
  ['people', { do: 'people' }],
  ['p', { do: 'people' }],
  ['question', { do: 'question' }],
  ['?', { do: 'help' }],
  ['q', { do: 'quit' }],
  ['address', { do: 'address', which: '' }],
  ['address 2', { do: 'address', which: '2' }],
  ['', { do: 'nothing' }],
  ['  \u200b ', { do: 'nothing' }],
])('%j is %j', (line, expected) => {
  expect(typed(line)).toEqual(expected);
});

test.each([
  ['clsoe', "There is no command 'clsoe': did you mean 'close'? help shows all commands."],
  ['hello', "There is no command 'hello': help shows all commands."],
  ['minute Zoe', "Nobody in the room is called 'Zoe': 'people' shows the names."],
  [
    'remove kim',
    "2 people are called 'kim': type the characters in brackets instead (Kim (7K2M), KIM (9QWE)).",
  ],
  ['remove', "Say who: type remove NAME. 'people' shows the names."],
  ['rename Ada', 'Type: rename NAME to NEW NAME'],
])('%s is refused in one line', (line, why) => {
  expect(typed(line)).toMatchObject({ do: 'refused', why });
});

test('nothing of a long line or of its codes comes back', () => {
  const refused = typed(`\u001b[2J${'x'.repeat(900)}`);
  expect(JSON.stringify(refused).length).toBeLessThan(150);
  expect(JSON.stringify(refused)).not.toContain('u001b');
});
