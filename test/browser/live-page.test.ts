import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { usingLivePages } from '../support/live-page.js';
import {
  board,
  CHOICES,
  everyView,
  inSentences,
  inWords,
  judged,
  ownPace,
  personView,
  question,
} from '../support/person-views.js';
import { TOKEN } from '../support/scripted-room.js';

const opens = usingLivePages();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const text = (page: Page, words: string) => page.getByText(words, { exact: true }).first();
const SAVED = 'Saved. You can change it until the vote closes.';
const focused = (page: Page): Promise<string | null> =>
  page.evaluate<string | null>('document.activeElement.textContent');

describe('joining', () => {
  test('asks for a name after one line on privacy, and keeps the token in the address', async () => {
    const { page, room, errors } = await opens(personView('lobby'), { end: '/7k2m' });
    await page.getByText('unencrypted').waitFor();
    await page.getByRole('textbox').fill('Ada');
    await page.keyboard.press('Enter');
    await page.getByText('Ada · Room 2MNNY-908Y').waitFor();
    expect(room.joins).toMatchObject([{ code: '7k2m', name: 'Ada', wayIn: 'browser' }]);
    expect(page.url()).toBe(`${room.url}/7k2m#t=${TOKEN}`);
    expect(errors).toEqual([]);
  });

  test('asks for the room code, too, if the address has no door', async () => {
    const { page, room } = await opens(personView('lobby'), { end: '/' });
    await page.getByText('Everyone in the room may see your name.').waitFor();
    await page.getByRole('textbox', { name: 'Code of the room' }).fill('2mnny908y');
    await button(page, 'Join').click();
    await page.getByText('Ada · Room').waitFor();
    expect(room.joins).toMatchObject([{ code: '2mnny908y', name: '', wayIn: 'browser' }]);
  });

  test('is of one person, however often the reply is lost', async () => {
    const { page, room } = await opens(personView('lobby'), { end: '/7k2m' });
    room.answering('/join', { status: 503, body: { text: 'Not now.' } });
    for (const tries of [1, 2]) {
      await button(page, 'Join').click();
      await expect.poll(() => room.joins.length).toBe(tries);
      await text(page, 'Not now.').waitFor();
    }
    await page.reload();
    room.answering('/join', { status: 200, body: { token: TOKEN, view: personView('lobby') } });
    await button(page, 'Join').click();
    await page.getByText('Ada · Room').waitFor();
    const nonces = room.joins.map((one) => (one as { nonce: string }).nonce);
    expect(nonces[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(nonces).toEqual(Array(3).fill(nonces[0]));
  });

  test('says why it was refused, and asks for the code after a wrong one', async () => {
    const { page, room } = await opens(personView('lobby'), { end: '/old' });
    const refusal = "This isn't the code of this room.";
    room.answering('/join', { status: 403, body: { refused: 'wrong-code', text: refusal } });
    await button(page, 'Join').click();
    await text(page, refusal).waitFor();
    await page.getByRole('textbox', { name: 'Code of the room' }).waitFor();
  });

  test('can be repeated when the room could not be reached', async () => {
    const { page, room } = await opens(personView('lobby'), { end: '/7k2m' });
    await room.stop();
    await button(page, 'Join').click();
    await text(
      page,
      "The room can't be reached. Check that you're on its network, then try again.",
    ).waitFor();
    await room.start();
    await button(page, 'Join').click();
    await page.getByText('Ada · Room').waitFor();
  });
});

describe('answering', () => {
  test('sends one tap at once, and says that it is saved', async () => {
    const { page, room } = await opens(personView('open', [question()]));
    await button(page, 'The mayor').click();
    await text(page, SAVED).waitFor();
    await button(page, 'The mayor').click();
    await button(page, 'The head librarian').click();
    await expect.poll(() => room.messages.length).toBe(2);
    expect(room.messages).toMatchObject([
      { do: 'answer', stop: 3, round: 1, choices: [['check-3', 'mayor']] },
      { do: 'answer', stop: 3, round: 1, choices: [['check-3', 'librarian']] },
    ]);
    expect(await page.locator('[aria-pressed=true]').textContent()).toBe('✓The head librarian');
  });

  test('says why the room refused an answer, and shows the one it has', async () => {
    const { page, room } = await opens(personView('open', [question()]));
    const refusal = 'The vote was closed before your answer came.';
    room.answering('/answer', { status: 409, body: { refused: 'vote-closed', text: refusal } });
    await button(page, 'The mayor').click();
    await text(page, refusal).waitFor();
    expect(await page.locator('[aria-pressed=true]').count()).toBe(0);
  });

  test('works with digits, and with arrows and Enter', async () => {
    const { page, room } = await opens(personView('open', [question()]));
    await button(page, 'The mayor').waitFor();
    await page.keyboard.press('2');
    await expect.poll(() => room.messages.length).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => room.messages.length).toBe(2);
    expect(room.messages).toMatchObject([
      { choices: [['check-3', 'librarian']] },
      { choices: [['check-3', 'spokesman']] },
    ]);
  });

  test.each([
    ['words of a sentence', inWords(), ['words', 'w2']],
    ['sentences of a passage', inSentences(), ['sentences', 'c-s3']],
  ])('works in the text, with %s', async (_, stop, chosen) => {
    const { page, room } = await opens(personView('open', [stop]));
    await page.locator('.choice').last().click();
    await text(page, SAVED).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => room.messages.length).toBe(2);
    expect(room.messages[0]).toMatchObject({ choices: [chosen] });
  });

  test('sends a board with everything that is placed so far', async () => {
    const { page, room } = await opens(personView('open', [board()]));
    const group = (name: string) => page.getByRole('group', { name });
    await group('The room closes at six.').getByLabel('The mayor').check();
    await text(page, 'Saved. 2 statements still need a heading.').waitFor();
    await group('The hours are a gift.').getByLabel('The mayor').focus();
    await page.keyboard.press('3');
    await expect.poll(() => room.messages.length).toBe(2);
    expect(room.messages).toMatchObject([
      { choices: [['row-0', 'mayor']] },
      {
        choices: [
          ['row-0', 'mayor'],
          ['row-2', 'spokesman'],
        ],
      },
    ]);
  });

  test('sends a final answer only after a second press', async () => {
    const { page, room } = await opens(ownPace({ isFinal: true }));
    await button(page, 'The mayor').click();
    await button(page, 'The head librarian').click();
    expect(room.messages).toEqual([]);
    await page.reload();
    expect(await page.locator('[aria-pressed=true]').textContent()).toContain('librarian');
    const after = personView('own', [judged('right', { stop: 0, isFinal: true })]);
    room.answering('/answer', { status: 200, body: { saved: true, view: after } });
    await button(page, 'Answer').click();
    await page.locator('.headline', { hasText: 'Right' }).waitFor();
    expect(room.messages).toMatchObject([{ stop: 0, choices: [['check-0', 'librarian']] }]);
    expect(await button(page, 'Answer').count()).toBe(0);
  });
});

