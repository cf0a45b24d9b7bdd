import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { markedPassages } from '../src/core/course/evidence.js';
import { checksOf } from '../src/core/course/lesson.js';
import { openCourseFolder } from '../src/io/course/read-course-folder.js';

const { index, material, lesson } = openCourseFolder(
  fileURLToPath(new URL('../lessons/claude-contract', import.meta.url)),
);
const { sources, claims, passages } = material();
const lessons = index.lessons.map(({ id }) => lesson(id));
const checks = lessons.flatMap(checksOf);
const sentences = new Map(
  passages.flatMap((passage) => passage.sentences.map(({ id, text }) => [id, text] as const)),
);

const doubles = (ids: readonly string[]): string[] => ids.filter((id, i) => ids.indexOf(id) !== i);

describe('the shipped course', () => {
  test('retells nine paragraphs, one sentence for each of the article’s', () => {
    expect(passages.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(passages.map((passage) => passage.sentences.length)).toEqual([
      2, 3, 3, 3, 3, 3, 2, 2, 3,
    ]);
    for (const text of sentences.values()) expect(text).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('has every evidence sentence whole in a passage, and shows it marked', () => {
    for (const check of checks) {
      const marked = markedPassages(check, material())
        .flatMap((passage) => passage.sentences)
        .filter((one) => one.marked);
      expect(marked.map(({ sentence }) => sentence.id).sort()).toEqual([...check.evidence].sort());
    }
  });

  test('has ids that stand once', () => {
    const ids = [
      sources.map(({ id }) => id),
      claims.map(({ id }) => id),
      passages.map(({ id }) => id),
      passages.flatMap((passage) => passage.sentences.map(({ id }) => id)),
      lessons.map(({ id }) => id),
      lessons.flatMap(({ steps }) => steps),
    ];
    expect(ids.flatMap(doubles)).toEqual([]);
    for (const { choices } of checks) expect(doubles(choices.map(({ id }) => id))).toEqual([]);
  });

  test('has references that are whole', () => {
    const known = (all: readonly { readonly id: string }[], id: string): boolean =>
      all.some((one) => one.id === id);
    for (const claim of claims) {
      expect(known(sources, claim.source)).toBe(true);
      expect(sentences.has(claim.sentence)).toBe(true);
    }
    for (const check of checks) {
      expect(check.claims.filter((id) => !known(claims, id))).toEqual([]);
      expect(known(check.choices, check.key)).toBe(true);
      expect(check.claims.length * check.evidence.length).toBeGreaterThan(0);
    }
  });

  test('has a claim on every sentence, and every condition and hedge in its sentence', () => {
    expect(
      [...sentences.keys()].filter((id) => !claims.some((claim) => claim.sentence === id)),
    ).toEqual([]);
    for (const { sentence, condition, hedge } of claims) {
      const text = sentences.get(sentence)?.toLowerCase() ?? '';
      for (const words of [condition, hedge]) expect(text).toContain(words?.toLowerCase() ?? '');
    }
  });

  test('uses every source', () => {
    const used = new Set(claims.map(({ source }) => source));
    expect(sources.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  test('asks 48 to 60 checks in eight lessons, the last of them with the story shut', () => {
    expect(lessons.map(({ closedBook }) => closedBook)).toEqual([...Array(7).fill(false), true]);
    expect(checks.length).toBeGreaterThanOrEqual(48);
    expect(checks.length).toBeLessThanOrEqual(60);
  });

  test.each([
    ['attribution', 14],
    ['demand', 7],
    ['measure', 8],
    ['sequence', 5],
    ['sourcing', 7],
    ['limits', 7],
  ])('asks for %s %i times or more', (skill, least) => {
    expect(checks.filter((check) => check.skill === skill).length).toBeGreaterThanOrEqual(least);
  });

  test('has no source as the right choice in more than a third of the checks that ask for one', () => {
    const keys = checks.flatMap(
      ({ choices, key }) => choices.find(({ id }) => id === key)?.names ?? [],
    );
    const most = Math.max(...sources.map(({ id }) => keys.filter((one) => one === id).length));
    expect(keys.length).toBeGreaterThanOrEqual(10);
    expect(most * 3).toBeLessThanOrEqual(keys.length);
  });

  test('has “the article does not say” as the right choice and as a wrong one', () => {
    const open = checks.filter(({ choices }) => choices.some((choice) => choice.open));
    const right = open.filter(({ choices, key }) =>
      choices.some(({ id, open: is }) => is && id === key),
    );
    expect(right.length).toBeGreaterThanOrEqual(7);
    expect(open.length - right.length).toBeGreaterThanOrEqual(right.length);
  });

  test('has each choice with feedback, and each distractor with its misreading', () => {
    for (const { choices, key } of checks) {
      expect(choices.length).toBe(3);
      for (const { id, feedback, misreading } of choices) {
        expect(feedback.length).toBeGreaterThan(15);
        expect(misreading === undefined).toBe(id === key);
      }
    }
  });

  test('asks of a reading before its check only', () => {
    const read = new Set<string>();
    for (const { body } of lessons) {
      for (const step of body) {
        if (step.kind === 'reading') for (const id of step.passages) read.add(id);
        else {
          const shown = markedPassages(step, material()).map(({ passage }) => passage.id);
          expect(shown.filter((id) => !read.has(id))).toEqual([]);
        }
      }
    }
  });

  test('says what it is made from', () => {
    const about = index.about.join(' ');
    for (const word of ['article', 'date', 'later', 'wording is ours', 'no side']) {
      expect(about).toContain(word);
    }
  });
});
