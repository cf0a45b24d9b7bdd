import { areParameters, DEFAULT_PARAMETERS } from './memory/fsrs.js';

/** The settings in force: the learner's values, or the initial ones. */
export type Settings = {
  /** Whether the learner rates their certainty before each verdict. */
  readonly certainty: boolean;
  /** The most questions of a review. */
  readonly session: number;
  /** The desired probability of recall when a check comes back, from 0 to 1. */
  readonly retention: number;
  /** The local hour at which the learner's day ends, from 0 (midnight) to 6. */
  readonly 'day-ends': number;
  /** Whether the screen may animate changes. */
  readonly motion: boolean;
  /** Whether the screen uses ASCII characters only. */
  readonly ascii: boolean;
  /** Whether sessions run in numbered lines, which a screen reader can follow. */
  readonly 'screen-reader': boolean;
  /** The parameters of FSRS. */
  readonly parameters: readonly number[];
};

export type SettingKey = keyof Settings;

export type Setting = {
  readonly key: SettingKey;
  readonly initial: string;
  /** Explains the setting to the learner. */
  readonly about: string;
  /** The accepted values, for an error message. */
  readonly values: string;
  readonly accepts: (value: string) => boolean;
  /** The values that the settings screen cycles through; empty if only the command can change it. */
  readonly turns: readonly string[];
};

const SWITCH = {
  values: 'on or off',
  accepts: (value: string) => value === 'on' || value === 'off',
  turns: ['off', 'on'],
} as const;

const MOST_QUESTIONS = 50;

const isLength = (value: string): boolean =>
  /^[1-9]\d?$/.test(value) && Number(value) <= MOST_QUESTIONS;

const isRetention = (value: string): boolean =>
  /^0?\.\d{1,3}$/.test(value) && Number(value) >= 0.7 && Number(value) <= 0.97;

const LATEST_END = 6;

const HOURS: readonly string[] = Array.from({ length: LATEST_END + 1 }, (_, hour) => `${hour}`);

const INITIAL_DAY_END = '4';

const INITIAL_PARAMETERS = 'default';

const parametersIn = (value: string): readonly number[] =>
  value === INITIAL_PARAMETERS
    ? DEFAULT_PARAMETERS
    : value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));

/** In display order. */
export const SETTINGS: readonly Setting[] = [
  {
    key: 'certainty',
    initial: 'off',
    about: 'Say how sure you are of an answer before you see whether it is right.',
    ...SWITCH,
  },
  {
    key: 'session',
    initial: '10',
    about: 'How many questions one review asks at most.',
    values: `a whole number from 1 to ${MOST_QUESTIONS}`,
    accepts: isLength,
    turns: ['5', '10', '15', '20'],
  },
  {
    key: 'retention',
    initial: '0.9',
    about:
      'How well you want to remember answers when questions come back. A higher value means more reviews.',
    values: 'a number from 0.7 to 0.97',
    accepts: isRetention,
    turns: ['0.8', '0.85', '0.9', '0.95'],
  },
  {
    key: 'day-ends',
    initial: INITIAL_DAY_END,
    about:
      'The hour at which your day ends. Until then, what you do at night counts as the day before.',
    values: `a whole number from 0 (midnight) to ${LATEST_END}`,
    accepts: (value) => HOURS.includes(value),
    turns: HOURS,
  },
  {
    key: 'motion',
    initial: 'off',
    about: 'Let the line under the title move smoothly when its length changes.',
    ...SWITCH,
  },
  {
    key: 'ascii',
    initial: 'off',
    about: "Plain marks (> * #), if your terminal doesn't show other marks well.",
    ...SWITCH,
  },
  {
    key: 'screen-reader',
    initial: 'off',
    about: 'Numbered lines instead of screens, from the next start.',
    ...SWITCH,
  },
  {
    key: 'parameters',
    initial: INITIAL_PARAMETERS,
    about: 'The 21 numbers that FSRS uses to space reviews, with commas between them.',
    values: `${INITIAL_PARAMETERS}, or ${DEFAULT_PARAMETERS.length} numbers with commas between them`,
    accepts: (value) => areParameters(parametersIn(value)),
    turns: [],
  },
];

/** Settings of the whole program. The others belong to a course. */
const OF_PROGRAM: readonly string[] = [
  'day-ends',
  'motion',
  'ascii',
  'screen-reader',
] satisfies SettingKey[];

export const isOfProgram = (key: string): boolean => OF_PROGRAM.includes(key);

/** Saved values by key. Another version of the program may have written them. */
export type SettingTexts = Readonly<Record<string, string>>;

/** The saved value, or the initial one if none is saved or this version does not accept it. */
export function settingText({ key, initial, accepts }: Setting, saved: SettingTexts): string {
  const value = Object.hasOwn(saved, key) ? saved[key] : undefined;
  return value !== undefined && accepts(value) ? value : initial;
}

/** Parsed parameters of the latest call. Answers under the same setting then share one array. */
let latest: { readonly text: string; readonly numbers: readonly number[] } | undefined;

/** The saved parameters of FSRS, or the default ones. */
export function parametersOf(saved: SettingTexts): readonly number[] {
  const text = Object.hasOwn(saved, 'parameters') ? saved.parameters : undefined;
  if (text === undefined) return DEFAULT_PARAMETERS;
  if (latest?.text !== text) {
    const numbers = parametersIn(text);
    latest = { text, numbers: areParameters(numbers) ? numbers : DEFAULT_PARAMETERS };
  }
  return latest.numbers;
}

/** The local hour at which the learner's day ends. */
export function dayEndsIn(saved: SettingTexts): number {
  const value = Object.hasOwn(saved, 'day-ends') ? saved['day-ends'] : undefined;
  return Number(value !== undefined && HOURS.includes(value) ? value : INITIAL_DAY_END);
}

export function settingsOf(saved: SettingTexts): Settings {
  const texts = Object.fromEntries(
    SETTINGS.map((setting) => [setting.key, settingText(setting, saved)]),
  );
  return {
    certainty: texts.certainty === 'on',
    session: Number(texts.session),
    retention: Number(texts.retention),
    'day-ends': Number(texts['day-ends']),
    motion: texts.motion === 'on',
    ascii: texts.ascii === 'on',
    'screen-reader': texts['screen-reader'] === 'on',
    parameters: parametersOf(saved),
  };
}

/** The next value on the settings screen; undefined if only the command can change the setting. */
export function turned(setting: Setting, saved: SettingTexts): string | undefined {
  const index = setting.turns.indexOf(settingText(setting, saved));
  return setting.turns[(index + 1) % setting.turns.length];
}
