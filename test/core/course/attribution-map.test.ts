import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { attributionMap } from '../../../src/core/course/attribution-map.js';
import { openCourseFolder } from '../../../src/io/course/read-course-folder.js';

const material = openCourseFolder(
  fileURLToPath(new URL('../../../lessons/claude-contract', import.meta.url)),
).material();

describe('the map of the dispute', () => {
  const map = attributionMap(material, () => true);
  const cellOf = (actor: string, kind: string) =>
    map.cells.find((cell) => cell.actor === actor && cell.kind === kind);

  test('puts a threat in the row of the person who would act, and names its source', () => {
    expect(cellOf('Pete Hegseth', 'threat')?.tellers).toEqual([
      'A Pentagon official',
      'The article itself',
    ]);
    expect(cellOf('Pete Hegseth', 'threat')?.side).toBe('US government');
    expect(cellOf('A Pentagon official', 'threat')).toBeUndefined();
  });

  test('names no actor for a threat if the article names none', () => {
    expect(cellOf('not-stated', 'threat')?.claims.map(({ id }) => id)).toEqual([
      'threat-supply-chain',
    ]);
  });

  test('shows every claim of its kinds once, and only visible claims', () => {
    const ids = map.cells.flatMap(({ claims }) => claims.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(map.of);
    const none = attributionMap(material, () => false);
    expect([none.cells, none.shown, none.of]).toEqual([[], 0, map.of]);
  });
});
