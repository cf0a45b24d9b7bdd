import type { MarkedText } from '../core/course/marked-words.js';
import {
  ANSWERS_TITLE,
  asRetoldText,
  NAME_LABEL,
  WRITE_NUMBERS,
} from '../core/messages/exercise.js';
import type { PaperBoard, PaperChoice, PaperPage, PaperPart, PaperQuestion } from './handout.js';
import { escaped, htmlPage, mark, SAID_STYLE } from './html-page.js';

/** A handout or its key as one HTML page, to print on A4 or Letter. All texts are escaped. */
export const paperHtml = ({ language, title, room, parts }: PaperPage): string =>
  htmlPage({
    language,
    title,
    style: STYLE,
    body: [
      `<main class="${PAPER}">`,
      `<h1>${escaped(title)}</h1>`,
      ...(room === '' ? [] : [paragraph(escaped(room))]),
      ...parts.map((part) => partHtml(part, room)),
      '</main>',
    ],
  });

const PAPER = 'on-paper';

/** Whether a page is one of these. */
export const isPaperHtml = (text: string): boolean => text.includes(`<main class="${PAPER}">`);

const paragraph = (html: string, kind = ''): string =>
  `<p${kind === '' ? '' : ` class="${kind}"`}>${html}</p>`;

const withBold = (parts: readonly MarkedText[]): string =>
  parts
    .map(({ text, marked }) => (marked ? `<strong>${escaped(text)}</strong>` : escaped(text)))
    .join('');

const quote = (sentences: readonly (readonly MarkedText[])[]): string =>
  `<blockquote>${sentences.map((sentence) => paragraph(withBold(sentence))).join('')}</blockquote>`;

const section = (kind: string, parts: readonly string[]): string =>
  [`<section class="${kind}">`, ...parts, '</section>'].join('\n');

function partHtml(part: PaperPart, room: string): string {
  switch (part.kind) {
    case 'lesson':
      return `<h2>${escaped(part.title)}</h2>`;
    case 'note':
      return paragraph(escaped(part.text), 'note');
    case 'text':
      return paragraph(withBold(part.text));
    case 'quote':
      return quote([part.text]);
    case 'question':
      return section('question', questionHtml(part));
    case 'board':
      return section('question', [heading(part.numbers, part.stem), boardHtml(part)]);
    case 'strip':
      return section('strip', stripHtml(part.numbers, room));
    case 'answers':
      return paragraph(part.answers.map((one) => `<span>${one}</span>`).join(' · '), 'answers');
  }
}

const heading = (number: number | string, text: string): string =>
  `<h3>${number}. ${escaped(text)}</h3>`;

const questionHtml = ({ number, stem, about, choices, proofs }: PaperQuestion): string[] => [
  heading(number, stem),
  ...(about === undefined ? [] : [paragraph(escaped(about))]),
  `<ul>\n${choices.map((choice) => `<li>${choiceHtml(choice)}</li>`).join('\n')}\n</ul>`,
  ...proofs.map(
    ({ place, sentences }) =>
      `<div class="proof">${paragraph(escaped(asRetoldText(place)), 'note')}\n${quote(sentences)}</div>`,
  ),
];

const BOX = '<span class="box"></span>';
const RIGHT = mark('✓', 'right answer');
const WRONG = mark('✗', 'wrong answer');

function choiceHtml({ number, text, isRight, below }: PaperChoice): string {
  const sign = isRight === undefined ? BOX : isRight ? RIGHT : WRONG;
  const said = `${sign}${number}\u2002${escaped(text)}`;
  return [isRight ? `<strong>${said}</strong>` : said, ...below.map(escaped)].join('<br>\n');
}

function boardHtml({ headings, rows }: PaperBoard): string {
  const head = headings.map(({ text }, i) => `<th scope="col">${i + 1} ${escaped(text)}</th>`);
  const lines = rows.map(({ number, statement, right }) => {
    const cells = headings.map(({ id }) => (right === undefined ? BOX : id === right ? '✓' : ''));
    const first = `<th scope="row">${number}. ${escaped(statement)}</th>`;
    return `<tr>${first}${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<table>\n<tr><td></td>${head.join('')}</tr>\n${lines.join('\n')}\n</table>`;
}

/** It can be torn off, so it repeats the code. */
const stripHtml = (numbers: readonly number[], room: string): string[] => [
  `<h2>${ANSWERS_TITLE}</h2>`,
  `<p class="name">${NAME_LABEL} <span></span> ${escaped(room)}</p>`,
  paragraph(escaped(WRITE_NUMBERS)),
  `<ul>${numbers.map((number) => `<li>${number}${BOX}</li>`).join('')}</ul>`,
];

/** Black on white, also where the system's theme is dark. The page's size is the printer's, A4 or Letter. */
const STYLE = `
:root { color-scheme: light; }
@page { margin: 16mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 3rem; color: #000; background: #fff;
  font: 11.5pt/1.35 Georgia, "Times New Roman", serif; overflow-wrap: break-word; orphans: 3; widows: 3; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 0.5rem; }
h2 { font-size: 14pt; line-height: 1.2; margin: 1.5rem 0 0.5rem; border-bottom: 1px solid #000; }
h3 { font-size: 11.5pt; line-height: 1.35; margin: 0 0 0.25rem; }
h1, h2, h3, .note, main > blockquote { break-after: avoid; }
p { margin: 0.35rem 0; }
.note { font-style: italic; margin-top: 0.9rem; }
blockquote { margin: 0.35rem 0; padding-left: 0.7rem; border-left: 3px solid #000; }
ul { list-style: none; margin: 0.35rem 0; padding: 0; }
li { margin: 0.15rem 0; padding-left: 1.6rem; text-indent: -1.6rem; }
.question { margin: 1rem 0; }
.question, .strip, .proof, li, tr { break-inside: avoid; }
.box { display: inline-block; width: 0.8rem; height: 0.8rem; margin-right: 0.5rem; border: 1px solid #000;
  vertical-align: -0.1rem; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; }
th, td { border: 1px solid #000; padding: 0.25rem 0.4rem; text-align: center; font-weight: 400; hyphens: auto;
  overflow-wrap: anywhere; }
th[scope="row"] { text-align: left; width: 40%; }
td .box { margin: 0; }
.answers { font-size: 12pt; font-weight: 700; }
.answers span { white-space: nowrap; }
.strip { margin-top: 2rem; border-top: 2px dashed #000; }
.strip h2 { border: 0; margin-top: 0.75rem; }
.strip ul { display: flex; flex-wrap: wrap; gap: 0.35rem; }
.strip li { margin: 0; padding: 0; text-indent: 0; text-align: center; }
.strip .box { display: block; width: 2rem; height: 2.2rem; margin: 0; }
.name span { display: inline-block; width: 16rem; max-width: 60%; border-bottom: 1px solid #000; }
${SAID_STYLE}
@media print { body { max-width: none; padding: 0; } }
`;
