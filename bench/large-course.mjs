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
  return { ...model, id: `lesson-${n}`, title, closedBook: false, steps: ids, checks: ids, body };
}
