import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeAnswerLog } from './answer-log.mjs';
import { helloInk } from './baselines.mjs';
import { checkoutOf, courseParts, ourCheckout } from './checkout.mjs';
import { largeCourse } from './large-course.mjs';
import { install } from './npm.mjs';

/** Outside the package, and kept from one run to the next. */
const FOLDER = path.join(tmpdir(), 'on-the-record-bench');

/**
 * Everything that is measured.
 * @param commit an earlier commit to compare with, if any
 * @returns sides: our program, then the earlier one; hello: the path of hello-Ink; folder: where all of it is
 */
export async function prepare(commit) {
  mkdirSync(FOLDER, { recursive: true });
  const checkouts = [ourCheckout(FOLDER)];
  if (commit !== undefined) checkouts.push(checkoutOf(commit, FOLDER));
  const sides = [];
  for (const [n, checkout] of checkouts.entries())
    sides.push(await sideOf(checkout, path.join(FOLDER, ['side-ours', 'side-earlier'][n])));
  return { folder: FOLDER, hello: await helloInk(path.join(FOLDER, 'hello')), sides };
}

/**
 * A program as it is published: packed, and installed from its tarball. A second copy has a course of 10,000 checks.
 * Each side has progress of its own, since the summaries of two versions may differ: `year` is a year of the shipped
 * course, `largeData` 100,000 answers in the large one, `none` is empty. The first start writes the summaries.
 */
async function sideOf(checkout, folder) {
  rmSync(folder, { recursive: true, force: true });
  const installed = install(checkout.tarball, folder);
  const large = path.join(folder, 'large');
  cpSync(installed, large, { recursive: true });
  const [year, largeData, none] = ['year', 'large', 'none'].map((name) =>
    path.join(folder, `data-${name}`),
  );
  const { readCourseParts, writeCourseParts } = await courseParts(checkout);
  const shipped = readCourseParts(courseIn(installed, 'claude-contract'));
  const parts = largeCourse(shipped, 10_000);
  mkdirSync(courseIn(large, 'large'));
  writeCourseParts(courseIn(large, 'large'), parts);
  writeAnswerLog(year, shipped.get('index'), 60 + 365 * 10);
  writeAnswerLog(largeData, parts.get('index'), 100_000);
  return {
    ...checkout,
    installed,
    program: programIn(installed),
    largeProgram: programIn(large),
    year,
    largeData,
    none,
  };
}

const courseIn = (installed, course) => path.join(installed, 'dist', 'courses', course);
const programIn = (installed) => path.join(installed, 'bin', 'on-the-record.js');

/** Removes the code that V8 compiled, so that the next start is like the first one after an installation. */
export const removeCompiledCode = ({ installed }) =>
  rmSync(path.join(installed, 'dist', '.compiled'), { recursive: true, force: true });
