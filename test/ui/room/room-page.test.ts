import { describe, expect, test } from 'vitest';
import type { Size } from '../../../src/core/window.js';
import { footerLine } from '../../../src/ui/components/footer.js';
import type { PageItem } from '../../../src/ui/layout/page.js';
import { slideWidth } from '../../../src/ui/layout/window.js';
import { arrangedRoom } from '../../../src/ui/room/arranged.js';
import type { RoomPosition } from '../../../src/ui/room/position.js';
import { hostedGame } from '../../support/hosted-game.js';
import { begun, type LiveGame, liveGame } from '../../support/live-room.js';

const LARGE = { columns: 120, rows: 40 };
const USUAL = { columns: 80, rows: 24 };
const SMALL = { columns: 40, rows: 12 };

type Given = Parameters<typeof hostedGame>[1] & { readonly address?: string };

const textOf = (lines: PageItem['lines']): string =>
  ('make' in lines ? lines.make() : lines)
    .map(({ spans }) => spans.map(({ text }) => text).join(''))
    .join('\n');

/** The rows of a page with what is below it, in a large window. */
function textAt(at: RoomPosition, game: LiveGame, asked: readonly string[] = []): string {
  const room = hostedGame(game);
  room.asked.push(...asked);
  const { before, items, notice } = arrangedRoom(at, room, { size: LARGE, hasBlocks: true }).layout;
  return [textOf(before), ...items.map(({ lines }) => textOf(lines)), textOf(notice)].join('\n');
}

/** The rows in view, and the footer. */
function shown(game: LiveGame, size: Size, { address, ...given }: Given = {}, hasBlocks = true) {
  const room = hostedGame(game, given);
  if (address !== undefined) room.asked.push(address);
  const { page, layout } = arrangedRoom({}, room, { size, hasBlocks });
  return {
    ...page,
    text: textOf(layout.before),
    keys: page.footer.map(({ keys, label }) => `${keys} ${label}`),
    strong: layout.before.flatMap(({ spans }) =>
      spans.filter(({ tone }) => tone === 'strong').map(({ text }) => text),
    ),
  };
}

const QR = /▄▄▄▄▄/;

/** The footer as a usual window shows it. */
const footerOf = (game: LiveGame, given: Given = {}): string =>
  footerLine(shown(game, USUAL, given).footer, slideWidth(USUAL))
    .spans.map(({ text }) => text)
    .join('');

describe('the footer of a live room', () => {
  test.each([{}, { address: '192.0.2.7' }])(
    'offers a minute once the time is over: %o',
    (given) => {
      const game = begun(['Ada'], { minutes: 1 });
      game.wait(60_000);
      expect(game.hostView().phase).toBe('closed');
      expect(footerOf(game, given)).toContain('+ a minute');
      game.host('reveal');
      expect(footerOf(game, given)).toContain('+ a minute');
      game.host('next');
      expect(footerOf(game, given)).toContain('+ a minute');
    },
  );

  test('offers no minute where there was no limit, or nobody who could use it', () => {
    const keys = (game: LiveGame): string => shown(game, LARGE).keys.join();
    const unlimited = begun(['Ada']);
    expect(keys(unlimited)).not.toContain('a minute');
    const own = begun(['Ada'], { pace: 'own', minutes: 1 });
    expect(keys(own)).toContain('a minute');
    own.wait(60_000);
    expect(keys(own)).not.toContain('a minute');
    const ended = begun(['Ada'], { minutes: 1 });
    ended.host('end');
    expect(keys(ended)).not.toContain('a minute');
  });
});

