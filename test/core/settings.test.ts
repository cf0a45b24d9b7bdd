import { describe, expect, test } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/core/memory/fsrs.js';
import { dayEndsIn, SETTINGS, settingsOf, settingText, turned } from '../../src/core/settings.js';

const setting = (key: string) => {
  const byKey = SETTINGS.find((candidate) => candidate.key === key);
  if (!byKey) throw new Error(`no setting ${key}`);
  return byKey;
};

describe('settings', () => {
  test('have these initial values', () => {
    expect(settingsOf({})).toEqual({
      certainty: false,
      session: 10,
      retention: 0.9,
      'day-ends': 4,
      motion: false,
      ascii: false,
      'screen-reader': false,
      parameters: DEFAULT_PARAMETERS,
    });
  });

  test('have the values that the learner set', () => {
    const set = {
      certainty: 'on',
      session: '5',
      retention: '0.85',
      'day-ends': '0',
      motion: 'on',
      ascii: 'on',
    };
    expect(settingsOf(set)).toMatchObject({
      certainty: true,
      session: 5,
      retention: 0.85,
      'day-ends': 0,
      motion: true,
      ascii: true,
    });
  });

  test('ignore values of a later version', () => {
    expect(settingsOf({ session: 'long', certainty: 'sometimes', 'day-ends': '7' })).toEqual(
      settingsOf({}),
    );
    expect(settingsOf(JSON.parse('{"__proto__":"on"}'))).toEqual(settingsOf({}));
  });

  test.each([
    ['certainty', ['on', 'off'], ['yes', '', 'ON']],
    ['session', ['1', '50'], ['0', '51', '2.5', '-3', 'ten', '']],
    ['retention', ['0.7', '.97', '0.905'], ['0.69', '0.98', '1', '90', '']],
    ['day-ends', ['0', '4', '6'], ['7', '-1', '04', '4:00', '2.5', '']],
    ['parameters', ['default', DEFAULT_PARAMETERS.join(', ')], ['1,2,3', '', 'x'.repeat(21)]],
  ])('%s accepts only valid values', (key, good, bad) => {
    for (const value of good) expect(setting(key).accepts(value)).toBe(true);
    for (const value of bad) expect(setting(key).accepts(value)).toBe(false);
  });

  test('change to the next value, and from the last to the first', () => {
    expect(turned(setting('certainty'), {})).toBe('on');
    expect(turned(setting('certainty'), { certainty: 'on' })).toBe('off');
    expect(turned(setting('session'), {})).toBe('15');
    expect(turned(setting('session'), { session: '20' })).toBe('5');
    expect(turned(setting('session'), { session: '13' })).toBe('5');
    expect(turned(setting('day-ends'), {})).toBe('5');
    expect(turned(setting('day-ends'), { 'day-ends': '6' })).toBe('0');
    expect(turned(setting('parameters'), {})).toBeUndefined();
  });

  test('have the hour at which the day ends, for the fold, as for all others', () => {
    for (const saved of [{}, { 'day-ends': '2' }, { 'day-ends': '7' }, { 'day-ends': 'noon' }])
      expect(dayEndsIn(saved)).toBe(settingsOf(saved)['day-ends']);
  });

  test('accept their initial values', () => {
    for (const each of SETTINGS) expect(each.accepts(settingText(each, {}))).toBe(true);
  });

  test('have the FSRS parameters that the learner set', () => {
    const set = DEFAULT_PARAMETERS.map((number, i) => (i === 0 ? number * 2 : number));
    expect(settingsOf({ parameters: set.join(',') }).parameters).toEqual(set);
  });
});
