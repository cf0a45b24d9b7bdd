import { expect, test } from 'vitest';
import { recordInMemory, startPreview } from '../../src/core/session/preview.js';
import { createSessionStore } from '../../src/core/session/session-store.js';
import type { SessionContext } from '../../src/core/state/context.js';
import { dropKeysOnProblems } from '../../src/ui/drop-keys-on-problems.js';
import { course, lessons, MISTAKE, material } from '../support/small-course.js';

/** A preview that is told what its files hold, and how often what was typed ahead has been forgotten. */
function previewed() {
  const context: SessionContext = {
    lesson: (id) => lessons.find((one) => one.id === id) as (typeof lessons)[number],
    seed: () => 's',
    now: () => 0,
    offset: () => 0,
    material: () => material,
    history: () => [],
  };
  const store = createSessionStore(
    startPreview(context),
    context,
    recordInMemory(),
    () => undefined,
  );
  let dropped = 0;
  const end = dropKeysOnProblems(store, () => {
    dropped += 1;
  });
  return {
    end,
    dropped: () => dropped,
    breaks: () => store.dispatch({ type: 'problems', problems: [MISTAKE] }),
    mends: () => store.dispatch({ type: 'reload', course }),
    press: () => store.dispatch({ type: 'move', by: 1 }),
  };
}

test('what was typed ahead is forgotten when mistakes come and when they go, and not in between', () => {
  const { dropped, breaks, mends, press } = previewed();
  mends();
  press();
  expect(dropped()).toBe(0);
  breaks();
  expect(dropped()).toBe(1);
  press();
  breaks();
  expect(dropped()).toBe(1);
  mends();
  press();
  expect(dropped()).toBe(2);
});

test('nothing is forgotten any more once it is ended', () => {
  const { end, dropped, breaks } = previewed();
  end();
  breaks();
  expect(dropped()).toBe(0);
});
