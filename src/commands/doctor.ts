import path from 'node:path';
import { markedPassages } from '../core/course/evidence.js';
import { courseHash } from '../core/course/fingerprint.js';
import { checksOf } from '../core/course/lesson.js';
import { grade } from '../core/grade.js';
import { madeWithText } from '../core/room/made-with.js';
import { asciiText, isUtf8 } from '../core/text/ascii.js';
import { counted } from '../core/text/english.js';
import { plainText } from '../core/text/sanitize.js';
import { VERSION } from '../core/version.js';
import { isSizeReported, LEAST_WINDOW, windowSize } from '../core/window.js';
import type { OpenCourse } from '../io/course/open-course.js';
import { canOthersWrite } from '../io/files/ownership.js';
import { cannotWrite, freeBytes } from '../io/files/probe-folder.js';
import { dataFolder } from '../io/progress/data-folder.js';
import { contentOf, settingsFile } from '../io/progress/program-settings.js';
import { layOut } from '../plain/block.js';
import { chooseCourse } from './course/open-course.js';
import type { Environment, Options } from './environment.js';
import { FAILED, OK } from './exit-codes.js';
import { hasScreenReader, isPlain, lacksWebAssembly } from './learn/run-screens.js';
import { NO_WEBASSEMBLY } from './learn/web-assembly.js';
import { lineWidth } from './line-width.js';

/** `bad`: the program will not run; `note`: it will, but not as well as it could. */
type DoctorFinding = {
  readonly state: 'ok' | 'note' | 'bad';
  readonly about: string;
  readonly text: string;
};

const WIDEST = 80;

/** `doctor`: whether the program will run here, and what to do if not. @returns the exit code */
export async function doctor(options: Options, environment: Environment): Promise<number> {
  const { stdout, env, platform } = environment;
  const findings = [
    nodeFinding(),
    terminalFinding(options, environment),
    colourFinding(options, environment),
    unicodeFinding(environment),
    ...diskFindings(options, environment),
    await courseFinding(options, environment),
    ...windowsFindings(environment),
  ];
  const runs = findings.every(({ state }) => state !== 'bad');
  const width = lineWidth(environment, WIDEST);
  const rows = findings.map(({ state, about, text }) => ({
    lead: `${MARKS[state]} ${about.padEnd(ABOUT)} `,
    text,
  }));
  const verdict = runs ? 'The program will run here.' : 'The program will not run here.';
  const said = `${layOut([rows, [verdict]], width)}\n`;
  stdout.write(isUtf8(env, platform) ? said : asciiText(said));
  return runs ? OK : FAILED;
}

const MARKS = { ok: '✓', note: '·', bad: '✗' } as const;
const ABOUT = 9;

const ok = (about: string, text: string): DoctorFinding => ({ state: 'ok', about, text });
const note = (about: string, text: string): DoctorFinding => ({ state: 'note', about, text });
const bad = (about: string, text: string): DoctorFinding => ({ state: 'bad', about, text });

const LEAST_NODE = 20;

function nodeFinding(): DoctorFinding {
  const { node } = process.versions;
  return Number.parseInt(node, 10) >= LEAST_NODE
    ? ok('Node', `${node}, ok`)
    : bad('Node', `${node} is too old: install Node ${LEAST_NODE} or later`);
}

const WITHOUT_SCREENS = 'Only preview and workshop report --present do not work';

function terminalFinding(options: Options, environment: Environment): DoctorFinding {
  if (lacksWebAssembly(options, environment))
    return note(
      'Terminal',
      `${NO_WEBASSEMBLY}: the program uses numbered lines instead. ${WITHOUT_SCREENS}`,
    );
  if (hasScreenReader(options, environment))
    return ok('Terminal', 'numbered lines, for a screen reader');
  if (isPlain(options, environment))
    return note('Terminal', `numbered lines instead of screens. ${WITHOUT_SCREENS}`);
  const { stdout, env } = environment;
  const { columns, rows } = windowSize(stdout, env);
  const source = isSizeReported(stdout) ? '' : ', because the terminal reports no size';
  const size = `${columns} columns, ${rows} rows${source}`;
  return columns >= LEAST_WINDOW.columns && rows >= LEAST_WINDOW.rows
    ? ok('Terminal', `${size}, ok`)
    : note(
        'Terminal',
        `${size}: make the window ${LEAST_WINDOW.columns} by ${LEAST_WINDOW.rows} or larger, or add --plain`,
      );
}

