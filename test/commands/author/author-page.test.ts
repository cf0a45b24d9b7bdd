import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Misreading } from '../../../src/core/course/vocabulary.js';
import { missedText } from '../../../src/core/messages/lesson.js';
import { readYaml } from '../../../src/io/course/read-yaml.js';
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

test('new guesses in the ledger what the page says about Ida Lund', () => {
  expect(page).toContain('from the word "told", that Ida Lund\nmakes a statement');
  expect(readFileSync(path.join(course, 'ledger.yaml'), 'utf8')).toContain(
    '    source: lund # a guess\n    kind: statement # a guess, from "told"\n',
  );
});

test('both ways to write a text with quotation marks mean the same', () => {
  const [, first = '', second = ''] =
    /same:\n\n```yaml\n([^`]*)```\n\n```yaml\n([^`]*)```/.exec(page) ?? [];
  const [one, other] = [first, second].map((text) => readYaml('a.yaml', text).file.value) as {
    feedback: string;
  }[];
  expect(one?.feedback).toContain('"unless the council pays"');
  expect(other?.feedback.trim()).toBe(one?.feedback);
});

test('the traps of choices in the text are those that learners read', () => {
  const rows = [...page.matchAll(/^\| Wh.*\? \| `(\S+)` \| (The trap: .*) \|$/gm)];
  expect(rows.length).toBe(6);
  for (const [, misreading = '', text = ''] of rows)
    expect(missedText(misreading as Misreading)).toContain(text);
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
