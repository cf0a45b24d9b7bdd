import { fileURLToPath } from 'node:url';
import type { Course } from '../../src/core/course/course.js';
import { checksOf } from '../../src/core/course/lesson.js';
import type { Path } from '../../src/core/course-files/course-file.js';
import { readYaml } from '../../src/io/course/read-yaml.js';
import { textsIn } from './night-library.js';

const folderAt = (place: string): string =>
  fileURLToPath(new URL(`../../${place}`, import.meta.url));

/** All courses of format 2 that are shipped or made up for tests, with their folders. */
export const COURSES: readonly (readonly [string, string])[] = [
  'lessons/claude-contract',
  'lessons/swing-bridge',
  'test/fixtures/courses/kinds',
  'test/fixtures/courses/room',
  'test/fixtures/courses/board',
  'test/fixtures/courses/in-text',
].map((place) => [place, folderAt(place)]);

/** A map, a list or a plain value of a course file. */
// biome-ignore lint/suspicious/noExplicitAny: course files as an author may write them
type Raw = any;

export type Values = ReadonlyMap<string, Raw>;

/** A field of a course file that follows from others. */
export type Field = { readonly file: string; readonly path: Path };

export const valuesIn = (folder: string): Values =>
  new Map([...textsIn(folder)].map(([name, text]) => [name, readYaml(name, text).file.value]));

/** The files with every field written that an author may leave out. The fields come from the course that they make. */
export function writtenOut(values: Values, { lessons, material }: Course): Values {
  const full: Map<string, Raw> = new Map(structuredClone([...values]));
  const checks = new Map(lessons.flatMap(checksOf).map((check) => [check.id, check]));
  full.get('ledger.yaml').claims.forEach((claim: Raw, i: number) => {
    const { channel, when, side } = material.claims[i] ?? {};
    Object.assign(claim, { channel, when, ...(side !== undefined && { side }) });
  });
  full.get('passages.yaml').passages.forEach((passage: Raw, i: number) => {
    passage.paragraph = material.passages[i]?.paragraph;
  });
  for (const { item } of questionsIn(full)) {
    const check = checks.get(item.check ?? item.id);
    Object.assign(item, { evidence: check?.evidence, truth: check?.truth });
    if (!item.choices) continue;
    item.key = check?.key;
    for (const choice of item.choices) {
      const { text, misreading } = check?.choices.find(({ id }) => id === choice.id) ?? {};
      if (choice.open) Object.assign(choice, { text, ...(misreading && { misreading }) });
    }
  }
  return structuredClone(full);
}

type Question = Field & { readonly item: Raw };

/** All checks and rows. */
const questionsIn = (values: Values): Question[] =>
  [...values].flatMap(([file, value]) =>
    (value.steps ?? []).flatMap((step: Raw, i: number): Question[] => {
      if (step.check) return [{ file, path: ['steps', i], item: step }];
      return (step.rows ?? []).map((row: Raw, j: number) => ({
        file,
        path: ['steps', i, 'rows', j],
        item: row,
      }));
    }),
  );

/** The fields of files with every field written whose values are the defaults, as the author's page gives them. */
export function droppableIn(values: Values): Field[] {
  const { claims } = values.get('ledger.yaml');
  const { sources } = values.get('sources.yaml');
  const sides = new Map<string, string>(sources.map(({ id, side }: Raw) => [id, side]));
  const inLedger = (file: string, path: Path): Field => ({ file, path });
  return [
    ...values
      .get('passages.yaml')
      .passages.flatMap(({ paragraph }: Raw, i: number) =>
        paragraph === i + 1 ? [inLedger('passages.yaml', ['passages', i, 'paragraph'])] : [],
      ),
    ...claims.flatMap((claim: Raw, i: number) =>
      [
        ...['channel', 'when'].filter((field) => claim[field].basis === 'not-stated'),
        ...(claim.side !== undefined && sides.get(claim.actor ?? claim.source) === claim.side
          ? ['side']
          : []),
      ].map((field) => inLedger('ledger.yaml', ['claims', i, field])),
    ),
    ...questionsIn(values).flatMap((question) => droppableOf(question, claims)),
  ];
}

function droppableOf({ file, path, item }: Question, claims: readonly Raw[]): Field[] {
  const asked = claims.filter(({ id }) => item.claims.includes(id));
  const evidence = [...new Set(asked.map(({ sentence }) => sentence))];
  const choices: readonly Raw[] = item.choices ?? [];
  const fields: Path[] = [
    ...(String(evidence) === String(item.evidence) ? [['evidence']] : []),
    ...(asked.length === 1 && folded(asked[0].content) === folded(item.truth) ? [['truth']] : []),
    ...(item.key ? [['key']] : []),
    ...choices.flatMap((choice, i): Path[] =>
      choice.open
        ? [
            ...(choice.text === 'The article does not say' ? [['choices', i, 'text']] : []),
            ...(choice.misreading ? [['choices', i, 'misreading']] : []),
          ]
        : [],
    ),
  ];
  return fields.map((field) => ({ file, path: [...path, ...field] }));
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The files without some fields. */
export function dropped(values: Values, fields: readonly Field[]): Values {
  const short: Map<string, Raw> = new Map(structuredClone([...values]));
  for (const { file, path } of fields) {
    const parent = path.slice(0, -1).reduce((value: Raw, part) => value[part], short.get(file));
    delete parent[path.at(-1) ?? ''];
  }
  return short;
}
