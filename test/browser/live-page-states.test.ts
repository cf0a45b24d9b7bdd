import { describe, expect, test } from 'vitest';
import { beyondWindow, violationsIn } from '../support/browser-page.js';
import { usingLivePages } from '../support/live-page.js';
import { everyView, judged, personView } from '../support/person-views.js';
import { roomPage } from '../support/scripted-room.js';
import { shippedCourse } from '../support/shipped-course.js';

const opens = usingLivePages();
const VIEWS = Object.entries(everyView());
const clock = { now: Date.now(), end: Date.now() + 245_000 };

/** Buttons and labels that are smaller than a thumb, except words within a sentence. */
const TOO_SMALL = `[...document.querySelectorAll('button, input[type=text], label.heading')]
  .filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)`;

const SMALLEST_LETTERS = `Math.min(...[...document.querySelectorAll('main *')]
  .filter((one) => one.textContent !== '').map((one) => parseFloat(getComputedStyle(one).fontSize)))`;

describe.each([320, 390, 1280])('at %d pixels', (width) => {
  test.each(['light', 'dark'] as const)('each state passes axe-core, %s', async (colorScheme) => {
    const viewport = { width, height: 800 };
    const { page, room, errors } = await opens(personView('lobby'), { viewport, colorScheme });
    for (const [name, view] of VIEWS) {
      room.show({ ...view, clock, message: name });
      await page.locator('.message', { hasText: name }).first().waitFor();
      expect([name, await violationsIn(page)]).toEqual([name, []]);
      expect([name, await beyondWindow(page)]).toEqual([name, 0]);
      expect([name, await page.evaluate(TOO_SMALL)]).toEqual([name, []]);
      expect([name, await page.evaluate(SMALLEST_LETTERS)]).toEqual([name, 16]);
    }
    expect(errors).toEqual([]);
  });
});

test('joining passes axe-core', async () => {
  const { page } = await opens(personView('lobby'), { end: '/' });
  await page.getByRole('textbox', { name: 'Code of the room' }).waitFor();
  expect(await violationsIn(page)).toEqual([]);
});

const shown = 'document.querySelector("main").innerText';

test('a reload in each state shows the same', async () => {
  const { page, room, errors } = await opens(personView('lobby'));
  for (const [name, view] of VIEWS) {
    const named = { ...view, message: name };
    room.show(named);
    await page.locator('.message', { hasText: name }).first().waitFor();
    const before = await page.evaluate(shown);
    await page.reload();
    await page.locator('.message', { hasText: name }).first().waitFor();
    expect([name, await page.evaluate(shown)]).toEqual([name, before]);
  }
  expect(errors).toEqual([]);
});

const HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"&lt;&amp;';

/** The view with each of its texts replaced. */
function hostile<T>(
  view: T,
  keep = /^(kind|phase|outcome|mark|key|id|check|chosen|step|version)$/,
): T {
  if (typeof view === 'string') return HOSTILE as T;
  if (Array.isArray(view)) return view.map((one) => hostile(one)) as T;
  if (typeof view !== 'object' || view === null) return view;
  const entries = Object.entries(view).map(([name, value]) => [
    name,
    keep.test(name) || name === 'passages' ? value : hostile(value),
  ]);
  return Object.fromEntries(entries) as T;
}

test('hostile texts are shown as texts', async () => {
  const { page, room, errors } = await opens(personView('lobby'));
  for (const [, view] of VIEWS) {
    room.show(hostile(view));
    await page.locator('.message', { hasText: HOSTILE }).waitFor();
    expect(await page.locator('main :is(script, img, b, i)').count()).toBe(0);
    expect(await beyondWindow(page)).toBe(0);
  }
  expect(errors).toEqual([]);
});

test('a verdict says in words what its signs and colours say', async () => {
  const { page } = await opens(personView('revealed', [judged('wrong')]));
  const verdict = page.locator('.verdict');
  await verdict.waitFor();
  expect(await verdict.textContent()).toContain('✓ the right answer: 2 The head librarian');
  expect(await verdict.textContent()).toContain('✗ Wrong: 1 The mayor (your answer)');
});

test('the second vote shows the choice of the first', async () => {
  const { page } = await opens(everyView().again ?? personView('lobby'));
  await page.getByRole('button', { name: 'The mayor (your first vote)' }).waitFor();
});

describe('the file', () => {
  const html = roomPage();

  test('has under 40 kB', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(40_000);
  });

  test('contains nothing of a course', () => {
    const course = shippedCourse();
    const texts = course
      .material()
      .passages.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((one) => html.includes(one))).toEqual([]);
    expect(html).not.toMatch(/Claude|Anthropic|Pentagon/);
  });

  test('calls nothing that browsers of 2020 lack', () => {
    expect(
      html.match(/\.at\(|\.findLast|hasOwn\(|structuredClone|randomUUID|\(\?<[=!]|\.any\(/g),
    ).toBe(null);
  });
});
