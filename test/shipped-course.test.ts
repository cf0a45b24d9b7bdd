import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Check } from '../src/core/course/course.js';
import { markedPassages } from '../src/core/course/evidence.js';
import { checksIn, checksOf, EXAMPLE } from '../src/core/course/lesson.js';
import { lintCourse } from '../src/core/lint/lint-course.js';
import { sourceFacts } from '../src/core/messages/ledger.js';
import { askText } from '../src/core/messages/verdict.js';
import { hintTexts } from '../src/core/views/hints.js';
import { openCourseFolder, readCourseFiles } from '../src/io/course/read-course-folder.js';

const { index, material, lesson } = openCourseFolder(
  fileURLToPath(new URL('../lessons/claude-contract', import.meta.url)),
);
const { sources, claims, passages } = material();
const lessons = index.lessons.map(({ id }) => lesson(id));
const checks = lessons.flatMap(checksOf);
const sentences = new Map(
  passages.flatMap((passage) => passage.sentences.map(({ id, text }) => [id, text] as const)),
);

const duplicates = (ids: readonly string[]): string[] =>
  ids.filter((id, i) => ids.indexOf(id) !== i);

describe.each([
  ['claude-contract', 2128 / 60],
  ['swing-bridge', 894 / 21],
])('the files of %s', (id, before) => {
  test('have at most two thirds of the lines for each check that they had in 0.2.0', () => {
    const { files } = readCourseFiles(fileURLToPath(new URL(`../lessons/${id}`, import.meta.url)));
    const [{ lines = 0, checks } = { checks: 0 }] = lintCourse(files).balances;
    expect(checks).toBeGreaterThan(20);
    expect(lines / checks).toBeLessThanOrEqual((before * 2) / 3);
  });
});

describe.each(['claude-contract', 'swing-bridge'])('the course %s', (id) => {
  const shipped = openCourseFolder(fileURLToPath(new URL(`../lessons/${id}`, import.meta.url)));
  const asked = shipped.index.lessons.flatMap((one) => checksOf(shipped.lesson(one.id)));

  test('never says of a word or sentence of the story that it was not said', () => {
    const inText = asked.filter((check) => check.inText);
    expect(inText.length).toBeGreaterThan(2);
    for (const { id: check, choices } of inText)
      for (const { misreading } of choices)
        expect([check, misreading]).not.toEqual([check, 'not-in-article']);
  });

  test('proves who it was with the name or the role, never with "he" or "she" alone', () => {
    const { sources, passages } = shipped.material();
    const all = passages.flatMap(({ sentences }) => sentences);
    const keys = asked
      .filter(({ inText }) => !inText)
      .flatMap(({ id, evidence, key, choices }) => {
        const named = choices.find((choice) => choice.id === key)?.names;
        const who = sources.find((source) => source.id === named && source.type === 'person');
        const proof = all.filter((one) => evidence.includes(one.id)).map(({ text }) => text);
        return who ? [[id, proof.join(' '), who.name.split(' ').at(-1) ?? ''] as const] : [];
      });
    expect(keys.length).toBeGreaterThan(4);
    for (const [id, proof, name] of keys) expect(proof, id).toContain(name);
  });

  test('says only once in who’s who for whom a source speaks', () => {
    const facts = shipped.material().sources.map(sourceFacts);
    expect(facts.flat().some((fact) => fact.startsWith('speaks for'))).toBe(true);
    for (const said of facts)
      expect(said.filter((fact) => fact.includes('speaks for')).length).toBeLessThan(2);
  });
});

const offersThreatAsDone = ({ choices }: Check): boolean =>
  choices.some(({ misreading }) => misreading === 'threatened-as-done');

