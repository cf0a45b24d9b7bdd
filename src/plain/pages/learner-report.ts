import type { CourseMaterial } from '../../core/course/ledger.js';
import type { LearnerReport } from '../../core/learner-report/report.js';
import { REPORT_ABOUT } from '../../core/messages/report.js';
import { partsOf, type ReportPart, reportView } from '../../core/views/learner-report.js';
import { type Block, bullet, indented } from '../block.js';

export const reportBlocks = (report: LearnerReport, material: CourseMaterial): Block[] => [
  [REPORT_ABOUT],
  ...partsOf(reportView(report, material)).map(partBlock),
];

const partBlock = ({ heading, shares = [], points = [], texts = [] }: ReportPart): Block => [
  heading,
  ...shares.map(({ name, text }) => bullet(`${name}: ${text}`)),
  ...points.flatMap(({ text, example }) => [
    bullet(text),
    ...(example === undefined ? [] : [indented(example)]),
  ]),
  ...texts,
];
