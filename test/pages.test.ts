import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../src/cli/program.js';
import type { Environment } from '../src/commands/environment.js';
import { HELP_KEYS } from '../src/core/messages/help.js';
import { ROOM_KEYS } from '../src/core/messages/live-room/host-keys.js';
import { SLIDE_KEYS } from '../src/core/messages/room-report.js';
import { SETTINGS, type Setting } from '../src/core/settings.js';
import { markdownTable } from '../src/formats/author/markdown-table.js';

const text = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

const { version } = JSON.parse(text('package.json')) as { readonly version: string };

describe('the reference', () => {
  const reference = text('docs/reference.md');

  test('has the keys of the help screens', () => {
    for (const keys of [HELP_KEYS, SLIDE_KEYS, ROOM_KEYS])
      expect(reference).toContain(markdownTable(['key', 'what it does'], keys));
  });

  test('has every command and option of the program', () => {
    const program = commandLine({} as Environment, () => {});
    const missing = written(program).filter((name) => !reference.includes(name));
    expect(missing).toEqual([]);
  });

  test('has every setting, with what it is at first', () => {
    const rowOf = ({ key }: Setting) =>
      reference.split('\n').find((line) => line.startsWith(`| \`${key}\` |`)) ?? '';
    const isThere = (setting: Setting) =>
      new RegExp(`\\| \`?${setting.initial}\`? \\|`).test(rowOf(setting));
    expect(SETTINGS.filter((setting) => !isThere(setting)).map(({ key }) => key)).toEqual([]);
  });
});

/** The names of commands, such as `on-the-record list`, and of their options, such as `--json`. */
function written(command: Command, above = ''): string[] {
  const name = `${above}${command.name()}`;
  const options = command.options.filter(({ hidden }) => !hidden);
  return [
    ...(command.commands.length > 0 && above !== '' ? [] : [name]),
    ...options.map(({ long }) => long ?? ''),
    ...command.commands.flatMap((one) => written(one, `${name} `)),
  ];
}

describe('the README', () => {
  const readme = text('README.md');

  test('says first what the program is and how to start it, and the rest in this order', () => {
    const titles = [...readme.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(titles).toEqual([
      'Two commands',
      'The first minute',
      'What stays',
      'For a room',
      'For authors',
      'Where progress is kept',
      'More',
    ]);
    const [beginning = ''] = readme.split('\n## ');
    expect(beginning.match(/pictures\/[a-z]+/g)).toEqual(['pictures/question', 'pictures/verdict']);
  });

  test('is short, because it is in the package', () => {
    expect(Buffer.byteLength(readme)).toBeLessThan(5_000);
  });
});

describe.each(['README.md', 'docs/reference.md', 'docs/workshop.md'])('%s', (page) => {
  test('has the form for PowerShell of each way to start the program with npx', () => {
    const started = /\bnpx (?:--yes )?(?:\.\/[\w.-]+|git\+\w+|\.)(?=[\s`])/g;
    const ways = new Set(text(page).match(started));
    const forms = [...ways].map((way) => way.replace('npx', 'npx.cmd'));
    expect(forms.length).toBeGreaterThan(0);
    expect(forms.filter((form) => !text(page).includes(form))).toEqual([]);
  });

  test('names the package of this version', () => {
    const named = [...text(page).matchAll(/on-the-record-(\d+\.\d+\.\d+)\.tgz/g)];
    expect(new Set(named.map(([, of]) => of))).toEqual(new Set([version]));
  });
});
