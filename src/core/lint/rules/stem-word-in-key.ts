import { distractorsOf, HALADYNA, type ItemRule, keyOf, keyPath, SAQUET } from '../rule.js';

export const stemWordInKey: ItemRule = {
  id: 'stem-word-in-key',
  languages: 'English',
  judges: ['texts', 'row'],
  about: 'Only the right choice repeats a word of the question.',
  source: `${HALADYNA} 28b (clang associations); ${SAQUET} "word repeats"`,
  fails: {
    stem: 'What did the council say about the ferry?',
    choices: ['That the ferry is old', 'That the pier is short', 'That fares are low'],
  },
  passes: {
    stem: 'What did the council say about the ferry?',
    choices: ['That it is old', 'That its pier is short', 'That its fares are low'],
  },
  faults: (item, { wording, kind }) => {
    const stemWords = new Set(wording.content(item.stem));
    const wrong = item.choices.filter(({ id }) => id !== item.key);
    const elsewhere = new Set(wrong.flatMap(({ text }) => wording.content(text)));
    // If every distractor repeats a word of the question, the repeated word does not mark the key.
    if (
      distractorsOf(item).every(({ text }) =>
        wording.content(text).some((stem) => stemWords.has(stem)),
      )
    )
      return [];
    const key = keyOf(item)?.text ?? '';
    const words = wording
      .words(key)
      .filter((word) =>
        wording.content(word).some((stem) => stemWords.has(stem) && !elsewhere.has(stem)),
      );
    if (words.length === 0) return [];
    if (kind === 'row') return [{ path: ['stem'], message: echoed(words[0] ?? '') }];
    const message = `only the right choice repeats '${words[0]}' from the question: use the word in another choice, too, or in none`;
    return [{ path: keyPath(item), message }];
  },
};

const echoed = (word: string): string =>
  `the word '${word}' of the right heading is in the statement: say the statement in other words`;
