import { describe, expect, test } from 'vitest';
import type { Course, Lesson } from '../../../src/core/course/course.js';
import { type Scene, scene } from '../../../src/core/scene/scene.js';
import { recordInMemory, startPreview } from '../../../src/core/session/preview.js';
import { createSessionStore } from '../../../src/core/session/session-store.js';
import type { Action } from '../../../src/core/state/action.js';
import type { SessionContext } from '../../../src/core/state/context.js';
import { hasProblems } from '../../../src/core/state/state.js';
import { course as index, lessons, MISTAKE, material } from '../../support/small-course.js';

const ON: Action = { type: 'next' };
const DOWN: Action = { type: 'move', by: 1 };

const courseOf = (some: readonly Lesson[]): Course => ({
  index: { ...index, lessons: some },
  material,
  lessons: some,
});

/** The first lesson with its steps changed, and the second as it is. */
function changed(how: (body: Lesson['body']) => Lesson['body']): Course {
  const [first, ...rest] = lessons;
  if (!first) throw new Error('no lesson');
  const body = how(first.body);
  const steps = body.map(({ id }) => id);
  const checks = body.filter(({ kind }) => kind === 'check').map(({ id }) => id);
  return courseOf([{ ...first, body, steps, checks }, ...rest]);
}

const without = (id: string): Course => changed((body) => body.filter((step) => step.id !== id));

/** A preview whose files are the courses given to `save`. */
function previewed(lesson?: string) {
  let now = courseOf(lessons);
  const context: SessionContext = {
    lesson: (id) => {
      const found = now.lessons.find((one) => one.id === id);
      if (!found) throw new Error(`no lesson ${id}`);
      return found;
    },
    seed: () => 's',
    now: () => 0,
    offset: () => 0,
    material: () => now.material,
    history: () => [],
  };
  const store = createSessionStore(
    startPreview(context),
    context,
    recordInMemory(),
    () => undefined,
  );
  const save = (course: Course, open?: string): void => {
    now = course;
    store.dispatch({ type: 'reload', course: course.index, ...(open !== undefined && { open }) });
  };
  save(now, lesson);
  return {
    save,
    state: store.state,
    at: () => where(scene(store.state())),
    choices: () => choicesIn(scene(store.state())),
    do: (...actions: readonly Action[]) => {
      for (const action of actions) store.dispatch(action);
    },
  };
}

const where = (now: Scene): string => ('step' in now ? `${now.kind} ${now.step.id}` : now.kind);

const choicesIn = (now: Scene): readonly { readonly id: string; readonly text: string }[] =>
  now.kind === 'check' ? now.choices : [];

describe('a preview', () => {
  test('begins at the first entry of home, or in the lesson asked for', () => {
    expect([previewed().at(), previewed().state().highlight]).toEqual(['home', 0]);
    expect(previewed('first').at()).toBe('reading read');
  });

  test('counts answers as the program does, and keeps none', () => {
    const preview = previewed('first');
    preview.do(ON, { type: 'enter' });
    expect(preview.at()).toBe('verdict one');
    expect([...preview.state().progress.checks].map(([id]) => id)).toEqual(['one']);
    expect(previewed('first').state().progress.checks.size).toBe(0);
  });

  test('alone has something behind its screens', () => {
    const preview = previewed('first');
    preview.do({ type: 'look', at: 'inspect' });
    expect(preview.state().overlay).toBe('inspect');
    preview.do({ type: 'look', at: 'inspect' });
    expect(preview.state().overlay).toBeUndefined();
  });
});

describe('a changed course', () => {
  test('goes on at the same step with its new texts, and with the same choice highlighted', () => {
    const preview = previewed('first');
    preview.do(ON, DOWN);
    const chosen = preview.choices()[1]?.id;
    preview.save(
      changed((body) =>
        body.map((step) =>
          step.kind === 'check'
            ? { ...step, choices: step.choices.map((one) => ({ ...one, text: `New ${one.id}` })) }
            : step,
        ),
      ),
    );
    expect(preview.at()).toBe('check one');
    expect(preview.choices()[preview.state().highlight]).toMatchObject({
      id: chosen,
      text: `New ${chosen}`,
    });
  });

  test('has the highlight at the same place when the choice is gone', () => {
    const preview = previewed('first');
    preview.do(ON, DOWN, DOWN);
    const chosen = preview.choices()[2]?.id;
    preview.save(
      changed((body) =>
        body.map((step) =>
          step.kind === 'check'
            ? { ...step, key: 'x', choices: [{ id: 'x', text: 'X', feedback: 'X' }] }
            : step,
        ),
      ),
    );
    expect(chosen).toBeDefined();
    expect([preview.at(), preview.state().highlight]).toEqual(['check one', 0]);
  });

  test('leaves what is laid over the screen, and how far it is scrolled', () => {
    const preview = previewed('first');
    preview.do(ON, { type: 'look', at: 'inspect' }, { type: 'scroll', to: 4 });
    preview.save(courseOf(lessons));
    expect(preview.state()).toMatchObject({ overlay: 'inspect', overlayScroll: 4 });
  });

  test('leaves an answer given, with the new words of its verdict', () => {
    const preview = previewed('first');
    preview.do(ON, { type: 'enter' });
    preview.save(
      changed((body) =>
        body.map((step) => (step.kind === 'check' ? { ...step, truth: 'New.' } : step)),
      ),
    );
    const now = scene(preview.state());
    expect(now.kind === 'verdict' && now.step.truth).toBe('New.');
  });

  test('without the step goes on at the one that has its place', () => {
    const preview = previewed('first');
    preview.do(ON);
    preview.save(without('one'));
    expect(preview.at()).toBe('check two');
    expect(preview.state().notice).toContain('one');
    preview.do({ type: 'back' });
    expect(preview.at()).toBe('reading read');
  });

  test('without its last step goes on at the last that there is', () => {
    const preview = previewed('first');
    preview.do(ON, { type: 'enter' }, ON);
    preview.save(without('two'));
    expect(preview.at()).toBe('verdict one');
  });

  test('without the lesson is shown from home', () => {
    const preview = previewed('first');
    preview.do(ON, { type: 'look', at: 'passages' });
    preview.save(courseOf(lessons.slice(1)));
    expect(preview.at()).toBe('home');
    expect(preview.state()).toMatchObject({
      highlight: 0,
      notice: expect.stringContaining('first'),
    });
    expect(preview.state().overlay).toBeUndefined();
  });
});

describe('problems', () => {
  test('stand in place of the screen until they are mended, and nothing is done behind them', () => {
    const preview = previewed('first');
    preview.do(ON, DOWN, { type: 'problems', problems: [MISTAKE] });
    expect(hasProblems(preview.state())).toBe(true);
    preview.do({ type: 'enter' }, DOWN, { type: 'close' }, { type: 'scroll', to: 2 });
    expect(preview.state().preview).toEqual({ problems: [MISTAKE], scroll: 2 });
    preview.save(courseOf(lessons));
    expect(hasProblems(preview.state())).toBe(false);
    expect([preview.at(), preview.state().highlight]).toEqual(['check one', 1]);
    expect(preview.state().scroll).toBeUndefined();
  });

  test('can be left', () => {
    const preview = previewed();
    preview.do({ type: 'problems', problems: [MISTAKE] }, { type: 'quit' });
    expect(preview.state().hasQuit).toBe(true);
  });
});
