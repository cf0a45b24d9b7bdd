import fc, { type StringConstraints } from 'fast-check';

const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xe000;
const GAP = AFTER_SURROGATES - SURROGATES;

const characterAt = (index: number): string =>
  String.fromCodePoint(index < SURROGATES ? index : index + GAP);

function indexOf(character: unknown): number {
  const code = typeof character === 'string' ? character.codePointAt(0) : undefined;
  if (code === undefined || character !== String.fromCodePoint(code))
    throw new Error('no character');
  return code < SURROGATES ? code : code - GAP;
}

const anyCharacter = fc.nat({ max: 0x10ffff - GAP }).map(characterAt, indexOf);

/**
 * Texts of any characters of Unicode, the same as those of fast-check's unit 'binary'. Fast-check first makes a table of
 * all 1.1 million characters, which takes a second in each process of the tests.
 */
export const anyText = (constraints: Omit<StringConstraints, 'unit'> = {}) =>
  fc.string({ ...constraints, unit: anyCharacter });
