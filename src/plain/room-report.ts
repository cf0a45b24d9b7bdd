import type { CourseMaterial } from '../core/course/ledger.js';
import { bothCounts } from '../core/messages/live-room/second-vote.js';
import type { RoomReport } from '../core/room-report/report.js';
import { barText } from '../core/text/bar.js';
import {
  type CheckView,
  type ChoiceBar,
  type ReportSection,
  roomReportView,
  type TalkQuestion,
} from '../core/views/room-report.js';
import { type Block, bullet, indented, type Row } from './block.js';

/** The report of a room as text. */
export function roomBlocks(report: RoomReport, material: CourseMaterial): Block[] {
  const { title, room, people, sections } = roomReportView(report, material);
  return [[title, room, ...people], ...sections.flatMap(sectionBlocks)];
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
  }
}

const titled = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length > 0 ? [[title], ...blocks] : [];

const listBlocks = (title: string, items: readonly string[]): Block[] =>
  items.length > 0 ? [[title, ...items.map(bullet)]] : [];

const talkBlock = ({ stem, about, score, key, remarks, proofs }: TalkQuestion): Block => [
  `${stem} (${score})`,
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

function checkBlock(view: CheckView): Block {
  const { stem, about, score, choices, hands, second, remarks, numbers } = view;
  const below = [...hands, ...second, ...remarks, ...numbers].map(indented);
  return [stem, ...aboutRows(about), indented(score), ...choices.map(choiceRow), ...below];
}

/** Which choice it is, whether it is right, and how many people chose it: in both votes, if there was a second. */
export function choiceRow({ text, isKey, count, of, share, second }: ChoiceBar, i: number) {
  const counts = bothCounts(digits(count, of), second && digits(second.count, second.of));
  return { lead: `  ${i + 1} ${isKey ? '✓' : '✗'} ${barText(share)} ${counts}  `, text };
}

/** As wide as the largest possible number. */
const digits = (count: number, of: number): string => String(count).padStart(String(of).length);
