import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHere } from '../../support/in-process.js';

/** What lessons/README.md shows of a terminal and an editor, compared with the program. */
const page = readFileSync(new URL('../../../lessons/README.md', import.meta.url), 'utf8');

const blockAfter = (text: string, language = ''): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page.slice(page.indexOf(text)))?.[1] ??
  '';

const folder = mkdtempSync(path.join(tmpdir(), 'author-page-'));
const course = path.join(folder, 'night-ferry');
let checked = '';

beforeAll(async () => {
  const story = path.join(folder, 'ferry.txt');
  writeFileSync(story, blockAfter('**1. Save the story'));
  await runHere(['new', course, '--from', story]);
  checked = (await runHere(['check', course])).out;
});

afterAll(() => rmSync(folder, { recursive: true }));

test('check prints what the page shows, for the story of the page', () => {
  const [, ...lines] = blockAfter('**3. List what').trimEnd().split('\n');
  expect(lines.length).toBe(3);
  expect(checked.replaceAll(course, 'night-ferry')).toContain(lines.join('\n'));
});

test('the sentence that the page retells is in the file that new writes', () => {
  const passages = readFileSync(path.join(course, 'passages.yaml'), 'utf8');
  const [retold = ''] = blockAfter('**4. Write over', 'yaml').split('        text:');
  expect(retold).toContain('# p1s2: ');
  expect(passages).toContain(retold);
});

test('the task for an editor finds every problem that check prints', () => {
  const { tasks } = JSON.parse(blockAfter('## Your editor', 'json'));
  const { regexp, ...groups } = tasks[0].problemMatcher.pattern;
  const found = checked
    .split('\n')
    .map((line) => new RegExp(regexp).exec(line))
    .filter((match) => match !== null);
  expect(found.length).toBe(Number(/: (\d+) errors/.exec(checked)?.[1]));
  for (const match of found) {
    expect(path.dirname(match[groups.file] ?? '')).toBe(course);
    expect([match[groups.severity], match[groups.code]]).toEqual(['error', 'todo']);
    expect(match[groups.message]).toMatch(/^still to do: /);
    expect(Number(match[groups.line]) * Number(match[groups.column])).toBeGreaterThan(0);
  }
});
