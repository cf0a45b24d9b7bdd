import { expect, test } from 'vitest';
import { recordInMemory, startPreview } from '../../src/core/session/preview.js';
import { createSessionStore } from '../../src/core/session/session-store.js';
import type { SessionContext } from '../../src/core/state/context.js';
import { dropKeysOnProblems } from '../../src/ui/drop-keys-on-problems.js';
import { course, lessons, material, PROBLEM } from '../support/small-course.js';

/** A preview with actions for the test, and the number of times that typed keys were dropped. */
function previewed() {
  const context: SessionContext = {
    lesson: (id) => lessons.find((one) => one.id === id) as (typeof lessons)[number],
    seed: () => 's',
    now: () => 0,
    offset: () => 0,
    material: () => material,
    history: () => [],
  };
  const store = createSessionStore(startPreview(context, {}), {
    context,
    persist: recordInMemory({}),
    news: () => ({}),
  });
  let dropped = 0;
  const end = dropKeysOnProblems(store, () => {
    dropped += 1;
  });
  return {
    end,
    dropped: () => dropped,
    breaks: () => store.dispatch({ type: 'problems', problems: [PROBLEM] }),
    fixes: () => store.dispatch({ type: 'reload', course }),
    press: () => store.dispatch({ type: 'move', by: 1 }),
  };
}

test('typed keys are dropped when problems appear and when they disappear, but not between', () => {
  const { dropped, breaks, fixes, press } = previewed();
  fixes();
  press();
  expect(dropped()).toBe(0);
  breaks();
  expect(dropped()).toBe(1);
  press();
  breaks();
  expect(dropped()).toBe(1);
  fixes();
  press();
  expect(dropped()).toBe(2);
});

test('no keys are dropped after the end', () => {
  const { end, dropped, breaks } = previewed();
  end();
  breaks();
  expect(dropped()).toBe(0);
});
