import type { CourseMaterial } from '../../core/course/ledger.js';
import { FIRST_VOTE, SECOND_VOTE, TWO_BARS } from '../../core/messages/live-room/second-vote.js';
import type { RoomReport } from '../../core/room-report/report.js';
import type { Asked } from '../../core/views/asked.js';
import {
  type CheckView,
  type ChoiceBar,
  type ReportSection,
  roomReportView,
  type Score,
  type TalkQuestion,
} from '../../core/views/room-report.js';
import { escaped, htmlPage, mark } from '../html-page.js';
import { ROOM_STYLE } from './style.js';

/**
 * The report of a room as one HTML page without scripts. All texts are escaped. Charts are SVG, with their numbers as text.
 */
export function roomHtml(report: RoomReport, material: CourseMaterial): string {
  const view = roomReportView(report, material);
  return htmlPage({
    language: report.course.language,
    title: `${view.title}: ${report.course.title}`,
    style: ROOM_STYLE,
    body: [
      `<header><h1>${escaped(view.title)}</h1>`,
      `<p>${escaped(report.course.title)} · ${escaped(view.room)}</p></header>`,
      '<main>',
      ...view.people.map(peopleHtml),
      ...view.sections.map(sectionHtml),
      '</main>',
    ],
  });
}

const paragraph = (text: string, kind = ''): string =>
  `<p${kind === '' ? '' : ` class="${kind}"`}>${escaped(text)}</p>`;

const quiet = (text: string): string => paragraph(text, 'quiet');

/** A line must not break within an option, which looks like a dash and a word then. */
const peopleHtml = (text: string): string =>
  quiet(text).replaceAll('--merge', '<code>--merge</code>');

const section = (title: string, parts: readonly string[]): string =>
  parts.length === 0
    ? ''
    : ['<section>', `<h2>${escaped(title)}</h2>`, ...parts, '</section>'].join('\n');

const list = (items: readonly string[], kind = 'plain'): string =>
  `<ul class="${kind}">\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;

function sectionHtml(part: ReportSection): string {
  switch (part.kind) {
    case 'nobody':
      return paragraph(part.text);
    case 'talk':
      return section(part.title, part.questions.map(talkArticle));
    case 'checks':
      return section(part.title, part.checks.map(checkArticle));
    case 'notes':
      return part.texts.map(quiet).join('\n');
    case 'scores':
      return section(part.title, [list(part.scores.map(scoreItem), 'bars')]);
    case 'list':
      return section(part.title, part.items.length > 0 ? [list(part.items.map(escaped))] : []);
  }
}

/** A row of a sort board repeats the stem of its board, so the statement is in the heading, too. */
const heading = ({ stem, about }: Asked): string =>
  about === undefined
    ? `<h3>${escaped(stem)}</h3>`
    : `<h3>${escaped(stem)}<br><span class="about">${escaped(about)}</span></h3>`;

const talkArticle = ({ score, key, remarks, proofs, ...asked }: TalkQuestion): string =>
  [
    '<article>',
    heading(asked),
    quiet(score),
    `<p class="key">${RIGHT}${escaped(key)}</p>`,
    ...remarks.map((text) => paragraph(text)),
    ...proofs.map(proofHtml),
    '</article>',
  ].join('\n');

const proofHtml = ({ heading, sentences }: TalkQuestion['proofs'][number]): string =>
  [
    quiet(heading),
    `<blockquote>${sentences.map((text) => paragraph(text)).join('')}</blockquote>`,
  ].join('\n');

const RIGHT = mark('✓', 'right answer');
const WRONG = mark('✗', 'wrong answer');

const checkArticle = (view: CheckView): string => {
  const { score, choices, hands, second, remarks, numbers, ...asked } = view;
  return [
    '<article>',
    heading(asked),
    quiet(score),
    ...(second.length > 0 ? [quiet(TWO_BARS)] : []),
    list(choices.map(choiceItem), 'bars'),
    ...[...hands, ...second, ...remarks].map((text) => paragraph(text)),
    ...numbers.map(quiet),
    '</article>',
  ].join('\n');
};

const choiceItem = ({ text, second, ...first }: ChoiceBar, i: number): string =>
  [
    `${first.isKey ? RIGHT : WRONG}${i + 1}. ${escaped(text)}`,
    bar(first, second ? `${FIRST_VOTE}: ` : ''),
    ...(second ? [bar({ ...second, isKey: first.isKey }, `${SECOND_VOTE}: `)] : []),
  ].join('\n');

const scoreItem = ({ name, right, of }: Score): string =>
  `${escaped(name)}\n${bar({ share: right / of, count: right, of, isKey: true })}`;

type Bar = Omit<ChoiceBar, 'text' | 'second'>;

/**
 * The bar's length is a percentage, so that it fits any page width. The count follows as text.
 * @param lead what a screen reader says before the count
 */
function bar({ share, count, of, isKey }: Bar, lead = ''): string {
  const width = `${(share * 80).toFixed(2)}%`;
  const kind = isKey ? 'good' : 'other';
  return [
    `<svg class="bar" width="100%" height="20" role="img" aria-label="${lead}${count} of ${of}">`,
    '<rect class="track" width="80%" height="14" y="3" rx="3"/>',
    `<rect class="${kind}" width="${width}" height="14" y="3" rx="3"/>`,
    `<text x="100%" y="15" text-anchor="end">${count} of ${of}</text>`,
    '</svg>',
  ].join('');
}
