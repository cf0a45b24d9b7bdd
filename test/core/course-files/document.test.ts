import { describe, expect, test } from 'vitest';
import { areConfusable, type Source } from '../../../src/core/course/ledger.js';
import { parseCourse } from '../../../src/core/course-files/parse-course.js';
import { lintCourse } from '../../../src/core/lint/lint-course.js';
import { sourceFacts } from '../../../src/core/messages/ledger.js';
import { type Edit, kindsFiles } from '../../support/kinds.js';
import { replaced, withFiles } from '../../support/night-library.js';

/** The driver of the course becomes a leaflet. */
const LEAFLET: Edit = [
  'sources.yaml',
  'name: A driver\n    type: person\n    naming: anonymous',
  'name: A leaflet\n    type: document\n    naming: described',
];

const found = (...edits: readonly Edit[]): string[] =>
  lintCourse(kindsFiles(LEAFLET, ...edits).files).problems.map(
    ({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`,
  );

const leaflet: Source = {
  ...{ id: 'leaflet', name: 'A leaflet', type: 'document', naming: 'described' },
  ...{ role: 'leaflet of the drivers', side: 'Drivers', speaksFor: 'the union' },
};

describe('a source that is a document', () => {
  test('is part of a course of format 2', () => {
    const parsed = parseCourse(kindsFiles(LEAFLET).files);
    expect('course' in parsed && parsed.course.material.sources.at(-1)).toMatchObject({
      name: 'A leaflet',
      type: 'document',
    });
  });

  test('needs format 2', () => {
    const text = replaced('sources.yaml', 'type: person', 'type: document');
    const { files } = withFiles(new Map([['sources.yaml', text]]));
    expect(parseCourse(files)).toMatchObject({
      problems: [
        {
          ...{ file: 'sources.yaml', line: 4, column: 5, rule: 'needs-format-2' },
          message: "'type: document' needs format 2: write 'format: 2' in course.yaml",
        },
      ],
    });
  });

  test('needs a version of the program that knows it', () => {
    const warning =
      "sources.yaml:30 older-program: programs before 0.3.0 do not know 'type: document': write 'needs: 0.3.0' in course.yaml";
    expect(found()).toEqual([warning]);
    expect(found(['course.yaml', 'needs: 0.2.0\n', ''])).toEqual([warning]);
    expect(found(['course.yaml', 'needs: 0.2.0', 'needs: 0.3.0'])).toEqual([]);
    expect(found(['course.yaml', 'needs: 0.2.0', 'needs: 0.12.0'])).toEqual([]);
  });

  test("says in who's who that it is one, and for whom it was written", () => {
    expect(sourceFacts(leaflet)).toEqual([
      'leaflet of the drivers',
      'side: Drivers',
      'written on behalf of the union',
      'a document, no title given',
    ]);
    expect(sourceFacts({ ...leaflet, naming: 'named' }).at(-1)).toBe('a document, with its title');
  });

  test('is never a wrong answer where its own side is right', () => {
    const driver: Source = { ...leaflet, id: 'driver', name: 'A driver', type: 'person' };
    const { speaksFor: _, ...alone } = driver;
    expect(areConfusable(leaflet, alone)).toBe(true);
    expect(areConfusable(leaflet, { ...alone, side: 'Town council' })).toBe(false);
  });
});
