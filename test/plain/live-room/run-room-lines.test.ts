import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { allAnsweredText } from '../../../src/core/messages/live-room/host-lines.js';
import { haveAllAnswered, presenceIn } from '../../../src/core/views/live-room/host/connected.js';
import { lineStreams } from '../../../src/plain/line-streams.js';
import { runRoomLines } from '../../../src/plain/live-room/run-room-lines.js';
import { hostedGame } from '../../support/hosted-game.js';
import { begun, liveGame } from '../../support/live-room.js';
import { capturedOutput } from '../../support/plain-session.js';

/** With this offset, it is 10:02 at the beginning. */
const OFFSET = (() => {
  const beginning = new Date(liveGame().now());
  return 10 * 60 + 2 - (beginning.getUTCHours() * 60 + beginning.getUTCMinutes());
})();

/** A room in lines. `type` resolves once the line has been answered. */
function roomInLines(
  given: Parameters<typeof liveGame>[0] = {},
  hosted: Parameters<typeof hostedGame>[1] = {},
) {
  const game = liveGame(given);
  const room = hostedGame(game, hosted);
  const [input, output] = [new PassThrough(), capturedOutput()];
  const done = runRoomLines({
    ...{ room, streams: lineStreams(input, output.output) },
    clock: () => ({ now: game.now(), offset: OFFSET }),
    ...{ width: () => 72, ascii: false },
  });
  const said = async (words: string): Promise<void> => {
    const isSaid = (): boolean => output.text().replace(/\s+/g, ' ').includes(words);
    while (!isSaid()) await new Promise(setImmediate);
  };
  return {
    ...{ game, room, done, said, text: output.text },
    type: (...lines: readonly string[]) => input.write(`${lines.join('\n')}\n`),
    end: () => input.end(),
    join: (name: string) => {
      game.join({ name });
      room.tell();
    },
    answer: (name: string, choice: string) => {
      game.answer(name, ['who', choice]);
      room.tell();
    },
  };
}