describe('the shipped course', () => {
  test('retells nine paragraphs of the article, in several sentences of under 30 words', () => {
    expect(passages.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const passage of passages) expect(passage.sentences.length).toBeGreaterThan(1);
    for (const text of sentences.values()) {
      expect(text).toMatch(/^\p{Lu}.*\.$/u);
      for (const sentence of text.split(/(?<=\.) /))
        expect([sentence, sentence.split(' ').length < 30]).toEqual([sentence, true]);
    }
  });

  test('has every evidence sentence in a passage, and highlights it there', () => {
    for (const check of checks) {
      const marked = markedPassages(check, material())
        .flatMap((passage) => passage.sentences)
        .filter(({ marked: isMarked }) => isMarked);
      expect(marked.map(({ sentence }) => sentence.id).sort()).toEqual([...check.evidence].sort());
    }
  });

  test('has unique ids', () => {
    const ids = [
      sources.map(({ id }) => id),
      claims.map(({ id }) => id),
      passages.map(({ id }) => id),
      passages.flatMap((passage) => passage.sentences.map(({ id }) => id)),
      lessons.map(({ id }) => id),
      lessons.flatMap(({ steps }) => steps).filter((id) => id !== EXAMPLE),
      checks.map(({ id }) => id),
    ];
    expect(ids.flatMap(duplicates)).toEqual([]);
    for (const { choices } of checks) expect(duplicates(choices.map(({ id }) => id))).toEqual([]);
  });

  test('has no broken references', () => {
    const known = (all: readonly { readonly id: string }[], id: string): boolean =>
      all.some((item) => item.id === id);
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

  test('has a claim for every sentence, and each condition and hedge is in its sentence', () => {
    expect(
      [...sentences.keys()].filter((id) => !claims.some((claim) => claim.sentence === id)),
    ).toEqual([]);
    for (const { sentence, condition, hedge } of claims) {
      const text = sentences.get(sentence)?.toLowerCase() ?? '';
      for (const words of [condition, hedge]) expect(text).toContain(words?.toLowerCase() ?? '');
    }
  });

  test('reports something that every source says or does', () => {
    const used = new Set(claims.flatMap(({ source, actor = source }) => [source, actor]));
    expect(sources.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  test('asks 56 to 66 checks in eight lessons, the last with closed book', () => {
    expect(lessons.map(({ closedBook }) => closedBook)).toEqual([...Array(7).fill(false), true]);
    expect(checks.length).toBeGreaterThanOrEqual(56);
    expect(checks.length).toBeLessThanOrEqual(66);
  });

  test('begins each lesson with an example, and ends it with a habit', () => {
    for (const { body, habit } of lessons) {
      expect(body.map(({ kind }) => kind).indexOf('example')).toBe(0);
      expect(habit).toBeDefined();
    }
  });

  test('says what happened so far in each lesson but the first', () => {
    const withSoFar = lessons.filter(({ soFar }) => soFar !== undefined).map(({ id }) => id);
    expect(withSoFar).toEqual(lessons.slice(1).map(({ id }) => id));
  });

  test.each([
    ['attribution', 16],
    ['demand', 11],
    ['measure', 11],
    ['sequence', 5],
    ['sourcing', 7],
    ['limits', 6],
  ])('tests the skill %s at least %i times', (skill, least) => {
    expect(checks.filter((check) => check.skill === skill).length).toBeGreaterThanOrEqual(least);
  });

  test('asks 10 to 14 checks in the text, and has three boards, one of them about steps', () => {
    const inText = checks.filter((check) => check.inText).length;
    expect(inText).toBeGreaterThanOrEqual(10);
    expect(inText).toBeLessThanOrEqual(14);
    const boards = lessons.flatMap(({ body }) => body.filter((step) => step.kind === 'board'));
    expect(boards).toHaveLength(3);
    const steps = ['done', 'threatened', 'demanded', 'refused'];
    expect(boards.map(({ headings }) => headings.map(({ text }) => text))).toContainEqual(steps);
  });

  test('offers a threat as if it were done in at least eight checks of four lessons', () => {
    const offer = lessons
      .map((one) => checksOf(one).filter(offersThreatAsDone).length)
      .filter((count) => count > 0);
    expect(offer.length).toBeGreaterThanOrEqual(4);
    expect(offer.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(8);
  });

  test('has no source as the key of more than a third of the source checks', () => {
    const keys = checks.flatMap(
      ({ choices, key }) => choices.find(({ id }) => id === key)?.names ?? [],
    );
    const most = Math.max(...sources.map(({ id }) => keys.filter((key) => key === id).length));
    expect(keys.length).toBeGreaterThanOrEqual(10);
    expect(most * 3).toBeLessThanOrEqual(keys.length);
  });

  test('has “the article does not say” as a right choice and as a wrong choice', () => {
    const open = checks.filter(({ choices }) => choices.some((choice) => choice.open));
    const right = open.filter(({ choices, key }) =>
      choices.some(({ id, open: isOpen }) => isOpen && id === key),
    );
    expect(right.length).toBeGreaterThanOrEqual(7);
    expect(open.length - right.length).toBeGreaterThanOrEqual(right.length);
  });

  test('asks in a hint where the article says so as often if it does as if it does not', () => {
    const hinted = lessons
      .filter(({ closedBook }) => !closedBook)
      .flatMap(checksOf)
      .filter(({ choices }) => choices.some(({ open }) => open))
      .filter((check) => hintTexts(check, material()).includes(askText('where')));
    const open = hinted.filter(({ choices, key }) => choices.find(({ id }) => id === key)?.open);
    expect(hinted.length).toBeGreaterThanOrEqual(8);
    expect(open.length * 2).toBeLessThanOrEqual(hinted.length);
  });

  test.each([
    ['limits', 'limit'],
    ['sequence', 'step'],
    ['sourcing', 'who'],
  ] as const)('hints at a question for words of the skill %s with the habit %s', (skill, habit) => {
    const asked = checks.filter((check) => check.inText === 'words' && check.skill === skill);
    expect(asked.length).toBeGreaterThan(0);
    for (const check of asked)
      expect([check.id, hintTexts(check, material()).at(-1)]).toEqual([check.id, askText(habit)]);
  });

  test('hints with the habit "whose" at questions that ask whose view the speaker gives', () => {
    const asked = checks.filter(({ stem }) => stem.startsWith('Whose view'));
    expect(asked.map(({ id }) => id)).toEqual(['whose-belief', 'whose-view']);
    for (const check of asked) expect(hintTexts(check, material()).at(-1)).toBe(askText('whose'));
  });

  test('has feedback for each choice, and a misreading for each distractor', () => {
    for (const { id: check, choices, key } of checks) {
      expect([3, 4]).toContain(choices.length);
      for (const { id, feedback, misreading } of choices) {
        expect([check, feedback.length > 15]).toEqual([check, true]);
        expect([check, id, misreading === undefined]).toEqual([check, id, id === key]);
      }
    }
  });

  test('shows a passage before its checks', () => {
    const read = new Set<string>();
    for (const { body } of lessons) {
      for (const step of body) {
        if (step.kind === 'reading') for (const id of step.passages) read.add(id);
        for (const check of checksIn(step)) {
          const passageIds = markedPassages(check, material()).map(({ passage }) => passage.id);
          expect(passageIds.filter((id) => !read.has(id))).toEqual([]);
        }
      }
    }
  });

  test('names its article', () => {
    const about = index.about.join(' ');
    for (const word of ['article', 'date', 'later', 'wording is ours', 'no side']) {
      expect(about).toContain(word);
    }
  });
});
