import { expect, test } from 'vitest';
import type { HostView } from '../../src/core/views/live-room/host-view.js';
import { violationsIn } from '../support/browser-page.js';
import { usingLivePages } from '../support/live-page.js';

const opens = usingLivePages();

const hostView = (changes: Partial<HostView> = {}): HostView => ({
  title: 'Closing the reading room',
  code: '2MNNY-908Y',
  phase: 'open',
  message: 'The vote is open.',
  isLocked: false,
  hasLimit: false,
  inside: 23,
  answered: 19,
  people: [],
  stop: {
    label: 'Question 4 of 7',
    isLast: false,
    passages: [],
    kind: 'question',
    stem: 'Who wrote that night opening had never been in the budget?',
    round: 1,
    rows: [],
  },
  ...changes,
});

test("with the facilitator's token, the page shows counts and what is possible now", async () => {
  const { page, room, errors } = await opens(hostView(), { viewport: { width: 320, height: 640 } });
  await page.getByText('23 in · 19 answered').waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await expect.poll(() => room.commands).toEqual([{ do: 'close' }, { do: 'reveal' }]);
  room.show(hostView({ phase: 'talk', message: 'People talk.' }));
  await page.getByRole('button', { name: 'Vote again', exact: true }).click();
  await expect.poll(() => room.commands.length).toBe(3);
  expect(errors).toEqual([]);
});

test('the room ends only after a question', async () => {
  const { page, room } = await opens(hostView());
  await page.getByRole('button', { name: 'End the room' }).click();
  await page.getByRole('button', { name: "Don't end it" }).click();
  await page.getByRole('button', { name: 'End the room' }).click();
  expect(room.commands).toEqual([]);
  await page.getByRole('button', { name: 'End the room' }).click();
  await expect.poll(() => room.commands).toEqual([{ do: 'end' }]);
});
