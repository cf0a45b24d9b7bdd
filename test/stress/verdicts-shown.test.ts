import { expect, test } from 'vitest';
import { verdictsShown } from './slow/verdicts-shown.js';

const FRAME_END = '\x1b[?2026l';
const VERDICT_2 = `\x1b[HWho said it?  closed book  2/8\n\r\n\r✓ Right${FRAME_END}`;
const VERDICT_3 = `\x1b[HWho said it?  closed book  3/8\n\r\n\r✓ Right${FRAME_END}`;
const QUESTION_3 = `\x1b[HWho said it?  closed book  3/8\n\r\n\r\x1b[K${FRAME_END}`;

test('counts the verdict of each round once, however often it is drawn', async () => {
  expect(await verdictsShown(VERDICT_2 + VERDICT_2 + QUESTION_3 + VERDICT_3)).toBe(2);
});

test('counts no old verdict under the number of the next round, if a kill cuts the next frame off', async () => {
  expect(await verdictsShown(VERDICT_2 + QUESTION_3.slice(0, -15))).toBe(1);
});

test('counts a verdict in a frame that a kill cuts off', async () => {
  expect(await verdictsShown(VERDICT_2 + QUESTION_3 + VERDICT_3.slice(0, -4))).toBe(2);
});
