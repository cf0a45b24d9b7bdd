import { describe, expect, test } from 'vitest';
import type { Lesson } from '../../../src/core/course/course.js';
import type { LessonAttempt } from '../../../src/core/progress/progress.js';
import { statementsBy } from '../../../src/core/scene/statements-by.js';
import { course as kinds, kinds as lessonOfKinds } from '../../support/kinds-course.js';
import { first, material, second } from '../../support/small-course.js';

const place = (answered: readonly string[]) => ({
  seed: 's',
  step: 'one',
  answers: Object.fromEntries(answered.map((id) => [id, { choice: 'a', right: true, t: 1 }])),
});
const ids = (claims: readonly { readonly id: string }[]): string[] => claims.map(({ id }) => id);

test('the statements of a source leave out claims that a later check asks about', () => {
  expect(ids(statementsBy('warden', material, first, place(['one'])))).toEqual([
    'claim-one',
    'claim-three',
    'claim-four',
  ]);
});

test('the statements of a source leave out claims like those, too', () => {
  expect(ids(statementsBy('warden', material, second, place([])))).toEqual([
    'claim-one',
    'claim-two',
  ]);
});

test('the statements of a source are complete when every check is answered', () => {
  expect(statementsBy('warden', material, first, place(['one', 'two']))).toHaveLength(4);
});

test('a source without claims has no statements', () => {
  expect(statementsBy('mayor', material, first, place([]))).toEqual([]);
});

describe('with boards and second looks', () => {
  const by = (source: string, lesson: Lesson, attempt: LessonAttempt): string[] =>
    ids(statementsBy(source, kinds.material, lesson, attempt));
  const given = (right: boolean, again?: true) => ({
    ...{ choice: right ? 'demanded' : 'refused', right, t: 1 },
    ...(again && { again }),
  });
  const settled = Object.fromEntries(lessonOfKinds.checks.map((id) => [id, given(true)]));
  const place = (fields: Partial<LessonAttempt>): LessonAttempt => ({
    ...{ seed: 's', step: 'steps', answers: settled },
    ...fields,
  });

  test('the statements of a source leave out what a row of a board asks about', () => {
    const { 'row-night': _, ...answers } = settled;
    expect(by('spokesman', lessonOfKinds, place({ answers }))).toEqual(['fee']);
    expect(by('spokesman', lessonOfKinds, place({}))).toEqual(['fee', 'night']);
  });

  test('the statements of a source leave out what the learner looks at again', () => {
    const answers = { ...settled, 'row-night': given(false, true) };
    const missed = place({ answers });
    expect(by('spokesman', lessonOfKinds, missed)).toEqual(['fee']);
    const again = { ...missed, seconds: { 'row-night': given(false) } };
    expect(by('spokesman', lessonOfKinds, again)).toEqual(['fee', 'night']);
    expect(by('spokesman', lessonOfKinds, { ...missed, shown: ['steps'] })).toContain('night');
    expect(by('spokesman', lessonOfKinds, { ...missed, shown: ['who'] })).not.toContain('night');
  });

  test('in practice of a row alone, the answer to it shows its statements again', () => {
    const answers = { ...settled, 'row-night': given(false, true) };
    const practice = place({ answers, only: ['row-night'], step: 'row-night' });
    expect(by('spokesman', lessonOfKinds, practice)).toEqual(['fee']);
    expect(by('spokesman', lessonOfKinds, { ...practice, shown: ['row-night'] })).toContain(
      'night',
    );
  });
});
