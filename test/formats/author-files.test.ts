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

describe('the generated files of lessons/', () => {
  test.each([...authorFiles(files)])('include a current %s (npm run schemas)', (place, text) => {
    expect(files.get(place)).toBe(text);
  });

  test('include a schema for each kind of file, named on the first line of every course file', () => {
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

  test('describe every field, with an example that is valid', () => {
    for (const schema of [...Object.values(FIXED_FILES), lessonSchema]) {
      for (const [place, field] of fieldsOf(jsonSchema(schema), '')) {
        expect([place, field.description ?? '']).toEqual([place, expect.stringMatching(/\.$/)]);
        for (const meaning of field.enumDescriptions ?? []) expect(meaning).toMatch(/[.?]$/);
        const { enum: words, enumDescriptions: meanings } = field;
        if (meanings) expect(meanings.length).toBe(words?.length);
      }
    }
    for (const schema of [...Object.values(FIXED_FILES), lessonSchema]) examplesFit(schema);
  });
});

/** The fields within a schema. A file that contains only a list needs no more than a title. */
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

/** Walks through the validator and checks each part against its own example. */
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
  /** Matches "In `name.yaml` ...:" and the code block after it. */
  const blocks = [...page.matchAll(/In `([a-z-]+\.yaml)`[^`]*:\n\n```yaml\n([\s\S]*?)```/g)];

  test('shows a complete course without problems', () => {
    const read = blocks.map(([, name = '', text = '']) => readYaml(name, text));
    expect(read.map(({ file }) => file.name).sort()).toEqual([
      'course.yaml',
      'first-lesson.yaml',
      'ledger.yaml',
      'passages.yaml',
      'sources.yaml',
    ]);
    const problems = read.flatMap((result) => result.problems);
    const report = lintCourse(
      read.map(({ file }) => file),
      problems,
    );
    expect(report.problems).toEqual([]);
  });

  test('shows a sort board and an example that fit into that course', () => {
    const parts = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
    const steps = parts.filter((text) => /^ {2}- (check|sort): /.test(text));
    const head = parts.filter((text) => text.startsWith('example:\n'));
    expect([steps.length, head.length]).toEqual([1, 1]);
    const read = blocks.map(([, name = '', text = '']) => {
      const whole = name === 'first-lesson.yaml' ? `${head[0]}${text}\n${steps.join('\n')}` : text;
      return readYaml(name, whole);
    });
    const report = lintCourse(
      read.map(({ file }) => file),
      read.flatMap(({ problems }) => problems),
    );
    expect(report.problems).toEqual([]);
    expect(report.balances[0]?.checks).toBe(5);
  });

  test('has links to existing headings', () => {
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

  test('is rejected if a part is missing or unknown', () => {
    expect(() => authorPage(page.replace('program: kinds', 'program: kinsd'))).toThrow("'kinsd'");
    expect(() => authorPage('')).toThrow('lacks course');
  });
});
