import { SAID_STYLE } from '../html-page.js';

/** The CSS of a room's report, for computers, phones and paper, with a light and a dark theme. */
export const ROOM_STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --quiet: #55555e; --line: #d4d4da;
  --track: #e6e6ea; --good: #1a6b3c; --other: #9a4a00; --accent: #8a1c7c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececf0; --paper: #17171a; --quiet: #b4b4be; --line: #44444c;
    --track: #33333a; --good: #5cc98a; --other: #e0913f; --accent: #e28ad6; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem 3rem; color: var(--ink);
  background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.5rem; border-bottom: 2px solid var(--accent); }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 0 0 0.25rem; }
.about { font-weight: 400; }
p { margin: 0.35rem 0; }
article { margin: 1.25rem 0; padding-bottom: 0.75rem; border-bottom: 1px solid var(--line); }
blockquote { margin: 0.5rem 0; padding-left: 0.8rem; border-left: 4px solid var(--accent); }
ul { margin: 0.5rem 0; padding-left: 1.2rem; }
ul.bars { list-style: none; padding: 0; }
ul.bars li { margin: 0.5rem 0; }
.quiet { color: var(--quiet); }
.key { font-weight: 600; }
code { white-space: nowrap; }
.bar { display: block; max-width: 100%; }
.bar text { fill: var(--ink); font: 0.8rem system-ui, sans-serif; }
.track { fill: var(--track); } .good { fill: var(--good); } .other { fill: var(--other); }
${SAID_STYLE}
h1, h2, h3, header { break-after: avoid; }
article, blockquote, li { break-inside: avoid; }
p, li { orphans: 3; widows: 3; }
@page { margin: 15mm; }
@media print {
  :root { --ink: #000; --paper: #fff; --quiet: #444; --line: #bbb; --track: #e6e6ea;
    --good: #1a6b3c; --other: #9a4a00; --accent: #8a1c7c; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .bar rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
