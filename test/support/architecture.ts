import { circlesIn, type Graph } from './circles.js';
import type { SourceFile } from './source-files.js';

/** A row of the tables in docs/architecture.md: a folder of `src` or one file, and what it may import. */
export type Row = {
  readonly name: string;
  /** The file to read first, as a path from `src`. */
  readonly face?: string;
  /** Other rows. */
  readonly imports: readonly string[];
  /** npm packages and `node:` modules. */
  readonly packages: readonly string[];
};

/** Names in a cell, without backticks. A dash is an empty cell. */
const namesIn = (cell: string): string[] => cell.split(/[\s,`]+/).filter((name) => /\w/.test(name));

/**
 * The rows of every table whose first heading is `row`. A heading `imports` names rows by their
 * paths, `imports of core` names those under core without `core/`.
 */
export function rowsIn(markdown: string): Row[] {
  const rows: Row[] = [];
  let headings: readonly string[] = [];
  for (const line of markdown.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length < 3) headings = [];
    else if (cells[1] === 'row') headings = cells;
    else if (headings.length > 0 && !/^-+$/.test(cells[1] ?? '')) rows.push(rowOf(headings, cells));
  }
  return rows;
}

function rowOf(headings: readonly string[], cells: readonly string[]): Row {
  const names = (heading: string): string[] => namesIn(cells[headings.indexOf(heading)] ?? '');
  const [name = ''] = names('row');
  const [face] = names('face');
  return {
    name,
    ...(face === undefined ? {} : { face: `${name}/${face}` }),
    imports: [...names('imports'), ...names('imports of core').map((one) => `core/${one}`)],
    packages: names('packages'),
  };
}

/** The row of a file: the longest name that is the file or a folder around it. */
export function rowFor(file: string, rows: readonly Row[]): Row | undefined {
  const around = rows.filter(({ name }) => file === name || file.startsWith(`${name}/`));
  return around.sort((a, b) => b.name.length - a.name.length)[0];
}

/** Reports files without a row, rows without a file, duplicate rows, and faces without a file. */
export function rowErrors(rows: readonly Row[], files: readonly SourceFile[]): string[] {
  const names = rows.map(({ name }) => name);
  const used = new Set(files.map(({ path }) => rowFor(path, rows)?.name));
  const paths = new Set(files.map(({ path }) => path));
  return [
    ...files.filter(({ path }) => !rowFor(path, rows)).map(({ path }) => `${path} has no row`),
    ...names.filter((name) => !used.has(name)).map((name) => `row ${name} has no file`),
    ...names
      .filter((name, at) => names.indexOf(name) < at)
      .map((name) => `row ${name} is there twice`),
    ...rows.flatMap(({ face }) => (face && !paths.has(face) ? `face ${face} is no file` : [])),
  ];
}

/** Reports imports that the columns of a row do not list, and listed imports that no file of the row has. */
export function columnErrors(rows: readonly Row[], files: readonly SourceFile[]): string[] {
  return rows.flatMap((row) => {
    const own = files.filter(({ path }) => rowFor(path, rows) === row);
    const arrows = own.flatMap((file) =>
      [...rowsOf(file, rows), ...file.packages].map((to) => ({ from: file.path, to })),
    );
    const allowed = new Set([...row.imports, ...row.packages]);
    const used = new Set(arrows.map(({ to }) => to));
    return [
      ...arrows
        .filter(({ to }) => !allowed.has(to))
        .map(({ from, to }) => `${from} imports ${to}, which row ${row.name} does not list`),
      ...[...allowed]
        .filter((to) => !used.has(to))
        .map((to) => `row ${row.name} lists ${to}, which no file of it imports`),
    ];
  });
}

/** The other rows that a file imports. */
const rowsOf = ({ path, files }: SourceFile, rows: readonly Row[]): string[] => {
  const own = rowFor(path, rows);
  return files.flatMap((file) => {
    const row = rowFor(file, rows);
    return row && row !== own ? [row.name] : [];
  });
};

export const fileGraph = (files: readonly SourceFile[]): Graph =>
  new Map(files.map(({ path, files: imported }) => [path, imported]));

export function rowGraph(rows: readonly Row[], files: readonly SourceFile[]): Graph {
  const own = (row: Row): SourceFile[] => files.filter(({ path }) => rowFor(path, rows) === row);
  return new Map(rows.map((row) => [row.name, own(row).flatMap((file) => rowsOf(file, rows))]));
}

export const circleErrors = (graph: Graph): string[] =>
  circlesIn(graph).map((circle) => `a circle: ${circle.join(', ')}`);

/** `cli -> commands -> {ui, plain, io, formats, net, page} -> core`. `load` starts the built program and is on the level of `cli`. */
const LAYERS: Readonly<Record<string, number>> = {
  cli: 0,
  load: 0,
  commands: 1,
  ui: 2,
  plain: 2,
  io: 2,
  formats: 2,
  page: 2,
  net: 2,
  core: 3,
};

/** The folder under `src` that a file is in. `cli.ts` belongs to `cli`. */
const layerOf = (file: string): string => file.split('/')[0]?.replace(/\.ts$/, '') ?? '';

/** Reports imports against the direction of the layers, and unknown layers. */
export function directionErrors(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, files: imported }) => {
    const from = layerOf(path);
    const level = LAYERS[from];
    if (level === undefined) return [`${path} is in no layer`];
    return imported
      .filter((file) => layerOf(file) !== from && (LAYERS[layerOf(file)] ?? 0) <= level)
      .map((file) => `${path} imports ${file}, against the direction`);
  });
}

/** The packages that core may import. They have no side effects. */
const CORE_PACKAGES = ['fastest-levenshtein', 'stemmer', 'ts-fsrs', 'valibot'];

export const coreErrors = (files: readonly SourceFile[]): string[] =>
  files
    .filter(({ path }) => layerOf(path) === 'core')
    .flatMap(({ path, packages }) =>
      packages
        .filter((name) => !CORE_PACKAGES.includes(name))
        .map((name) => `${path} imports ${name}, which core may not`),
    );