describe('a room in lines', () => {
  test('begins with the address, the code and what to type', async () => {
    const { said, type, done, text } = roomInLines();
    await said('help shows all commands');
    expect(text()).toContain('Room TUESDAY');
    expect(text()).toContain('http://127.0.0.1:4321/7k2m');
    expect(text()).toContain(
      'on-the-record workshop join TUESDAY --room http://127.0.0.1:4321/7k2m',
    );
    expect(text()).toContain('Type: begin, end.');
    type('quit');
    await done;
  });

  test('says that the room goes on, and how to get a new one', async () => {
    const goesOn = "This room was opened at 09:14 and hasn't ended.";
    const { said, type, done } = roomInLines({}, { goesOn });
    await said(
      `${goesOn} For a new room, end this one first, or choose another folder with --dir.`,
    );
    type('quit');
    await done;
  });

  test('prints one line for each event, and none for each answer', async () => {
    const { join, answer, type, said, text, done } = roomInLines({ minutes: 5 });
    join('Ada');
    join('Ben');
    type('begin');
    await said('Question 1 of 9. The vote is open.');
    answer('Ada', 'spokesman');
    answer('Ben', 'spokesman');
    await said('All 2 have answered.');
    type('close', 'minute', 'minute ada', 'lock', 'rename Ada to Zoe', 'remove Ben', 'end');
    await said('The room has ended. 1 person took part.');
    expect(text().match(/^10:02 .*$/gm)).toEqual([
      '10:02 Ada joined (1 in).',
      '10:02 Ben joined (2 in).',
      '10:02 The exercise has begun.',
      '10:02 All 2 have answered.',
      '10:02 2 of 2 answered. The vote is closed. Most people chose the same',
      '10:02 1 more minute for everyone.',
      '10:02 1 more minute for Ada.',
      '10:02 The door is locked: nobody new can come in.',
      '10:02 Renamed: Zoe.',
      '10:02 Ben was removed (1 in).',
    ]);
    expect(text()).toContain('on-the-record workshop report room-2026-11-29');
    type('quit');
    await done;
  });

  test('shows the question, and the answer with counts and evidence only once it is shown', async () => {
    const { join, answer, type, said, text, done } = roomInLines();
    join('Ada');
    type('begin');
    await said('Type: close');
    expect(text()).toContain('What about who?');
    answer('Ada', 'spokesman');
    type('close');
    await said('Type: reveal');
    expect(text()).not.toMatch(/[✓✗]/);
    type('reveal');
    await said('The right answer is shown.');
    await said('Type: next');
    expect(text().match(/^\d\. ✓ .*: \d$/gm)).toHaveLength(1);
    expect(text()).toMatch(/¶1, sentence/);
    type('quit');
    await done;
  });

  test('says that all have answered once everyone who is connected has', () => {
    const game = begun(['Ada', 'Ben']);
    const here = (...ids: string[]) => haveAllAnswered(game.hostView(...ids));
    expect(here('Ada', 'Ben')).toBe(false);
    game.answer('Ada', ['who', 'spokesman']);
    expect([here('Ada', 'Ben'), here('Ada'), here()]).toEqual([false, true, false]);
    const presence = presenceIn(game.hostView('Ada'));
    expect(allAnsweredText(presence)).toBe('The one person here has answered (1 away).');
  });

  test('refuses what does not fit the moment, and goes on', async () => {
    const { type, said, done } = roomInLines();
    type('talk', 'reveal', 'minute', 'next');
    await said('People can talk only once about each question');
    await said('There is no answer to show now.');
    await said('This room has no time limit.');
    await said('There is no next question now.');
    type('quit');
    await done;
  });

  test.each(['begin', 'talk', 'next', 'minute', 'lock', 'end'])(
    'says after the end of the room that it has ended: %s',
    async (typed) => {
      const { type, said, text, done } = roomInLines();
      type('end');
      await said('on-the-record workshop report');
      const before = text();
      type(typed, 'quit');
      await done;
      expect(text().slice(before.length).trim()).toBe('The room has ended.');
    },
  );

  test('lists the networks, and goes to the one that is chosen', async () => {
    const { type, said, room, done } = roomInLines();
    type('address');
    await said('1. 192.0.2.7 (wlan0)');
    await said('Names and answers travel unencrypted on this network');
    await said('whoever has it leads the room. http://127.0.0.1:4321/7k2m#t=0123');
    type('address 3', 'address 1');
    await said("There is no address '3' here");
    await said('http://192.0.2.7:4321/7k2m');
    expect(room.asked).toEqual(['192.0.2.7']);
    type('address');
    await said('1. 192.0.2.7 (wlan0) · the room is here 2. 198.51.100.4 (eth0)');
    type('quit');
    await done;
  });

  test('goes on after the end of its input, until the room has ended', async () => {
    const { end, said, room, done } = roomInLines();
    end();
    await said('The input has ended.');
    room.command({ do: 'end' });
    await done;
  });

  test('reads no more of an input that means nothing', async () => {
    const { type, said, room, done } = roomInLines();
    type(...Array.from({ length: 100 }, () => 'lorem'), 'end');
    await said('ignores everything that you type.');
    expect(room.view().phase).toBe('lobby');
    room.command({ do: 'end' });
    await done;
  });
});

test('with the pace of each person, a room in lines says who has handed in', async () => {
  const { join, game, room, type, said, done } = roomInLines({ pace: 'own', minutes: 5 });
  join('Ada');
  join('Ben');
  type('begin');
  await said('Everyone works at their own pace. Type: minute, end.');
  game.send('Ada', { do: 'hand-in' });
  room.tell();
  await said('Handed in: Ada (1 of 2).');
  game.wait(300_000);
  room.tell();
  await said('The time is over for Ben (2 of 2).');
  type('minute');
  await said('Everyone has handed in and can see the answers, so nobody gets more time.');
  type('quit');
  await done;
});
