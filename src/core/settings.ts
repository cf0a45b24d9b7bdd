import { areParameters, DEFAULT_PARAMETERS } from './memory/fsrs.js';

/** What a learner can set, with what holds where nothing was set. */
export type Settings = {
  /** Whether the learner says how sure they are before each verdict. */
  readonly certainty: boolean;
  /** The most questions of a review. */
  readonly session: number;
  /** How likely a check shall be recalled when it comes back, from 0 to 1. */
  readonly retention: number;
  /** Whether what changes on screen may glide. */
  readonly motion: boolean;
  /** Whether marks are drawn with ASCII characters alone. */
  readonly ascii: boolean;
  /** The parameters of FSRS. */
  readonly parameters: readonly number[];
};

export type SettingKey = keyof Settings;

export type Setting = {
  readonly key: SettingKey;
  readonly initial: string;
  /** What it is for, for the learner. */
  readonly about: string;
  /** The values there are, for one who gave another. */
  readonly values: string;
  readonly accepts: (value: string) => boolean;
  /** What it is turned to on the settings screen, in a circle; none: by the command only. */
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

const INITIAL_PARAMETERS = 'default';

const parametersIn = (value: string): readonly number[] =>
  value === INITIAL_PARAMETERS
    ? DEFAULT_PARAMETERS
    : value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));

/** In the order in which they are shown. */
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
    about: 'How many questions a review has at most.',
    values: `a whole number from 1 to ${MOST_QUESTIONS}`,
    accepts: isLength,
    turns: ['5', '10', '15', '20'],
  },
  {
    key: 'retention',
    initial: '0.9',
    about: 'How likely you want to remember an answer when it comes back. More means more reviews.',
    values: 'a number from 0.7 to 0.97',
    accepts: isRetention,
    turns: ['0.8', '0.85', '0.9', '0.95'],
  },
  {
    key: 'motion',
    initial: 'off',
    about: 'The line under the title glides to its new length.',
    ...SWITCH,
  },
  {
    key: 'ascii',
    initial: 'off',
    about: 'Plain marks (> * #) where your terminal or its letters show others badly.',
    ...SWITCH,
  },
  {
    key: 'parameters',
    initial: INITIAL_PARAMETERS,
    about: 'The 21 numbers by which FSRS spaces reviews, with commas between.',
    values: `${INITIAL_PARAMETERS}, or ${DEFAULT_PARAMETERS.length} numbers with commas between`,
    accepts: (value) => areParameters(parametersIn(value)),
    turns: [],
  },
];

/** What was set, by key; of another version perhaps. */
export type SettingTexts = Readonly<Record<string, string>>;

/** The value as it was set; the initial one where none was, or where a later version has set what this one cannot read. */
export function settingText({ key, initial, accepts }: Setting, kept: SettingTexts): string {
  const set = Object.hasOwn(kept, key) ? kept[key] : undefined;
  return set !== undefined && accepts(set) ? set : initial;
}

/** The latest that were read: a log has many answers under the same, which are then the very same numbers. */
let latest: { readonly text: string; readonly numbers: readonly number[] } | undefined;

/** The parameters of FSRS that were set, or the initial ones. */
export function parametersOf(kept: SettingTexts): readonly number[] {
  const set = Object.hasOwn(kept, 'parameters') ? kept.parameters : undefined;
  if (set === undefined) return DEFAULT_PARAMETERS;
  if (latest?.text !== set) {
    const numbers = parametersIn(set);
    latest = { text: set, numbers: areParameters(numbers) ? numbers : DEFAULT_PARAMETERS };
  }
  return latest.numbers;
}

/** The settings that a progress has kept. */
export function settingsOf(kept: SettingTexts): Settings {
  const texts = Object.fromEntries(SETTINGS.map((one) => [one.key, settingText(one, kept)]));
  return {
    certainty: texts.certainty === 'on',
    session: Number(texts.session),
    retention: Number(texts.retention),
    motion: texts.motion === 'on',
    ascii: texts.ascii === 'on',
    parameters: parametersOf(kept),
  };
}

/** The value that follows on the settings screen; nothing where it is set by the command only. */
export function turned(setting: Setting, kept: SettingTexts): string | undefined {
  const at = setting.turns.indexOf(settingText(setting, kept));
  return setting.turns[(at + 1) % setting.turns.length];
}
