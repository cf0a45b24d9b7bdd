import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';

const CHECKS_PER_LESSON = 40;

/**
 * A course named "large" that repeats the checks of another one under new ids.
 * @param shipped the parts of a compiled course, by name
 * @returns the parts of the large course, by name
 */
export function largeCourse(shipped, checks) {
  const index = shipped.get('index');
  const isCheck = ({ kind }) => kind === 'check';
  const models = index.lessons.flatMap(({ id }) =>
    shipped.get(`lesson-${id}`).body.filter(isCheck),
  );
  const lessons = Array.from({ length: Math.ceil(checks / CHECKS_PER_LESSON) }, (_, n) => {
    const first = n * CHECKS_PER_LESSON;
    const length = Math.min(CHECKS_PER_LESSON, checks - first);
    const body = Array.from({ length }, (_, i) => ({
      ...models[(first + i) % models.length],
      id: `check-${first + i}`,
    }));
    return lesson(n, index.lessons[n % index.lessons.length], body);
  });
  const outlines = lessons.map(({ body: _, ...outline }) => outline);
  const isShared = ([name]) => name !== 'index' && !name.startsWith('lesson-');
  return new Map([
    ['index', { ...index, id: 'large', title: 'A large course', lessons: outlines }],
    ...[...shipped].filter(isShared),
    ...lessons.map((one) => [`lesson-${one.id}`, one]),
  ]);
}

function lesson(n, model, body) {
  const ids = body.map(({ id }) => id);
  const title = `${model.title} (${n + 1})`;
  const { soFar: _, boards: __, ...rest } = model;
  const inText = body.filter((check) => check.inText).map(({ id }) => id);
  return {
    ...{ ...rest, id: `lesson-${n}`, title, closedBook: false, steps: ids, checks: ids, body },
    ...(rest.inText && { inText }),
  };
}

const MATERIAL = ['sources.yaml', 'ledger.yaml', 'passages.yaml'];

/** Some checks come twice in a lesson. A course has no aliases. */
const yamlOf = (value) => stringify(value, { aliasDuplicateObjects: false });

/**
 * Writes the YAML files of a course that repeats the checks of a shipped course. Each has a word of its own in its
 * question and choices, so that no two texts are the same.
 * @param root the checkout with the shipped course
 */
export function writeLargeCourse(root, folder, checks) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const textOf = (name) =>
    readFileSync(path.join(root, 'lessons', 'claude-contract', name), 'utf8');
  const write = (name, text) => writeFileSync(path.join(folder, name), text);
  const course = parse(textOf('course.yaml'));
  const steps = course.lessons.flatMap((id) => parse(textOf(`${id}.yaml`)).steps);
  const models = steps.filter((step) => step.check && !isInText(step));
  const reading = {
    reading: 'all',
    passages: parse(textOf('passages.yaml')).passages.map(({ id }) => id),
  };
  const lessons = Array.from(
    { length: Math.ceil(checks / CHECKS_PER_LESSON) },
    (_, n) => `lesson-${n}`,
  );
  for (const name of MATERIAL) write(name, textOf(name));
  write('course.yaml', yamlOf({ ...course, id: 'large', lessons }));
  for (const [n, id] of lessons.entries()) {
    const first = n * CHECKS_PER_LESSON;
    const length = Math.min(CHECKS_PER_LESSON, checks - first);
    const own = Array.from({ length }, (_, i) =>
      ownCheck(models[(first + i) % models.length], first + i),
    );
    const head = { id, title: `Lesson ${n}`, goal: 'To read closely.', minutes: 5 };
    write(`${id}.yaml`, yamlOf({ ...head, steps: [...(n === 0 ? [reading] : []), ...own] }));
  }
}

/** Whether the choices of a check are words or sentences of a passage, so that it fits nowhere else. */
export const isInText = ({ choices }) => choices.some(({ words, sentence }) => words ?? sentence);

function ownCheck(model, n) {
  const word = [...String(n)].map((digit) => 'abcdefghij'[digit]).join('');
  const choices = model.choices.map(({ text = 'The article does not say', ...choice }) => ({
    ...choice,
    text: `${text} ${word}`,
  }));
  return { ...model, check: `check-${n}`, stem: model.stem.replace(/\?$/, ` ${word}?`), choices };
}
