import { expect, test } from 'vitest';
import { statementsBy } from '../../../src/core/scene/statements-by.js';
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
