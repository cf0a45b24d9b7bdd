import type { CourseMaterial } from '../core/course/ledger.js';
import type { RoomReport } from '../core/room-report/report.js';
import { barText } from '../core/text/bar.js';
import {
  type CheckView,
  type ReportSection,
  roomReportView,
  type TalkQuestion,
} from '../core/views/room-report.js';
import { type Block, bullet, indented, type Row } from './block.js';

/** The report of a room as text. */
export function roomBlocks(report: RoomReport, material: CourseMaterial): Block[] {
  const { title, room, sharedNames, sections } = roomReportView(report, material);
  const head = [title, room, ...(sharedNames === undefined ? [] : [sharedNames])];
  return [head, ...sections.flatMap(sectionBlocks)];
}

function sectionBlocks(section: ReportSection): Block[] {
  switch (section.kind) {
    case 'nobody':
      return [[section.text]];
    case 'talk':
      return titled(section.title, section.questions.map(talkBlock));
    case 'checks':
      return titled(section.title, section.checks.map(checkBlock));
    case 'notes':
      return section.texts.length > 0 ? [section.texts] : [];
    case 'scores':
      return listBlocks(
        section.title,
        section.scores.map(({ name, right, of }) => `${name}: ${right} of ${of} right`),
      );
    case 'list':
      return listBlocks(section.title, section.items);
    case 'count':
      return [[`${section.title}: ${section.text}`]];
  }
}

const titled = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length > 0 ? [[title], ...blocks] : [];

const listBlocks = (title: string, items: readonly string[]): Block[] =>
  items.length > 0 ? [[title, ...items.map(bullet)]] : [];

const talkBlock = (
  { stem, about, score, key, remarks, proofs }: TalkQuestion,
  at: number,
): Block => [
  { lead: `${at + 1}. `, text: `${stem} (${score})` },
  ...aboutRows(about),
  { lead: '  ✓ ', text: key },
  ...remarks.map(indented),
  ...proofs.flatMap(({ heading, sentences }): Row[] => [
    indented(heading),
    ...sentences.map((text) => ({ lead: '  ▌ ', text })),
  ]),
];

const aboutRows = (about: string | undefined): Row[] =>
  about === undefined ? [] : [indented(about)];

function checkBlock({ stem, about, score, choices, remarks, numbers }: CheckView): Block {
  const rows = choices.map(({ text, isKey, count, of, share }, i): Row => {
    const digits = String(count).padStart(String(of).length);
    return { lead: `  ${i + 1} ${isKey ? '✓' : '✗'} ${barText(share)} ${digits}  `, text };
  });
  const below = [...remarks, ...numbers].map(indented);
  return [score, indented(stem), ...aboutRows(about), ...rows, ...below];
}
