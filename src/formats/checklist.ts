import { CHECKLIST_STORY } from '../core/messages/ending/checklist.js';
import type { ChecklistView } from '../core/views/ending/checklist.js';
import { document, escaped } from './markdown.js';

/** Lines to write on below each question. */
const LINES = 3;

const BLANK = '\\_'.repeat(60);

/** The questions as Markdown, with room to write. */
export const checklistMarkdown = ({ title, intro, questions }: ChecklistView): string =>
  document([
    `# ${escaped(title)}`,
    escaped(intro),
    `**${escaped(CHECKLIST_STORY)}**`,
    BLANK,
    ...questions.flatMap(({ question, task }, i) => [
      `**${i + 1}. ${escaped(question)}**`,
      escaped(task),
      ...Array.from({ length: LINES }, () => BLANK),
    ]),
  ]);

/** The questions as one HTML page that loads nothing, with lines to write on. It fits a sheet of paper. */
export const checklistHtml = ({ title, intro, questions }: ChecklistView): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${inHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${inHtml(title)}</h1>`,
    `<p>${inHtml(intro)}</p>`,
    `<p>${inHtml(CHECKLIST_STORY)}</p>`,
    LINE,
    '<ol>',
    ...questions.map(
      ({ question, task }) =>
        `<li><h2>${inHtml(question)}</h2>\n<p>${inHtml(task)}</p>\n${LINE.repeat(LINES)}</li>`,
    ),
    '</ol>',
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');

const LINE = '<div class="line"></div>';

const inHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 40rem; padding: 1rem; font: 1rem/1.4 system-ui, sans-serif; }
h1 { font-size: 1.5rem; }
h2 { display: inline; font-size: 1rem; }
p { margin: 0.2rem 0; }
ol { padding-left: 1.5rem; }
li { break-inside: avoid; margin-top: 1rem; }
li::marker { font-weight: bold; }
.line { border-bottom: 1px solid; height: 1.9rem; }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } }
`;
