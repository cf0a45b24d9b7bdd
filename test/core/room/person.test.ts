import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanName,
  LONGEST_NAME,
  madeUpName,
  resultFileName,
} from '../../../src/core/room/person.js';
import { plainText } from '../../../src/core/text/sanitize.js';
import { anyText } from '../../support/any-text.js';

describe('a name', () => {
  test('is plain text of at most 32 characters, whatever was typed', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 80 }), (typed) => {
        const name = cleanName(typed);
        if (name === undefined) return;
        expect(plainText(name)).toBe(name);
        expect([...name].length).toBeLessThanOrEqual(LONGEST_NAME);
      }),
    );
  });

  test('keeps letters of any script', () => {
    expect(cleanName('  Zoë   Łukasz ')).toBe('Zoë Łukasz');
    expect(cleanName('\u001b[31mAda\u001b[0m')).toBe('Ada');
    expect(cleanName('\u200b\u202e – ')).toBeUndefined();
  });

  test('that is made up has two words, the same for the same person', () => {
    expect(madeUpName('0Q5TR4J44J6E')).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    expect(madeUpName('0Q5TR4J44J6E')).toBe(madeUpName('0Q5T00000000'));
  });
});

describe('the result file', () => {
  test.each([
    ['Ada', 'result-4KXM72QT9P-Ada-0q5t.json'],
    ['../../etc/passwd', 'result-4KXM72QT9P-etc-passwd-0q5t.json'],
    ['Zoë: "Ł"?', 'result-4KXM72QT9P-Zoë-Ł-0q5t.json'],
    ['***', 'result-4KXM72QT9P-someone-0q5t.json'],
    ['Ünal', 'result-4KXM72QT9P-Ünal-0q5t.json'],
    ['U\u0308nal', 'result-4KXM72QT9P-Ünal-0q5t.json'],
    ['李', 'result-4KXM72QT9P-李-0q5t.json'],
    ['हिन्दी शर्मा', 'result-4KXM72QT9P-हिन्दी-शर्मा-0q5t.json'],
    ['น้ำฝน', 'result-4KXM72QT9P-น้ำฝน-0q5t.json'],
    ['עִבְרִי', 'result-4KXM72QT9P-עִבְרִי-0q5t.json'],
    ['علی\u200cرضا', 'result-4KXM72QT9P-علیرضا-0q5t.json'],
    ['🦊', 'result-4KXM72QT9P-someone-0q5t.json'],
    ['1\ufe0f', 'result-4KXM72QT9P-1-0q5t.json'],
    ['\u0301\u0302 Ada', 'result-4KXM72QT9P-Ada-0q5t.json'],
    ['CON', 'result-4KXM72QT9P-CON-0q5t.json'],
    ['Ada...', 'result-4KXM72QT9P-Ada-0q5t.json'],
    ['李'.repeat(300), `result-4KXM72QT9P-${'李'.repeat(30)}-0q5t.json`],
    [`a${'\u0301'.repeat(100)}`, 'result-4KXM72QT9P-someone-0q5t.json'],
  ])('of %j is called %s', (name, file) => {
    expect(fileOf(name)).toBe(file);
  });

  test('has a name that every system takes, whatever the person is called', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 400 }), (name) => {
        const file = fileOf(name, 'x'.repeat(32));
        expect(file).toMatch(/^result-x+-[\p{L}\p{N}\p{M}-]+-0q5t\.json$/u);
        expect(file.normalize('NFC')).toBe(file);
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(143);
      }),
    );
  });

  const fileOf = (name: string, code = '4KXM72QT9P'): string =>
    resultFileName(code, { id: '0Q5TR4J44J6E', name, named: true });
});
