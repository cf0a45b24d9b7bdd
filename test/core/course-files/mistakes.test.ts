import { describe, expect, test } from 'vitest';
import { parseCourse } from '../../../src/core/course-files/parse-course.js';
import { lintCourse } from '../../../src/core/lint/lint-course.js';
import { readYaml } from '../../../src/io/course/read-yaml.js';
import { replaced, withFiles } from '../../support/night-library.js';

const LESSON = 'by-heart.yaml';

/** The problems of the course with other text in some files. */
function problemsWith(files: ReadonlyMap<string, string>) {
  const { files: read, unread } = withFiles(files);
  return { shown: lintCourse(read, unread).problems, parsed: parseCourse(read, unread) };
}

describe('a mistake in a course', () => {
  test('at the top of a file hides no mistake below, on which the program would fail', () => {
    const lesson = replaced(LESSON, 'goal:', 'stem: What?\nskill: demand\ngoal:').replace(
      '    choices:',
      '    choicez:',
    );
    const { shown, parsed } = problemsWith(new Map([[LESSON, lesson]]));
    expect(shown.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("did you mean 'choices'?"),
    );
    expect(parsed).toHaveProperty('problems');
  });

  test('has no escape codes in its message', () => {
    const about = '"\\e]0;title\\a\\e[2Jid"';
    const course = replaced('course.yaml', 'about:', `about: { ${about}: x }\naboutt:`);
    const { shown } = problemsWith(new Map([['course.yaml', course]]));
    expect(shown.length).toBeGreaterThan(0);
    for (const { message } of shown) expect(message).not.toMatch(/\p{Cc}/u);
  });
});

test('thousands of texts that a # cuts off take no longer than a few', () => {
  const ledger = `claims:\n${'  - id: #a b c\n'.repeat(2_000)}`;
  const { file } = readYaml('ledger.yaml', ledger);
  const { files } = withFiles(new Map());
  const all = files.map((one) => (one.name === 'ledger.yaml' ? file : one));
  // It took minutes when each problem looked through all of them.
  expect(parseCourse(all)).toHaveProperty('problems');
});
