import { expect, test } from 'vitest';
import { settingValueText } from '../../../src/core/messages/settings.js';
import { SETTINGS, settingText } from '../../../src/core/settings.js';

test('the settings are shown in the words of a learner', () => {
  const shown = SETTINGS.map((each) => settingValueText(each, settingText(each, {})));
  expect(shown).toEqual(['off', '10', '90 %', '4:00', 'off', 'off', 'off', 'default']);
});
