import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { firstOf } from '../../src/core/first-of.js';
import { sourceFiles } from '../support/source-files.js';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

const never = (): Promise<never> => new Promise(() => {});

test('the first promise that settles decides, as with Promise.race', async () => {
  let resolve: (value: string) => void = () => {};
  const later = new Promise<string>((settle) => {
    resolve = settle;
  });
  const first = firstOf([never(), later]);
  resolve('later');
  expect(await first).toBe('later');
  expect(await firstOf([later, Promise.resolve('other'), never()])).toBe('later');
  await expect(firstOf([never(), Promise.reject(new Error('no'))])).rejects.toThrow('no');
});

test('everybody who waits for a promise gets its value', async () => {
  let resolve: (value: number) => void = () => {};
  const shared = new Promise<number>((settle) => {
    resolve = settle;
  });
  const waits = [firstOf([shared, never()]), firstOf([never(), shared]), firstOf([shared])];
  resolve(1);
  expect(await Promise.all(waits)).toEqual([1, 1, 1]);
});

test('any number of waits leave one reaction at a promise that never settles', async () => {
  const silent = never();
  const then = vi.spyOn(silent, 'then');
  for (let n = 0; n < 100; n++) expect(await firstOf([silent, Promise.resolve(n)])).toBe(n);
  expect(then).toHaveBeenCalledTimes(1);
});

test('no file of src uses Promise.race, which leaves a reaction at each wait', () => {
  const files = sourceFiles(SRC).map(({ path: file }) => file);
  const racing = files.filter((file) =>
    /Promise\.(race|any)\(/.test(readFileSync(SRC + file, 'utf8')),
  );
  expect(files).toContain('plain/run.ts');
  expect(racing).toEqual([]);
});
