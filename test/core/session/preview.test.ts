import { describe, expect, test } from 'vitest';
import type { Course, Lesson } from '../../../src/core/course/course.js';
import { highlightOf, type Scene, scene } from '../../../src/core/scene/scene.js';
import { recordInMemory, startPreview } from '../../../src/core/session/preview.js';
import { createSessionStore } from '../../../src/core/session/session-store.js';
import type { Action } from '../../../src/core/state/action.js';
import type { SessionContext } from '../../../src/core/state/context.js';
import { hasProblems } from '../../../src/core/state/state.js';
import { course as index, lessons, material, PROBLEM } from '../../support/small-course.js';

const NEXT: Action = { type: 'next' };
const DOWN: Action = { type: 'move', by: 1 };
/** Answers with the first choice, and shows the verdict even of a wrong one. */
const ANSWER: readonly Action[] = [DOWN, { type: 'enter' }, { type: 'show-answer' }];

const courseOf = (lessons: readonly Lesson[]): Course => ({
  index: { ...index, lessons },
  material,
  lessons,
});

/** The small course with other steps in its first lesson. */
function changed(change: (body: Lesson['body']) => Lesson['body']): Course {
  const [first, ...rest] = lessons;
  if (!first) throw new Error('no lesson');
  const body = change(first.body);
  const steps = body.map(({ id }) => id);
  const checks = body.filter(({ kind }) => kind === 'check').map(({ id }) => id);
  return courseOf([{ ...first, body, steps, checks }, ...rest]);
}

const without = (id: string): Course => changed((body) => body.filter((step) => step.id !== id));

/** A preview that shows the courses passed to `save`. */
function previewed(lesson?: string) {
  let saved = courseOf(lessons);
  const context: SessionContext = {
    lesson: (id) => {
      const body = saved.lessons.find((candidate) => candidate.id === id);
      if (!body) throw new Error(`no lesson ${id}`);
      return body;
    },
    seed: () => 's',
    now: () => 0,
    offset: () => 0,
    material: () => saved.material,
    history: () => [],
  };
  const store = createSessionStore(startPreview(context, {}), {
    context,
    persist: recordInMemory({}),
    news: () => ({}),
  });
  const save = (course: Course, open?: string): void => {
    saved = course;
    store.dispatch({ type: 'reload', course: course.index, ...(open !== undefined && { open }) });
  };
  save(saved, lesson);
  return {
    save,
    state: store.state,
    highlighted: () => highlightOf(store.state(), scene(store.state())),
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
  test('begins at the first entry of home, or in the requested lesson', () => {
    expect([previewed().at(), previewed().highlighted()]).toEqual(['home', 0]);
    expect(previewed('first').at()).toBe('reading read');
  });

  test('counts answers as the program does, but saves none', () => {
    const preview = previewed('first');
    preview.do(NEXT, ...ANSWER);
    expect(preview.at()).toBe('verdict one');
    expect([...preview.state().progress.checks].map(([id]) => id)).toEqual(['one']);
    expect(previewed('first').state().progress.checks.size).toBe(0);
  });

  test('opens and closes author notes', () => {
    const preview = previewed('first');
    preview.do({ type: 'look', at: 'inspect' });
    expect(preview.state().overlay).toBe('inspect');
    preview.do({ type: 'look', at: 'inspect' });
    expect(preview.state().overlay).toBeUndefined();
  });
});

describe('a changed course', () => {
  test('stays at the same step with its new texts, and with the same choice highlighted', () => {
    const preview = previewed('first');
    preview.do(NEXT, DOWN, DOWN);
    const chosen = preview.choices()[1]?.id;
    preview.save(
      changed((body) =>
        body.map((step) =>
          step.kind === 'check'
            ? {
                ...step,
                choices: step.choices.map((choice) => ({ ...choice, text: `New ${choice.id}` })),
              }
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

  test('keeps the position of the highlight when the choice is removed', () => {
    const preview = previewed('first');
    preview.do(NEXT, DOWN, DOWN, DOWN);
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

  test('keeps the overlay and its scroll position', () => {
    const preview = previewed('first');
    preview.do(NEXT, { type: 'look', at: 'inspect' }, { type: 'scroll', to: 4 });
    preview.save(courseOf(lessons));
    expect(preview.state()).toMatchObject({ overlay: 'inspect', overlayScroll: 4 });
  });

  test('keeps the answer, with the new words of its verdict', () => {
    const preview = previewed('first');
    preview.do(NEXT, ...ANSWER);
    preview.save(
      changed((body) =>
        body.map((step) => (step.kind === 'check' ? { ...step, truth: 'New.' } : step)),
      ),
    );
    const now = scene(preview.state());
    expect(now.kind === 'verdict' && now.step.truth).toBe('New.');
  });

  test('without the step shows the step at its position', () => {
    const preview = previewed('first');
    preview.do(NEXT);
    preview.save(without('one'));
    expect(preview.at()).toBe('check two');
    expect(preview.state().notice).toContain('one');
    preview.do({ type: 'back' });
    expect(preview.at()).toBe('reading read');
  });

  test('without its last step shows the new last step', () => {
    const preview = previewed('first');
    preview.do(NEXT, ...ANSWER, NEXT);
    preview.save(without('two'));
    expect(preview.at()).toBe('verdict one');
  });

  test('without the lesson shows home', () => {
    const preview = previewed('first');
    preview.do(NEXT, { type: 'look', at: 'passages' });
    preview.save(courseOf(lessons.slice(1)));
    expect(preview.at()).toBe('home');
    expect(preview.state()).toMatchObject({
      highlight: -1,
      notice: expect.stringContaining('first'),
    });
    expect(preview.state().overlay).toBeUndefined();
  });
});

describe('problems', () => {
  test('replace the screen until they are fixed, and block all other actions', () => {
    const preview = previewed('first');
    preview.do(NEXT, DOWN, DOWN, { type: 'problems', problems: [PROBLEM] });
    expect(hasProblems(preview.state())).toBe(true);
    preview.do({ type: 'enter' }, DOWN, { type: 'close' }, { type: 'scroll', to: 2 });
    expect(preview.state().preview).toEqual({ problems: [PROBLEM], scroll: 2 });
    preview.save(courseOf(lessons));
    expect(hasProblems(preview.state())).toBe(false);
    expect([preview.at(), preview.state().highlight]).toEqual(['check one', 1]);
    expect(preview.state().scroll).toBeUndefined();
  });

  test('do not keep the author from quitting', () => {
    const preview = previewed();
    preview.do({ type: 'problems', problems: [PROBLEM] }, { type: 'quit' });
    expect(preview.state().hasQuit).toBe(true);
  });
});
