import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import type { Size } from '../../../src/core/window.js';
import { footerLine } from '../../../src/ui/components/footer.js';
import { lineWidth } from '../../../src/ui/layout/line.js';
import { slideWidth } from '../../../src/ui/layout/window.js';
import { arranged } from '../../../src/ui/slides/page-at.js';
import { afterKey, FIRST, type Position } from '../../../src/ui/slides/position.js';
import type { SlideShow } from '../../../src/ui/slides/slide.js';
import { showOf } from '../../support/slides.js';

/** A room that answered all ten questions, and one whose exercise has nine. */
const ten = showOf();
const show: SlideShow = {
  ...ten,
  slides: ten.slides
    .filter(({ report }) => report.number < 10)
    .map((slide) => ({ ...slide, questions: 9 })),
};
const LAPTOP: Size = { columns: 80, rows: 24 };
const PROJECTOR: Size = { columns: 120, rows: 36 };

const SPECIAL = ['return', 'escape', 'leftArrow', 'pageUp', 'pageDown', 'backspace'] as const;

/** A key by its name in Ink, or the character that it types. */
const keyOf = (name: string): [input: string, key: Key] =>
  (SPECIAL as readonly string[]).includes(name)
    ? ['', { [name]: true } as unknown as Key]
    : [name, {} as Key];

/** Where each of these keys leads, beginning on the first slide; undefined from the key on that leaves the slides. */
function way(keys: readonly string[], size = PROJECTOR, of = show): (Position | undefined)[] {
  const places: (Position | undefined)[] = [FIRST];
  for (const name of keys) {
    const at = places.at(-1);
    const context = at && { ...arranged(at, of, size), slides: of.slides };
    places.push(context && afterKey(at, ...keyOf(name), context));
  }
  return places;
}

const after = (keys: readonly string[], size = PROJECTOR, of = show): Position | undefined =>
  way(keys, size, of).at(-1);

type Seen = { readonly title: string; readonly text: string; readonly footer: string };

/** What is in view after these keys. */
function seen(keys: readonly string[], size = PROJECTOR, of: SlideShow = show): Seen {
  const at = after(keys, size, of);
  if (!at) throw new Error(`${keys.join(' ')} leaves the slides`);
  const { page, layout } = arranged(at, of, size);
  const texts = [...layout.before, ...layout.notice].map(({ spans }) =>
    spans.map(({ text }) => text).join(''),
  );
  const footer = footerLine(page.footer, slideWidth(size)).spans.map(({ text }) => text);
  return { title: page.title, text: texts.join('\n'), footer: footer.join('') };
}

const titleAfter = (keys: readonly string[], of: SlideShow): string =>
  seen(keys, PROJECTOR, of).title.replace(/ ·.*/, '');

const numbers = show.slides.map(({ report }) => report.number);
const [first = 0, second = 0] = numbers;
const last = show.slides.length - 1;
const toEnd = show.slides.flatMap(() => [' ', ' ']);