describe('at their own pace, people', () => {
  test('go through the questions and hand in, after a question if some are open', async () => {
    const { page, room } = await opens(ownPace());
    await button(page, 'The mayor').click();
    await button(page, 'Next').click();
    await page.getByRole('heading', { name: 'Question 2 of 7' }).waitFor();
    await button(page, 'Question 1 of 7, answered').waitFor();
    await button(page, 'Hand in').click();
    await text(page, '6 questions have no answer. Hand in anyway?').waitFor();
    await button(page, 'Go on answering').click();
    await button(page, 'Back').click();
    await button(page, 'Hand in').click();
    room.answering('/answer', {
      status: 200,
      body: { saved: true, view: everyView()['handed in'] },
    });
    await button(page, 'Hand in').click();
    await page.getByText('You have handed in.').waitFor();
    expect(room.messages.map((one) => one.do)).toEqual(['answer', 'hand-in']);
  });

  test('read through all verdicts at the end', async () => {
    const { page } = await opens(everyView().ended ?? personView('ended'));
    await text(page, '5 of 7 right').waitFor();
    await button(page, 'Question 7 of 7, Right').click();
    await page.getByRole('heading', { name: 'Question 7 of 7' }).waitFor();
    expect(await button(page, 'Next').count()).toBe(0);
    expect(await page.getByText('Your latest answers are below.').count()).toBe(0);
  });

  test('see which questions they did not answer, and none of these is marked as wrong', async () => {
    const row = (outcome: 'right' | 'wrong' | 'unanswered', stop: number) =>
      judged(outcome, { stop }).rows;
    const stops = [
      judged('unanswered', { stop: 0 }),
      judged('wrong', { stop: 1 }),
      judged('right', { stop: 2 }),
      question({ stop: 3, rows: [...row('right', 3), ...row('unanswered', 4)] }),
      question({ stop: 5, rows: [...row('unanswered', 5), ...row('wrong', 6)] }),
    ];
    const { page } = await opens(personView('ended', stops));
    await page.getByRole('navigation').waitFor();
    const list = page.getByRole('navigation').getByRole('button');
    expect(await list.allInnerTexts()).toEqual(['1 –', '2 ✗', '3 ✓', '4 –', '6 ✗']);
    for (const name of [
      'Question 1 of 7, Not answered',
      'Question 2 of 7, Wrong',
      'Question 3 of 7, Right',
      'Question 4 of 7, Not all answered',
      'Question 6 of 7, Wrong',
    ])
      await button(page, name).waitFor();
  });

  test('learn that the score is of the first vote and the answers are of the last', async () => {
    const [row] = judged('right').rows;
    if (!row) throw new Error('the question has no row');
    const twice = judged('right', { round: 2, rows: [{ ...row, firstChosen: 'mayor' }] });
    const { page } = await opens(
      personView('ended', [twice], { score: '0 of 1 right in the first vote' }),
    );
    await text(page, '0 of 1 right in the first vote').waitFor();
    await text(page, 'Your latest answers are below.').waitFor();
  });
});

