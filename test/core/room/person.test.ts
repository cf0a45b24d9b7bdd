import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanName,
  LONGEST_NAME,
  madeUpName,
  resultFileName,
} from '../../../src/core/room/person.js';
import { plainText } from '../../../src/core/text/sanitize.js';

describe('a name', () => {
  test('is plain text of at most 32 characters, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
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
  ])('of %j is called %s', (name, file) => {
    expect(resultFileName('4KXM72QT9P', { id: '0Q5TR4J44J6E', name, named: true })).toBe(file);
  });
});