describe('the order of the slides', () => {
  const shares = (numbered: readonly number[]) =>
    numbered.map((number) => ten.slides.find(({ report }) => report.number === number)?.report.p);

  test('begins with the questions to talk about, then the others by their number', () => {
    const all = ten.slides.map(({ report }) => report.number);
    const others = all.slice(3);
    expect(others).toEqual([...others].sort((a, b) => a - b));
    expect(all.slice(0, 3)).not.toEqual([1, 2, 3]);
    expect(Math.max(...(shares(all.slice(0, 3)) as number[]))).toBeLessThanOrEqual(
      Math.min(...(shares(others) as number[])),
    );
    expect([...all].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(ten.slides.map(({ order }) => order)).toEqual([
      ...[1, 2, 3].map((place) => `to talk about: ${place} of 3`),
      ...[1, 2, 3, 4, 5, 6, 7].map((place) => `the others: ${place} of 7`),
    ]);
  });

  test('names no group if the room was right everywhere', () => {
    const { slides, habit } = showOf(-100);
    expect([slides[0]?.order, slides.at(-1)?.order, habit]).toEqual([
      '1 of 10',
      '10 of 10',
      undefined,
    ]);
  });
});

describe('a number', () => {
  test('goes to the question of this number in the exercise, without its answer', () => {
    const to = seen([' ', `${second}`]);
    expect(to.title).toBe(`Question ${second} of 9 · 5 answers`);
    expect(to.text).not.toMatch(/[✓✗]/);
    expect(after(['r', `${second}`])?.cover).toBeUndefined();
    // Some people press Enter after any number.
    expect(after([`${second}`, 'return'])).toMatchObject({ index: 1, isRevealed: false });
    for (const keys of [[' '], ['return', 'return']])
      expect(after([`${second}`, ...keys])).toMatchObject({ index: 1, isRevealed: true });
  });

  test('says so if there is no such question, until the next key', () => {
    const text = 'There is no question 0: the exercise has 9 questions.';
    expect(seen(['0']).text).toContain(text);
    expect(seen(['0', 'x']).text).not.toContain(text);
  });

  test('waits for a second digit or Enter if both numbers exist, and shows what is typed', () => {
    const { text, footer } = seen(['1'], PROJECTOR, ten);
    expect(text).toContain('Go to question 1_');
    expect(footer).toBe('enter go there   esc cancel');
    const to = (...keys: string[]) => titleAfter(keys, ten);
    expect([to('1', 'return'), to('1', ' ')]).toEqual(['Question 1 of 10', 'Question 1 of 10']);
    expect([to('2'), to('1', '0')]).toEqual(['Question 2 of 10', 'Question 10 of 10']);
    for (const key of ['escape', 'backspace'])
      expect(after(['1', key], PROJECTOR, ten)).toEqual(FIRST);
  });

  test('ignores a second digit that makes no number of a question', () => {
    const [jumped, again] = way(['2', '0'], PROJECTOR, ten).slice(1);
    expect(again).toEqual(jumped);
    expect(seen(['2', '0'], PROJECTOR, ten).text).not.toContain('There is no question');
    expect(after(['2', '0', 'return'], PROJECTOR, ten)?.isRevealed).toBe(false);
    expect(after(['1', '5'], PROJECTOR, ten)?.typed).toBe('1');
    expect(titleAfter(['1', '5', '0'], ten)).toBe('Question 10 of 10');
  });

  test('says so if nobody answered the question', () => {
    const without = { ...ten, slides: ten.slides.filter(({ report }) => report.number !== 10) };
    expect(seen(['1', '0'], PROJECTOR, without).text).toContain(
      'Nobody answered question 10, so it has no slide.',
    );
  });
});

describe('r', () => {
  test('shows the retelling with its heading and paragraph, and the same key or Esc goes back', () => {
    const { text, title } = seen(['r']);
    expect(title).toBe(`Question ${first} of 9`);
    expect(text).toMatch(/^Retold, not quoted · ¶\d · /);
    for (const key of ['r', 'escape', 'leftArrow']) expect(after(['r', key])).toEqual(FIRST);
  });

  test('marks the evidence only when the answer is shown', () => {
    for (const number of numbers) {
      const before = seen([`${number}`, 'r']).text;
      expect(before).not.toMatch(/[▌✓✗]/);
      const revealed = seen([`${number}`, ' ', 'r']).text;
      expect(revealed).toContain('▌');
      const words = (text: string) => text.replaceAll('▌', '').split(/\s+/).join(' ');
      expect(words(revealed)).toBe(words(before));
    }
  });

  test('scrolls a long passage without leaving it', () => {
    const small = { columns: 40, rows: 12 };
    const keys = ['r', ...' '.repeat(50)];
    const at = after(keys, small);
    expect(at?.cover).toEqual({ page: 'passage', scroll: expect.any(Number) });
    expect(at?.cover?.scroll).toBe(arranged(at ?? FIRST, show, small).layout.lastOffset);
    expect(at?.index).toBe(0);
  });
});

describe('after the last question', () => {
  test('a page says what to do, and only q and Esc leave it', () => {
    const { text } = seen([...toEnd, ' ', 'return', 'pageDown', 'r']);
    expect(text).toContain('That was the last question.');
    expect(text).toMatch(/^Remember to ask: \w.*\?$/m);
    expect(text).toContain('Each person names one thing to look for in the next news story.');
    expect(after([...toEnd, 'leftArrow'])).toMatchObject({ index: last, isRevealed: true });
    expect(after([...toEnd, `${first}`])).toMatchObject(FIRST);
    for (const key of ['q', 'escape']) expect(after([...toEnd, key])).toBeUndefined();
  });
});

test('back goes through the same pages as forward', () => {
  const there = way(toEnd);
  const backAgain = way([...toEnd, ...toEnd.map(() => 'pageUp')]).slice(toEnd.length);
  expect(backAgain).toEqual(there.toReversed());
});

test('at 80 columns each footer has help, the numbers of the questions and how to leave', () => {
  const laptop = { columns: 80, rows: 24 };
  const twenty = { ...ten, slides: ten.slides.map((slide) => ({ ...slide, questions: 20 })) };
  const toLast = ten.slides.slice(1).flatMap(() => [' ', ' ']);
  const pages = [[], [' '], [' ', ' '], toLast, [...toLast, ' '], ['r'], [...toLast, ' ', 'r']];
  for (const keys of [...pages, [...toLast, ' ', ' ']]) {
    const { footer } = seen(keys, { columns: 300, rows: 200 }, twenty);
    expect(footer).toContain('? help'); // The way to the page in view.
    const { page } = arranged(
      after(keys, { columns: 300, rows: 200 }, twenty) ?? FIRST,
      twenty,
      laptop,
    );
    const narrow = footerLine(page.footer, slideWidth(laptop))
      .spans.map(({ text }) => text)
      .join('');
    for (const key of ['? help', '1-20 question', 'q quit']) expect(narrow).toContain(key);
  }
});

test('each key in a footer does something, and help lists it', () => {
  const listed: Readonly<Record<string, string>> = {
    enter: 'return',
    esc: 'escape',
    '←': 'leftArrow',
    space: ' ',
  };
  for (const keys of [[], [' '], [' ', ' '], ['r'], ['?'], toEnd]) {
    const from = after(keys);
    const names = seen(keys)
      .footer.split('   ')
      .map((text) => text.split(' ')[0] ?? '');
    expect(names).toContain('q');
    for (const name of names.filter((one) => !/^(↑↓|1-9|space)$/.test(one)))
      expect(after([...keys, listed[name] ?? name]), `${keys} ${name}`).not.toEqual(from);
  }
  for (const key of ['space', '←', 'r ', '1-9', '↑', 'q']) expect(seen(['?']).text).toContain(key);
});

test('a slide takes the columns and rows of its window, and a laptop’s window looks as it did', () => {
  for (const [columns, rows, widest] of [
    [80, 24, 72],
    [120, 36, 116],
    [200, 50, 196],
  ] as const) {
    const { layout } = arranged(after([' ']) ?? FIRST, show, { columns, rows });
    const bars = layout.before.filter(({ spans }) => /[█░]/.test(spans[1]?.text ?? ''));
    expect(Math.max(...bars.map(lineWidth))).toBe(widest);
    expect(layout.height).toBe(rows - 1);
    expect(bars.length).toBe((columns > 80 ? 2 : 1) * (show.slides[0]?.report.choices.length ?? 0));
  }
  expect(arranged(FIRST, show, LAPTOP).layout.lastOffset).toBe(0);
});

test('question and bars stay where they are when the answer appears, and when a number is typed', () => {
  const rowsOf = (keys: readonly string[], size: Size, of: SlideShow) => {
    const { before } = arranged(after(keys, size, of) ?? FIRST, of, size).layout;
    const texts = before.map(({ spans }) => spans.map(({ text }) => text).join(''));
    return texts.map((text) => text.replace(/^(\d) [✓✗]/, '$1  '));
  };
  for (const rows of [20, 22, 24, 26, 28, 30, 32, 36, 50])
    for (const columns of [80, 120]) {
      const asked = rowsOf([], { columns, rows }, ten);
      for (const keys of [[' '], ['1']])
        expect(rowsOf(keys, { columns, rows }, ten).slice(0, asked.length)).toEqual(asked);
    }
});
