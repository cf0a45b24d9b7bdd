import { describe, expect, test } from 'vitest';
import { lintCourse } from '../../../../src/core/lint/lint-course.js';
import { replaced, withFiles } from '../../../support/night-library.js';

const ARTICLE = `The town library may not close
its doors at eight any more, “under no circumstances”, the mayor said.`;

/** What `check` finds in a course with some words replaced. */
function found(name: string, from: string, to: string, article?: string): string[] {
  const { files } = withFiles(new Map([[name, replaced(name, from, to)]]));
  return lintCourse(files, [], article).problems.map(
    ({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`,
  );
}

const SENTENCE = 'Ines Dahl wrote that night hours had never stood in the budget.';
const FEEDBACK = 'Nobody speaks of that.';

describe('with the article, check finds', () => {
  test('words that the course shares with it, with both texts', () => {
    const shared = 'Ines Dahl says the library may not close its doors at eight.';
    expect(found('by-heart.yaml', FEEDBACK, shared, ARTICLE)).toEqual([
      "by-heart.yaml:25 article-words: 8 words in a row are also in the article (line 1): 'library may not close its doors at eight'. Say it in your own words",
    ]);
    const changed = 'She said that the doors at eight "any more under" no circumstances were open.';
    expect(found('by-heart.yaml', FEEDBACK, changed, ARTICLE)[0]).toBe(
      "by-heart.yaml:25 article-words: 8 words in a row are also in the article (line 2): 'doors at eight \"any more under\" no circumstances', there 'doors at eight any more, “under no circumstances'. Say it in your own words",
    );
  });

  test('words in quotation marks, from the article or not', () => {
    expect(found('by-heart.yaml', FEEDBACK, 'He said “under no Circumstances”.', ARTICLE)).toEqual([
      "by-heart.yaml:25 quotation-marks: 'under no Circumstances' is in quotation marks and in the article (line 2): say it in your own words, without the marks",
    ]);
    expect(found('by-heart.yaml', FEEDBACK, "He said 'what a day'.", ARTICLE)).toEqual([
      "by-heart.yaml:25 quotation-marks: 'what a day' is in quotation marks, but no passage has these words: quote the passage as it is now, or take the marks out",
    ]);
  });

  test.each(['„so“', '«so»', '"so"', '“so”', '‘so it’s’', "'so'"])('the marks of %s', (text) => {
    expect(found('by-heart.yaml', FEEDBACK, `She said ${text} there.`, ARTICLE)).toHaveLength(1);
  });

  test('no copied words in the role of a source, unless it is more than a role', () => {
    const article = 'It was Ben Kjeldsen who runs the night hours of the town library.';
    const role = (text: string) =>
      ['sources.yaml', 'role: head librarian', `role: ${text}`] as const;
    const name = 'Ben Kjeldsen who runs the night hours of the library';
    expect(found(...role('who runs the night hours of the town library'), article)).toEqual([]);
    expect(
      found(...role(`${name} and who runs the night hours of the town library`), article),
    ).toHaveLength(2);
  });

  test('comments with its words in a finished course, once for each file', () => {
    const from = '  - reading: read-p1';
    const comment = '  # p1s1: The town library may\n  #   not close its doors at eight.\n';
    const copied = (text: string): string[] =>
      found('the-quarrel.yaml', from, text + from, ARTICLE);
    expect(copied(comment)).toEqual([
      'the-quarrel.yaml:6 article-comments: 1 comment of this file has seven or more words in a row from the article: delete them before you share the course',
    ]);
    expect(copied(`${comment}\n${comment}`)).toEqual([
      'the-quarrel.yaml:6 article-comments: 2 comments of this file have seven or more words in a row from the article: delete them before you share the course',
    ]);
    expect(copied('  # The town library may not close.\n')).toEqual([]);
    const toDo = `${comment}  - reading: TODO\n    passages: [p1]\n`;
    expect(copied(toDo)).toEqual([expect.stringContaining('todo: ')]);
  });

  test('no quotation from a passage in feedback, but any in a passage', () => {
    expect(found('by-heart.yaml', FEEDBACK, 'She wrote "never stood".', ARTICLE)).toEqual([]);
    expect(
      found('passages.yaml', SENTENCE, SENTENCE.replace('never', '"never"'), ARTICLE),
    ).toMatchObject([expect.stringContaining('passages.yaml:11 quotation-marks')]);
  });

  test('nothing in what is still to do, and nothing in apostrophes', () => {
    expect(
      found(
        'by-heart.yaml',
        FEEDBACK,
        'TODO retell “may not close its doors at eight any more”',
        ARTICLE,
      ),
    ).toEqual([expect.stringContaining('todo')]);
    expect(
      found(
        'by-heart.yaml',
        FEEDBACK,
        "The readers' cards aren't the mayor's, nor the clerks'.",
        ARTICLE,
      ),
    ).toEqual([]);
  });
});

describe('a waiver', () => {
  const allowed = (rule: string): string =>
    `allow: [{ rule: ${rule}, why: The name of a law. }]\n    hint: Think of “who” decides.`;

  test('allows it, and is not reported as unused if the article is not given', () => {
    const text = allowed('quotation-marks');
    expect(found('by-heart.yaml', 'hint: Think of who decides.', text, ARTICLE)).toEqual([]);
    expect(found('by-heart.yaml', 'hint: Think of who decides.', text)).toEqual([]);
    expect(
      found('by-heart.yaml', 'hint: Think of who decides.', allowed('article-words'), ARTICLE),
    ).toHaveLength(2);
  });
});
