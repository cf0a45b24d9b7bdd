import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { FIXED_FILES } from '../../src/core/course-files/schema/files.js';
import { lessonSchema } from '../../src/core/course-files/schema/lesson.js';
import { lintCourse } from '../../src/core/lint/lint-course.js';
import { authorFiles } from '../../src/formats/author/author-files.js';
import { authorPage } from '../../src/formats/author/author-page.js';
import { type JsonSchema, jsonSchema } from '../../src/formats/author/editor-schemas.js';
import { readYaml } from '../../src/io/course/read-yaml.js';

const LESSONS = fileURLToPath(new URL('../../lessons', import.meta.url));

const files = new Map(
  readdirSync(LESSONS, { recursive: true, encoding: 'utf8' })
    .filter((place) => /\.(yaml|json|md)$/.test(place))
    .map((place) => [
      place.split(path.sep).join('/'),
      readFileSync(path.join(LESSONS, place), 'utf8'),
    ]),
);
const page = files.get('README.md') ?? '';

describe('what of lessons/ is made from the program', () => {
  test.each([...authorFiles(files)])('%s is current (npm run schemas)', (place, text) => {
    expect(files.get(place)).toBe(text);
  });

  test('is a schema for each kind of file, named on the first line of every course file', () => {
    const schemas = [...files.keys()].filter((place) => place.startsWith('schema/'));
    const kinds = ['course', 'ledger', 'lesson', 'passages', 'sources'];
    expect(schemas.sort()).toEqual(kinds.map((kind) => `schema/${kind}.schema.json`));
    const courses = [...files].filter(([place]) => place.endsWith('.yaml'));
    expect(courses.length).toBeGreaterThan(5);
    for (const [place, text] of courses) {
      const [, named = ''] =
        /^# yaml-language-server: \$schema=\.\.\/(schema\/\S+)\n/.exec(text) ?? [];
      expect([place, schemas.includes(named)]).toEqual([place, true]);
    }
  });

  test('is a description of every field, and an example that fits it', () => {
    for (const schema of [...Object.values(FIXED_FILES), lessonSchema]) {
      for (const [place, field] of fieldsOf(jsonSchema(schema), '')) {
        expect([place, field.description ?? '']).toEqual([place, expect.stringMatching(/\.$/)]);
        for (const meaning of field.enumDescriptions ?? []) expect(meaning).toMatch(/\.$/);
        const { enum: words, enumDescriptions: meanings } = field;
        if (meanings) expect(meanings.length).toBe(words?.length);
      }
    }
    for (const schema of [...Object.values(FIXED_FILES), lessonSchema]) examplesFit(schema);
  });
});

/** The fields within a schema; of a whole file's one list the title tells enough. */
function fieldsOf(schema: JsonSchema, place: string): [string, JsonSchema][] {
  const within = [schema.items, ...(schema.anyOf ?? []), ...(schema.items?.anyOf ?? [])];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]): [string, JsonSchema][] => [
      ...(place === '' && /^(sources|passages|claims)$/.test(name)
        ? []
        : [[`${place}.${name}`, field] as [string, JsonSchema]]),
      ...fieldsOf(field, `${place}.${name}`),
    ]),
    ...within.flatMap((one) => (one ? fieldsOf(one, `${place}[]`) : [])),
  ];
}

/** Walks the validator itself: each part is held to its own example. */
function examplesFit(schema: v.GenericSchema): void {
  const { examples = [] } = v.getMetadata(schema) as { examples?: readonly unknown[] };
  for (const example of examples)
    expect([example, v.safeParse(schema, example).success]).toEqual([example, true]);
  const { entries = {}, item, wrapped, options = [] } = schema as Inner;
  for (const one of [...Object.values(entries), item, wrapped, ...options])
    if (typeof one === 'object') examplesFit(one);
}

type Inner = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  readonly options?: readonly (v.GenericSchema | string)[];
};

describe('the author’s page', () => {
  /** "In `name.yaml` ...:" and the block that follows. */
  const shown = [...page.matchAll(/In `([a-z-]+\.yaml)`[^`]*:\n\n```yaml\n([\s\S]*?)```/g)];

  test('builds up a course that check has nothing against', () => {
    const read = shown.map(([, name = '', text = '']) => readYaml(name, text));
    expect(read.map(({ file }) => file.name).sort()).toEqual([
      'course.yaml',
      'ledger.yaml',
      'passages.yaml',
      'sources.yaml',
      'the-letter.yaml',
    ]);
    const problems = read.flatMap((one) => one.problems);
    const report = lintCourse(
      read.map(({ file }) => file),
      problems,
    );
    expect(report.problems).toEqual([]);
  });

  test('has links that lead to its headings', () => {
    const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
      text
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, to]) => to);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((to) => !headings.includes(to ?? ''))).toEqual([]);
  });

  test('is refused with a part that is missing, or not known', () => {
    expect(() => authorPage(page.replace('program: kinds', 'program: kinsd'))).toThrow("'kinsd'");
    expect(() => authorPage('')).toThrow('lacks course');
  });
});
