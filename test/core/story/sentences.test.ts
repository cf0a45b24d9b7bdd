import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../src/core/story/sentences.js';
import { storyIn } from '../../../src/core/story/story.js';
import { anyText } from '../../support/any-text.js';

describe('sentences', () => {
  test.each<readonly [string, readonly string[]]>([
    ['an ordinary paragraph', ['The lamp is out.', 'Who will pay?', 'Nobody knows.']],
    ['titles and initials', ['Dr. J. K. Roe met Mr. Tell at St. Anne’s.', 'Sen. Lee did not.']],
    [
      'dates, times and numbers',
      ['It opens on Dec. 4 at 9 a.m. in Hall No. 3.', 'It costs £2.5m.'],
    ],
    [
      'a short form at the end',
      ['They left the U.S. on Monday.', 'Now they work for Silvex Inc.', 'The pay is good.'],
    ],
    ['a state before a name', ['The U.S. President spoke.', 'He left.']],
    [
      'a quotation of two sentences',
      ['“We will not move.', 'We never did,” Ann Roe said.', 'She left.'],
    ],
    ['a question before its speaker', ['“Will it close?” asked Ann Roe.', '‘No,’ he said.']],
    ['three dots in the middle', ['It was … late.', 'They went.']],
  ])('splits %s', (_, sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  test('joined with spaces, the sentences of any text are the text', () => {
    const word = fc.constantFrom(
      'Mr.',
      'said',
      '“No,”',
      'U.S.',
      'She',
      '9.',
      'a.m.',
      '…',
      '?”',
      "'",
      '.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          expect(sentencesOf(text).join(' ')).toBe(text.trim().replace(/\s+/gu, ' '));
        },
      ),
    );
  });
});

describe('a story', () => {
  test('has a headline, headings, and paragraphs between blank lines', () => {
    const text =
      '# Ferry row\n\nBy Tom Hale\n\nThe lamp is out,\nsaid Roe.\n\n## The letter\n\nIt came.\r\n\r\nIt went.';
    expect(storyIn(text)).toEqual({
      headline: 'Ferry row',
      paragraphs: [
        { sentences: ['The lamp is out, said Roe.'] },
        { heading: 'The letter', sentences: ['It came.'] },
        { sentences: ['It went.'] },
      ],
    });
  });

  test('can have a line for each paragraph', () => {
    const long = `${'The council met on Monday, and it was late. '.repeat(4).trim()}`;
    const { headline, paragraphs } = storyIn(['Ferry row', long, long, long].join('\n'));
    expect([headline, paragraphs.length]).toEqual(['Ferry row', 3]);
  });

  test('is safe for a terminal', () => {
    expect(storyIn('A\u200b man\u202e said so.\n').paragraphs).toEqual([
      { sentences: ['A man said so.'] },
    ]);
  });
});
