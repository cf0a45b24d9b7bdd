import type { CourseMaterial } from '../core/course/ledger.js';
import { REST } from '../core/messages/room-report.js';
import type { RoomReport } from '../core/room-report/report.js';
import { type BriefReport, briefReport, type CheckView } from '../core/views/room-report.js';
import { type Block, bullet, layOut, type Row } from './block.js';
import { choiceRow, roomBlocks } from './room-report.js';

const MOST_LINES = 25;

/** How many of the files and lines that somebody can still correct are listed before any question, if they fit. */
const FIRST_LISTED = 5;

/** How much of a report is shown: questions, the most lines of each stem, blank lines, all words about people. */
type Form = {
  readonly checks: number;
  readonly stem: number;
  readonly isLoose: boolean;
  readonly isLong: boolean;
};

const TIGHT: Form = { checks: 3, stem: 1, isLoose: false, isLong: false };

/** What somebody has to do matters more than the questions. */
const TIGHTEST: Form = { ...TIGHT, checks: 0 };

/** From the most readable to the shortest. */
const FORMS: readonly Form[] = [
  { ...TIGHT, stem: 2, isLoose: true, isLong: true },
  { ...TIGHT, stem: 2, isLoose: true },
  { ...TIGHT, isLoose: true },
  TIGHT,
  { ...TIGHT, checks: 2 },
  { ...TIGHT, checks: 1 },
  TIGHTEST,
];

/** A report of at most MOST_LINES lines: all of it, or what matters first, and how to see the rest. */
export function briefText(report: RoomReport, material: CourseMaterial, width: number): string {
  const isShort = (text: string): boolean => text.split('\n').length <= MOST_LINES;
  const all = layOut(roomBlocks(report, material), width);
  if (isShort(all)) return all;
  const brief = briefReport(report, material);
  const textOf = (form: Form, items: number): string =>
    layOut(briefBlocks(brief, form, items), width);
  const fits = (form: Form, items: number): boolean => isShort(textOf(form, items));
  const first = Math.min(brief.leftOut.toCorrect, FIRST_LISTED);
  const form = FORMS.find((one) => fits(one, first)) ?? TIGHTEST;
  const counts = brief.leftOut.items.map((_, i) => i + 1).slice(0, MOST_LINES);
  return textOf(form, counts.findLast((items) => fits(form, items)) ?? Math.min(first, 1));
}

/** @param items how many of the files that are not counted have a line */
function briefBlocks(
  { title, room, people, shortPeople, nobody, talk, leftOut }: BriefReport,
  { checks, stem, isLoose, isLong }: Form,
  items: number,
): Block[] {
  const questions = talk.checks.slice(0, checks).map((one) => checkRows(one, stem));
  const [first, ...others] = isLoose ? questions : [questions.flat()];
  const listed = leftOut.items
    .slice(0, items)
    .map((text, i) => (i < leftOut.toCorrect ? bullet(text) : { ...bullet(text), most: 1 }));
  return [
    [title, room, ...(isLong ? people : shortPeople)],
    ...(nobody === undefined ? [] : [[nobody]]),
    ...(first && first.length > 0 ? [[talk.title, ...first], ...others] : []),
    [leftOut.title, ...listed, REST],
  ];
}

const checkRows = ({ stem, about, choices, hands, second }: CheckView, most: number): Row[] => [
  { lead: '', text: stem, most },
  ...(about === undefined ? [] : [{ lead: '  ', text: about, most }]),
  ...choices.map((choice, i) => ({ ...choiceRow(choice, i), most: 1 })),
  ...hands.map((text) => ({ lead: '  ', text, most: 1 })),
  ...second.map((text) => ({ lead: '  ', text, most: 2 })),
];