function colourFinding({ color }: Options, { stdout, env }: Environment): DoctorFinding {
  if (color === false || env.NO_COLOR)
    return ok('Colour', 'off, as you asked: everything in colour also has a mark');
  const depth = stdout.isTTY ? stdout.getColorDepth(env) : 1;
  return depth > 1
    ? ok('Colour', 'ok')
    : note('Colour', 'none here: everything in colour also has a mark, so nothing is lost');
}

const unicodeFinding = ({ env, platform }: Environment): DoctorFinding =>
  isUtf8(env, platform)
    ? ok('Unicode', 'ok')
    : note(
        'Unicode',
        'the locale is not UTF-8, so the program uses plain marks. For other marks, set LANG to a locale that ends in .UTF-8',
      );

function windowsFindings({ platform }: Environment): DoctorFinding[] {
  if (platform !== 'win32') return [];
  const text =
    'nobody has tried the program on Windows. If PowerShell blocks npx, type npx.cmd instead';
  return [note('Windows', text)];
}

/** Less is not enough to be sure of every answer; and so much leaves room for others. In bytes. */
const LEAST_FREE = 1024 * 1024;
const GOOD_FREE = 50 * 1024 * 1024;

function diskFindings({ dataDir }: Options, { env }: Environment): DoctorFinding[] {
  const data = dataFolder(dataDir, env);
  const here = path.resolve('.');
  const [noData, noHere] = [cannotWrite(data), cannotWrite(here)];
  return [
    noData === undefined
      ? answersFinding(data)
      : bad(
          'Answers',
          `cannot be saved in ${plainText(data)}: ${noData}. Choose another folder with --data-dir`,
        ),
    noHere === undefined
      ? ok('Results', `go to ${plainText(here)}, ok`)
      : note(
          'Results',
          `cannot go to ${plainText(here)}: ${noHere}. They are saved with the answers instead. To save them elsewhere, start the program in another folder`,
        ),
    ...(noData === undefined ? [settingsFinding(settingsFile(data))] : []),
    spaceFinding(freeBytes(noData === undefined ? data : here)),
  ];
}

const answersFinding = (data: string): DoctorFinding =>
  canOthersWrite(data)
    ? note(
        'Answers',
        `are saved in ${plainText(data)}. Other users can write there and change your progress: choose a folder of your own with --data-dir`,
      )
    : ok('Answers', `are saved in ${plainText(data)}, ok`);

const settingsFinding = (file: string): DoctorFinding =>
  contentOf(file)
    ? ok('Settings', `of the program are kept in ${plainText(file)}, ok`)
    : note(
        'Settings',
        `in ${plainText(file)} cannot be read. When you next change a setting, the program writes a new file`,
      );

function spaceFinding(free: number | undefined): DoctorFinding {
  if (free === undefined) return note('Space', 'the system does not say how much is free');
  const text = `${Math.floor(free / LEAST_FREE)} MB free`;
  if (free < LEAST_FREE)
    return bad('Space', `${text}: free some space, or answers cannot be saved`);
  return free < GOOD_FREE
    ? note('Space', `${text}: free some space to be safe`)
    : ok('Space', `${text}, ok`);
}

async function courseFinding(options: Options, environment: Environment): Promise<DoctorFinding> {
  try {
    const course = await chooseCourse(options, environment);
    const checks = wholeChecks(course);
    const { title, words } = course.index;
    const version = madeWithText({ version: VERSION, words });
    return ok(
      'Course',
      `${title}: ${counted(checks, 'question')}, version ${version}, complete, ok`,
    );
  } catch (error) {
    return bad('Course', plainText(error instanceof Error ? error.message : String(error)));
  }
}

/** Reads all of it, and holds it to its hash. @returns how many checks there are; throws where it is not whole */
function wholeChecks({ index, lesson, material }: OpenCourse): number {
  const bodies = index.lessons.map(({ id }) => lesson(id));
  if (courseHash(bodies) !== index.hash)
    throw new Error('the course was changed or damaged: install on-the-record again');
  const checks = bodies.flatMap(checksOf);
  for (const check of checks) {
    grade(check, check.key);
    if (markedPassages(check, material()).length === 0)
      throw new Error(
        `the proof of the question ${check.id} is missing: install on-the-record again`,
      );
  }
  return checks.length;
}
