import { expect, test } from 'vitest';
import { isEnglish } from '../../../src/core/story/is-english.js';

test.each([
  ['Ann Roe said it was late. She left. Bo Obi denied it.', true],
  ['The council has refused to pay for the lamp, and residents of Holm are angry.', true],
  [
    'Die Bürgermeisterin sagte, sie werde in der Stadt bleiben; was danach kommt, ist offen.',
    false,
  ],
  ['De burgemeester zei dat ze in de stad was, of zou blijven, en dat is goed.', false],
  ['Le maire a dit que la ville est sur le pont et que tout va bien.', false],
  ['La alcaldesa dijo que no sabe nada de la carta del puerto.', false],
  ['Мэр сказал, что мост закрыт.', false],
])('%s', (text, expected) => {
  expect(isEnglish(text)).toBe(expected);
});
