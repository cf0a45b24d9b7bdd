import { CHECKLIST_STORY } from '../core/messages/ending/checklist.js';
import type { ChecklistView } from '../core/views/ending/checklist.js';

/** Lines to write on below each question. */
const LINES = 3;

const BLANK = `${'\\_'.repeat(60)}\n\n`;

/**
 * The questions as Markdown, with room to write. The texts are our own: a test shows that none has a character to escape.
 */
export const checklistMarkdown = ({ title, intro, questions }: ChecklistView): string =>
  [
    `# ${title}\n\n${intro}\n\n**${CHECKLIST_STORY}**\n\n${BLANK}`,
    ...questions.map(
      ({ question, task }, i) => `**${i + 1}. ${question}**\n\n${task}\n\n${BLANK.repeat(LINES)}`,
    ),
  ]
    .join('')
    .replace(/\n+$/, '\n');

/** The questions as one HTML page that loads nothing, with lines to write on. It fits a sheet of paper. */
export const checklistHtml = ({ title, intro, questions }: ChecklistView): string =>
  [
    '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>\n<style>${STYLE}</style>`,
    `<main>\n<h1>${title}</h1>\n<p>${intro}</p>\n<p>${CHECKLIST_STORY}</p>\n<hr>\n<ol>`,
    ...questions.map(
      ({ question, task }) =>
        `<li><strong>${question}</strong>\n<p>${task}</p>\n${'<hr>'.repeat(LINES)}</li>`,
    ),
    '</ol>\n</main>\n</html>\n',
  ].join('\n');

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 1rem auto; max-width: 42rem; font: 11pt/1.4 system-ui, sans-serif; }
p { margin: 0; }
li { break-inside: avoid; margin-top: 1rem; }
hr { margin: 1.9rem 0 0; }
`;
