import { expect, test } from 'vitest';
import { statementsBy } from '../../../src/core/scene/statements-by.js';
import { first, material, second } from '../../support/small-course.js';

const place = (answered: readonly string[]) => ({
  seed: 's',
  step: 'one',
  answers: Object.fromEntries(answered.map((id) => [id, { choice: 'a', right: true, t: 1 }])),
});
const ids = (claims: readonly { readonly id: string }[]): string[] => claims.map(({ id }) => id);

test('what a source did say leaves out what a check still to come asks about', () => {
  expect(ids(statementsBy('warden', material, first, place(['one'])))).toEqual([
    'claim-one',
    'claim-three',
    'claim-four',
  ]);
});

test('it leaves out the likes of such a claim as well', () => {
  expect(ids(statementsBy('warden', material, second, place([])))).toEqual([
    'claim-one',
    'claim-two',
  ]);
});

test('when every check is answered it is all there', () => {
  expect(statementsBy('warden', material, first, place(['one', 'two']))).toHaveLength(4);
});

test('a source that says nothing has nothing', () => {
  expect(statementsBy('mayor', material, first, place([]))).toEqual([]);
});
