import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintCourse } from '../../../src/core/lint/lint-course.js';
import { draftOf } from '../../../src/core/story/draft.js';
import { storyIn } from '../../../src/core/story/story.js';
import { unfitDraft, unfitStory } from '../../../src/core/story/unfit.js';
import { draftFiles } from '../../../src/formats/draft/draft-files.js';
import { yamlText } from '../../../src/formats/draft/yaml-text.js';
import { readYaml } from '../../../src/io/course/read-yaml.js';

const filesOf = (story: string): Map<string, string> | undefined => {
  const draft = draftOf(storyIn(story));
  return draft && draftFiles(draft, 'a-course');
};

const problemsOf = (files: ReadonlyMap<string, string>): string[] => {
  const read = [...files].map(([name, text]) => readYaml(name, text));
  expect(read.flatMap(({ problems }) => problems)).toEqual([]);
  const { problems } = lintCourse(read.map(({ file }) => file));
  return problems.filter(({ rule }) => rule !== 'todo').map(({ message }) => message);
};

describe('the files of a draft', () => {
  test.each([
    ['one claim in two sentences', 'Ann Roe said it was late. She left.'],
    ['one source', 'Ann Roe said it was late. She added that it was cold. She denied the rest.'],
    ['nobody but the silent', 'The mayor did not respond. The bridge is closed. The lamp is out.'],
    [
      'names that YAML could misread',
      'True: said it. Null said yes, and 12 Tribes Inc. said "no" # twice. It is late.',
    ],
    [
      'a heading, and quotation marks',
      'Row: "a # b"\n\nIt is late, said Tell.\n\nWhat: next\n\n“No: never,” said Roe.',
    ],
  ])('have nothing wrong but what is to do, with %s', (_, story) => {
    expect(problemsOf(filesOf(story) ?? new Map())).toEqual([]);
  });

  test('can be read if the story has as many sentences, statements and speakers as it may', () => {
    const letter = (n: number): string => String.fromCharCode(97 + n);
    const name = (i: number): string => `Ann R${letter(i % 20)}${letter(Math.floor(i / 20))}`;
    const text = Array.from({ length: 400 }, (_, i) => `${name(i)} said it was late.`).join('\n\n');
    const story = storyIn(text);
    const draft = draftOf(story);
    if (!draft) throw new Error('nobody speaks');
    expect([unfitStory(story, text), unfitDraft(draft)]).toEqual([undefined, undefined]);
    expect([draft.claims.length, draft.sources.length]).toEqual([400, 400]);
    for (const [file, text] of draftFiles(draft, 'a-course'))
      expect(readYaml(file, text).problems).toEqual([]);
  });

  test('have nothing wrong but what is to do, whatever the story says', () => {
    const names = fc.constantFrom(
      'Ann Roe',
      'The council',
      'A clerk, who asked not to be named,',
      'Norra',
      'She',
      'Mr. Tell',
    );
    const verbs = fc.constantFrom(
      'said',
      'denied',
      'did not respond to',
      'demanded',
      'walked past',
      'said Bo had offered',
    );
    const ends = fc.constantFrom('that.', 'a # plan: it is “late”.', 'it "was', 'an end.\n\n', '—');
    const sentence = fc.tuple(names, verbs, ends).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 12 }), (sentences) => {
        const files = filesOf(sentences.join(' '));
        if (files) expect(problemsOf(files)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('ask about claims of the paragraphs that the lesson reads, each once', () => {
    const story = ['Ann Roe', 'Bo Tell', 'Cy Lee', 'Di Hale', 'Ed Voss', 'Flo Marsh']
      .map((name) => `${name} said that it was late.`)
      .join('\n\n');
    const lesson = filesOf(story)?.get('first-lesson.yaml') ?? '';
    expect(lesson).toContain('passages: [p1, p2, p3, p4, p5]');
    const asked = [...lesson.matchAll(/claims: \[(.*)\]/g)].map(([, id]) => id);
    expect(asked).toEqual(['tell-said', 'roe-said', 'lee-said', 'hale-said', 'voss-said']);
  });

  test('are not written if the story has a quotation and no word that reports it', () => {
    expect(filesOf('Ann Roe walked past.\n\n“It was late, and Ann Roe said so.')).toBeUndefined();
  });

  test('mark what a program chose in the question in the text as a guess', () => {
    const story = 'Ann Roe said it was late. Bo Tell left. It rained. Cy Lee denied it.';
    const lesson = filesOf(story)?.get('first-lesson.yaml') ?? '';
    const question = lesson.slice(lesson.indexOf('which-sentence'), lesson.indexOf('- sort'));
    const chosen = question.match(/(?:skill|misreading): .*/g) ?? [];
    expect(chosen.length).toBeGreaterThan(2);
    for (const line of chosen) expect(line).toMatch(/ # a guess$/);
  });

  test('quote texts that YAML would read as something else', () => {
    const texts = [
      'Ann Roe',
      'true',
      '12',
      'a: b',
      'a #b',
      "The union's",
      '- x',
      '“No”',
      'O’Hara & Co.',
    ];
    for (const text of texts)
      expect(readYaml('x.yaml', `x: ${yamlText(text)}`).file.value).toEqual({ x: text });
    expect(yamlText('Ann Roe')).toBe('Ann Roe');
  });
});
