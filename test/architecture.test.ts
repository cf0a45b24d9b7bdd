import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  circleErrors,
  columnErrors,
  coreErrors,
  directionErrors,
  fileGraph,
  type Row,
  rowErrors,
  rowFor,
  rowGraph,
  rowsIn,
} from './support/architecture.js';
import { circlesIn } from './support/circles.js';
import { foldersBySize, longestFile, sizeErrors } from './support/file-sizes.js';
import { importsIn, type SourceFile, sourceFiles } from './support/source-files.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

describe('the files of src', () => {
  const files = sourceFiles(`${ROOT}src`);
  const rows = rowsIn(readFileSync(`${ROOT}docs/architecture.md`, 'utf8'));
  const fileCircles = fileGraph(files);
  const rowCircles = rowGraph(rows, files);

  test('are counted', () => {
    const longest = longestFile(files);
    const [[folder, count] = ['', 0]] = foldersBySize(files);
    console.log(
      `${files.length} files in ${rows.length} rows; circles: ${circlesIn(fileCircles).length} of files, ` +
        `${circlesIn(rowCircles).length} of rows; the longest file is ${longest?.path} with ${longest?.lines} lines, ` +
        `the largest folder ${folder} with ${count} files`,
    );
    expect(files.length).toBeGreaterThan(200);
    expect(rows.length).toBeGreaterThan(30);
  });

  test('belong to one row of docs/architecture.md each, and each row has files and a face', () => {
    expect(rowErrors(rows, files)).toEqual([]);
  });

  test('are all there that docs/architecture.md names with their folders', () => {
    const text = readFileSync(`${ROOT}docs/architecture.md`, 'utf8');
    const named = [...text.matchAll(/`((?:src\/)?[\w-]+\/[\w/-]+\.tsx?)`/g)].map(
      ([, name = '']) => name,
    );
    const isThere = (name: string): boolean =>
      ['', 'src/'].some((folder) => existsSync(`${ROOT}${folder}${name}`));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  test('import what the columns of their row list, and all of it', () => {
    expect(columnErrors(rows, files)).toEqual([]);
  });

  test('form no circle, and neither do the rows', () => {
    expect([...circleErrors(fileCircles), ...circleErrors(rowCircles)]).toEqual([]);
  });

  test('import in the direction cli -> commands -> {ui, plain, io, formats, net} -> core', () => {
    expect(directionErrors(files)).toEqual([]);
  });

  test('have no effects in core', () => {
    expect(coreErrors(files)).toEqual([]);
  });

  test('define each type name once, except Props', () => {
    expect(doubledTypes(files)).toEqual(['Props']);
  });

  test('are short, and few in each folder of core', () => {
    expect(sizeErrors(files)).toEqual([]);
  });
});

/** The type names that more than one file defines. */
function doubledTypes(files: readonly SourceFile[]): string[] {
  const names = files.flatMap(({ types }) => types);
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}

const file = (path: string, imports: Partial<SourceFile> = {}): SourceFile => ({
  path,
  lines: 10,
  files: [],
  packages: [],
  types: [],
  ...imports,
});

const row = (name: string, columns: Partial<Row> = {}): Row => ({
  name,
  imports: [],
  packages: [],
  ...columns,
});

test('a type name that two files define is found', () => {
  const [a, b, c] = [
    file('core/a.ts', { types: ['Place', 'Row'] }),
    file('ui/b.ts', { types: ['Row'] }),
    file('io/c.ts', { types: ['Log'] }),
  ];
  expect(doubledTypes([a, b, c])).toEqual(['Row']);
});

describe('importsIn', () => {
  test('finds every form of import', () => {
    const text = [
      "import path from 'node:path';",
      "import type { A } from './a.js';",
      "import {\n  type B,\n  b,\n} from './b.js';",
      "import * as c from './c.js';",
      "import './effect.js';",
      "export { d } from './d.js';",
      "export type { E } from './e.js';",
      "export * from './f.js';",
      "const g = async () => (await import('./g.js')).g;",
      "type H = import('./h.js').H;",
    ].join('\n');
    expect(importsIn(text)).toEqual([
      'node:path',
      './a.js',
      './b.js',
      './c.js',
      './effect.js',
      './d.js',
      './e.js',
      './f.js',
      './g.js',
      './h.js',
    ]);
  });

  test('takes no text and no comment for an import', () => {
    const text =
      "export const from = 'a';\nexport const text = `it comes from 'b'`;\n// import 'c'";
    expect(importsIn(text)).toEqual([]);
  });

  test('refuses an import that it cannot read', () => {
    expect(() => importsIn('import a from "./a.js";')).toThrow('found 0 imports where 1 lines');
  });
});

describe('rowsIn', () => {
  test('reads the tables that begin with a row, and no other', () => {
    const markdown = [
      '| key | imports |',
      '|---|---|',
      '| q | quit |',
      '',
      '| row | what it is | face | imports of core | packages |',
      '|---|---|---|---|---|',
      '| `core/memory` | when to ask | `fsrs.ts` | `course`, `hash.ts` | `ts-fsrs` |',
      '| `core/hash.ts` | a hash | – | – | – |',
      '',
      '| row | imports | imports of core |',
      '|---|---|---|',
      '| `ui` | `ui/keys` | `text` |',
    ].join('\n');
    expect(rowsIn(markdown)).toEqual([
      {
        name: 'core/memory',
        face: 'core/memory/fsrs.ts',
        imports: ['core/course', 'core/hash.ts'],
        packages: ['ts-fsrs'],
      },
      { name: 'core/hash.ts', imports: [], packages: [] },
      { name: 'ui', imports: ['ui/keys', 'core/text'], packages: [] },
    ]);
  });
});

describe('rowFor', () => {
  const rows = [row('ui'), row('ui/keys'), row('core/hash.ts')];

  test.each([
    ['ui/app.tsx', 'ui'],
    ['ui/keys/keys.ts', 'ui/keys'],
    ['ui/keys-of/keys.ts', 'ui'],
    ['core/hash.ts', 'core/hash.ts'],
    ['core/hash.tsx', undefined],
  ])('%s belongs to %s', (path, name) => {
    expect(rowFor(path, rows)?.name).toBe(name);
  });
});

describe('rowErrors', () => {
  test('names a file without a row', () => {
    expect(rowErrors([row('ui')], [file('ui/app.tsx'), file('web/server.ts')])).toEqual([
      'web/server.ts has no row',
    ]);
  });

  test('names a row without a file, also if a longer row takes its files', () => {
    expect(rowErrors([row('ui'), row('ui/keys')], [file('ui/keys/keys.ts')])).toEqual([
      'row ui has no file',
    ]);
  });

  test('names a row that is there twice', () => {
    expect(rowErrors([row('ui'), row('ui')], [file('ui/app.tsx')])).toEqual([
      'row ui is there twice',
    ]);
  });

  test('names a face that is no file', () => {
    expect(rowErrors([row('ui', { face: 'ui/main.tsx' })], [file('ui/app.tsx')])).toEqual([
      'face ui/main.tsx is no file',
    ]);
  });
});

describe('columnErrors', () => {
  test('names an arrow that the table does not list', () => {
    const files = [file('core/log/entry.ts', { files: ['core/text/ascii.ts'] })];
    expect(
      columnErrors([row('core/log'), row('core/text')], [...files, file('core/text/ascii.ts')]),
    ).toEqual(['core/log/entry.ts imports core/text, which row core/log does not list']);
  });

  test('names an arrow that the table lists and no file uses', () => {
    const rows = [row('core/log', { imports: ['core/text'] }), row('core/text')];
    expect(columnErrors(rows, [file('core/log/entry.ts'), file('core/text/ascii.ts')])).toEqual([
      'row core/log lists core/text, which no file of it imports',
    ]);
  });

  test('names a package that the table does not list, and one that no file imports', () => {
    const rows = [row('io', { packages: ['yaml'] })];
    expect(columnErrors(rows, [file('io/read.ts', { packages: ['node:fs'] })])).toEqual([
      'io/read.ts imports node:fs, which row io does not list',
      'row io lists yaml, which no file of it imports',
    ]);
  });
});

describe('circleErrors', () => {
  test('names a circle of files', () => {
    const files = [
      file('ui/a.ts', { files: ['ui/b.ts'] }),
      file('ui/b.ts', { files: ['ui/c.ts', 'ui/d.ts'] }),
      file('ui/c.ts', { files: ['ui/a.ts'] }),
      file('ui/d.ts'),
    ];
    expect(circleErrors(fileGraph(files))).toEqual(['a circle: ui/a.ts, ui/b.ts, ui/c.ts']);
  });

  test('names a circle of rows whose files form none', () => {
    const files = [
      file('ui/a.ts', { files: ['io/b.ts'] }),
      file('io/b.ts'),
      file('io/c.ts', { files: ['ui/d.ts'] }),
      file('ui/d.ts'),
    ];
    expect(circleErrors(fileGraph(files))).toEqual([]);
    expect(circleErrors(rowGraph([row('ui'), row('io')], files))).toEqual(['a circle: io, ui']);
  });

  test('names a file that imports itself, and circles that share no file', () => {
    const graph = new Map([
      ['a', ['a']],
      ['b', ['c', 'a']],
      ['c', ['b']],
    ]);
    expect(circleErrors(graph)).toEqual(['a circle: a', 'a circle: b, c']);
  });
});

describe('directionErrors', () => {
  test.each([
    ['core/hash.ts', 'io/files/archive.ts'],
    ['ui/app.tsx', 'plain/run.ts'],
    ['io/course/open-course.ts', 'formats/handout.ts'],
    ['formats/handout.ts', 'commands/clock.ts'],
    ['commands/doctor.ts', 'cli.ts'],
    ['commands/doctor.ts', 'cli/program.ts'],
    ['load/main.ts', 'cli.ts'],
  ])('%s may not import %s', (from, to) => {
    expect(directionErrors([file(from, { files: [to] })])).toEqual([
      `${from} imports ${to}, against the direction`,
    ]);
  });

  test.each([
    ['cli.ts', 'cli/program.ts'],
    ['cli/program.ts', 'core/text/sanitize.ts'],
    ['commands/learn/learn.ts', 'ui/start-screens.ts'],
    ['ui/app.tsx', 'core/state/state.ts'],
  ])('%s may import %s', (from, to) => {
    expect(directionErrors([file(from, { files: [to] })])).toEqual([]);
  });

  test('names a file that is in no layer', () => {
    expect(directionErrors([file('web/server.ts')])).toEqual(['web/server.ts is in no layer']);
  });
});

describe('coreErrors', () => {
  test('names node: modules and packages with effects, in core only', () => {
    const files = [
      file('core/hash.ts', { packages: ['node:crypto', 'valibot'] }),
      file('core/log/parse.ts', { packages: ['conf'] }),
      file('io/progress/store.ts', { packages: ['node:fs'] }),
    ];
    expect(coreErrors(files)).toEqual([
      'core/hash.ts imports node:crypto, which core may not',
      'core/log/parse.ts imports conf, which core may not',
    ]);
  });
});

describe('sizeErrors', () => {
  test('names a file that is too long', () => {
    const files = [
      file('ui/app.tsx', { lines: 250 }),
      file('ui/keys/keys.ts', { lines: 251 }),
      file('cli.ts', { lines: 100 }),
      file('core/session/step.ts', { lines: 121 }),
    ];
    expect(sizeErrors(files)).toEqual([
      'ui/keys/keys.ts has 251 lines, of 250 at most',
      'cli.ts has 100 lines, of 99 at most',
      'core/session/step.ts has 121 lines, of 120 at most',
    ]);
  });

  test('names a folder of core with too many files, but no catalogue and no folder elsewhere', () => {
    const many = (folder: string, count: number): SourceFile[] =>
      Array.from({ length: count }, (_, at) => file(`${folder}/${at}.ts`));
    const files = [
      ...many('core/course', 12),
      ...many('core/log', 13),
      ...many('core/lint/rules', 13),
      ...many('ui/pages', 13),
    ];
    expect(sizeErrors(files)).toEqual(['core/log has 13 files, of 12 at most']);
  });
});