describe('the page of a live room', () => {
  test('shows how to join and who is in, and a QR code once the room is on a network', () => {
    const game = liveGame();
    game.join({ name: 'Ada' });
    game.join({ name: 'Ben' });
    const alone = shown(game, USUAL);
    expect(alone.text).toContain('http://127.0.0.1:4321/7k2m');
    expect(alone.text).toContain(
      'The room is on this computer only. Press a to put it on a network.',
    );
    expect(alone.text).toContain('In: Ada, Ben');
    expect(alone.text).not.toMatch(QR);
    const onNetwork = shown(game, LARGE, { address: '192.0.2.7' });
    expect(onNetwork.text).toMatch(QR);
    expect(onNetwork.text).toContain('http://192.0.2.7:4321/7k2m');
  });

  test('draws no QR code where the terminal has no blocks', () => {
    const { text } = shown(liveGame(), LARGE, { address: '192.0.2.7' }, false);
    expect(text).not.toMatch(QR);
    expect(text).toContain('http://192.0.2.7:4321/7k2m');
  });

  test('gives the question its place before the QR code', () => {
    const game = begun(['Ada']);
    expect(shown(game, LARGE, { address: '192.0.2.7' }).text).toMatch(QR);
    for (const size of [USUAL, SMALL]) {
      const { text, strong } = shown(game, size, { address: '192.0.2.7' });
      expect(text).not.toMatch(QR);
      expect(text).toContain('Question 1 of 9');
      expect(strong).toContain('What about who?');
    }
  });

  test('has no bar and no mark while people vote, and none after the first vote', () => {
    const game = begun(['Ada', 'Ben']);
    game.answer('Ada', ['who', 'spokesman']);
    for (const then of [() => {}, () => game.host('close'), () => game.host('talk', 'vote')]) {
      then();
      expect(shown(game, LARGE).text).not.toMatch(/[█░✓✗]/);
    }
  });

  test('shows the bars of both votes side by side once the second is closed', () => {
    const game = begun(['Ada', 'Ben']);
    game.answer('Ada', ['who', 'spokesman']);
    game.host('close', 'talk', 'vote');
    game.answer('Ada', ['who', 'librarian']);
    game.host('close');
    const { text } = shown(game, LARGE);
    expect(text).toMatch(/first vote {3}█+ {2}1/);
    expect(text).toMatch(/second vote {2}█+ {2}1/);
    expect(text).not.toMatch(/[✓✗]/);
  });

  test('marks the right answer and shows its evidence once it is shown', () => {
    const game = begun(['Ada', 'Ben']);
    game.answer('Ada', ['who', 'spokesman']);
    game.host('close', 'reveal');
    const { text } = shown(game, LARGE);
    expect(text.match(/^\d ✓/gm)).toHaveLength(1);
    expect(text).toContain('▌');
    expect(text).toMatch(/¶1, sentence/);
  });

  test('counts who is in and who has answered, and what is left of the time', () => {
    const game = begun(['Ada', 'Ben'], { minutes: 5 });
    game.answer('Ada', ['who', 'spokesman']);
    game.wait(52_500);
    expect(shown(game, USUAL)).toMatchObject({
      title: 'Room TUESDAY',
      where: '2 in · 1 answered · 4:08 left',
      whereShort: '1 of 2 · 4:08',
    });
    expect(shown(begun(['Ada']), USUAL).where).toBe('1 in · 0 answered');
    const away = { view: () => game.hostView('Ben') };
    expect(shown(game, LARGE, away).where).toBe('1 in · 1 away · 1 answered · 4:08 left');
  });

  test('says that a practice room is one, and that a door is locked', () => {
    const game = liveGame();
    game.host('lock');
    const { title, text } = shown(game, USUAL, { isPractice: true });
    expect(title).toBe('Practice TUESDAY');
    expect(text).toContain('This is practice: the program simulates the people in this room.');
    expect(text).toContain('The door is locked: nobody new can come in.');
  });

  test('offers what can be done now, the next thing first', () => {
    const game = begun(['Ada']);
    expect(shown(game, LARGE).keys.slice(0, 4)).toEqual([
      'enter close the vote',
      't talk, then vote again',
      'v show the answer',
      'a address',
    ]);
    game.host('close');
    expect(shown(game, LARGE).keys.slice(0, 2)).toEqual([
      'enter show the answer',
      't talk, then vote again',
    ]);
    game.host('talk');
    expect(shown(game, LARGE).keys[0]).toBe('enter vote again');
  });

  test('at the end says where the results are, and the command of the report', () => {
    const game = begun(['Ada']);
    game.host('end');
    const { text, keys } = shown(game, SMALL);
    const words = text.replace(/\n/g, ' ');
    expect(words).toContain('1 person took part. The results are in room-2026-11-29.');
    expect(words).toContain('on-the-record workshop report room-2026-11-29');
    expect(keys).toContain('q quit');
  });
});

test('the field for a new name says whose name it is, and so does the question before a removal', () => {
  const game = begun(['Ada', 'Ben']);
  game.join({ name: 'Ada' }, 'other');
  const field = (id: string): string =>
    textAt({ cover: { page: 'people', at: 0, field: { id, typed: 'Zo' } } }, game);
  expect(field('Ben')).toMatch(/New name for Ben:\n\n❯ Zo_/);
  expect(field('Ada')).toMatch(/New name for Ada \(\w+\):/);
  expect(textAt({ asks: { remove: 'Ben' } }, game)).toContain('! Remove Ben?');
});

test('a page about somebody who is removed meanwhile says so, and has no field and no empty name', () => {
  const game = begun(['Ada', 'Ben']);
  game.host({ do: 'remove', id: 'Ada' });
  const cover = { page: 'people', at: 0 } as const;
  const field: RoomPosition = { cover: { ...cover, field: { id: 'Ada', typed: 'Zo' } } };
  expect(textAt(field, game).trim()).toBe('This person is no longer in the room.');
  const room = hostedGame(game);
  const { page } = arrangedRoom(field, room, { size: USUAL, hasBlocks: true });
  expect(page.footer.map(({ keys, label }) => `${keys} ${label}`)).toEqual(['esc close']);
  expect(textAt({ cover, asks: { remove: 'Ada' } }, game)).toContain(
    '! This person is no longer in the room.',
  );
});

test('the question before the end names the key that ends the room, whatever key was pressed', () => {
  expect(textAt({ asks: 'end' }, begun(['Ada']))).toContain(
    'Press e to end it, or Esc to keep it open.',
  );
});

test('news has another mark than a problem, and hides none', () => {
  const game = begun(['Ada']);
  const news = "This room was opened at 10:02 and hasn't ended.";
  expect(textAt({ news }, game)).toContain(`• ${news}`);
  expect(textAt({ news, notice: 'No vote is open.' }, game)).toContain(
    `! No vote is open.\n• ${news}`,
  );
});

test('the page of the address says where the room is', () => {
  const at: RoomPosition = { cover: { page: 'address', at: 0 } };
  expect(textAt(at, liveGame())).not.toContain('the room is here');
  const text = textAt(at, liveGame(), ['198.51.100.4']);
  expect(text).toMatch(/^1 {2}192\.0\.2\.7 \(wlan0\)$/m);
  expect(text).toMatch(/^2 {2}198\.51\.100\.4 \(eth0\) · the room is here$/m);
});
