import type { Progress } from '../../core/progress/progress.js';
import { SETTINGS, type Setting, settingText } from '../../core/settings.js';
import { nearest } from '../../core/text/nearest-word.js';
import { plainText } from '../../core/text/sanitize.js';
import { isUnsaved } from '../../io/progress/warnings.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { UsageError, UserError } from '../errors.js';
import { openProgress } from './open-progress.js';
import { printWarnings } from './print-warnings.js';
import { recordOrFail } from './record.js';

/** `settings [KEY [VALUE]]`: shows all settings or one, or sets one. */
export async function settings(
  key: string | undefined,
  value: string | undefined,
  options: Options,
  environment: Environment,
): Promise<void> {
  const { index } = await chooseCourse(options, environment);
  const setting = key === undefined ? undefined : settingOf(key);
  if (setting && value !== undefined && !setting.accepts(value))
    throw new UsageError(wrongValue(setting, value));
  const store = openProgress(index, options, environment);
  printWarnings(store, environment);
  if (setting && value !== undefined) {
    recordOrFail(store, { k: 'set', key: setting.key, value });
    await store.close();
    const failed = store.warnings().find(isUnsaved);
    if (failed) throw new UserError(failed.message);
  }
  const values = store.progress().settings;
  environment.stdout.write(
    setting
      ? `${settingText(setting, values)}\n`
      : SETTINGS.map((item) => row(item, values)).join(''),
  );
}

function settingOf(key: string): Setting {
  const found = SETTINGS.find((setting) => setting.key === key);
  if (found) return found;
  const keys = SETTINGS.map((setting) => setting.key);
  const near = nearest(key, keys);
  const help =
    near === undefined ? ': the settings are' : `: did you mean '${near}'? The settings are`;
  throw new UsageError(
    `there is no setting '${plainText(key).slice(0, 60)}'${help} ${keys.join(', ')}`,
  );
}

const wrongValue = ({ key, values }: Setting, value: string): string =>
  `${key} must be ${values}, not '${plainText(value).slice(0, 60)}'`;

/** "certainty      off   Say how sure …" */
const row = (setting: Setting, values: Progress['settings']): string =>
  `${setting.key.padEnd(15)}${settingText(setting, values).padEnd(9)}${setting.about}\n`;