describe('the focus', () => {
  test('goes to the heading of a new question, and to its stem when it is revealed', async () => {
    const { page, room } = await opens(personView('lobby'));
    await page.getByText('You are in.').waitFor();
    room.show(personView('open', [question()]));
    await expect.poll(() => focused(page)).toBe('Question 4 of 7');
    expect(await page.evaluate('scrollY')).toBe(0);
    room.show(personView('revealed', [judged('right')]));
    await expect.poll(() => focused(page)).toBe(question().stem);
    room.show(personView('open', [question({ stop: 4 })]));
    await expect.poll(() => focused(page)).toBe('Question 5 of 7');
  });

  test('is not lost when the choices go away', async () => {
    const { page, room } = await opens(personView('open', [question()]));
    await button(page, 'The mayor').focus();
    room.show(personView('closed', [question({ canAnswer: false })]));
    await text(page, 'The vote is closed.').waitFor();
    expect(await focused(page)).toBe(question().stem);
  });

  test('stays on a choice while the room sends news', async () => {
    const { page, room } = await opens(personView('open', [question()]));
    await button(page, 'The mayor').focus();
    room.show(personView('open', [question()], { message: 'One more minute.' }));
    await text(page, 'One more minute.').waitFor();
    expect(await focused(page)).toBe('1The mayor');
  });
});

test('a room is done with the keyboard alone', async () => {
  const { page, room } = await opens(personView('lobby'), { end: '/7k2m' });
  await page.getByRole('textbox').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ada');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByText('You are in.').waitFor();
  room.show(ownPace());
  await expect.poll(() => focused(page)).toBe('Question 1 of 7');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect.poll(() => room.messages.length).toBe(1);
  for (let i = 0; i < CHOICES.length; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Question 2 of 7');
});

test('the countdown shows, and one minute is announced once', async () => {
  const now = Date.now();
  const clock = { now: now + 1_000_000, end: now + 1_000_000 + 62_000 };
  const { page } = await opens(personView('open', [question()], { clock }));
  await page.getByText(/Time left: 1:0[12]/).waitFor();
  expect(await text(page, 'One minute left.').count()).toBe(0);
  await text(page, 'One minute left.').waitFor();
});
