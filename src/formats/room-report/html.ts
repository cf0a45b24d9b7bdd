import { type MarkedPassage, markedPassages } from '../../core/course/evidence.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { SKILL_NAMES } from '../../core/messages/report.js';
import {
  CHECKS_TITLE,
  certaintiesText,
  choiceText,
  LEFT_OUT_TITLE,
  leftOutTexts,
  MISREADINGS_TITLE,
  misreadText,
  mostTookText,
  NO_ONE,
  numbersNotes,
  numbersText,
  PEOPLE_TITLE,
  peopleText,
  personText,
  placeText,
  REPORT_TITLE,
  rightText,
  roomText,
  SKILLS_TITLE,
  sharedNamesText,
  TALK_TITLE,
} from '../../core/messages/room-report.js';
import { evidenceHeading } from '../../core/messages/verdict.js';
import type { CheckReport, RoomReport } from '../../core/room-report/report.js';
import { ROOM_STYLE } from './style.js';

/**
 * What a room made of its exercise as one page that needs nothing else: no script, nothing from elsewhere (its policy
 * forbids both), every text escaped, charts as SVG with their numbers as text.
 */
export function roomHtml(report: RoomReport, material: CourseMaterial): string {
  const title = `${REPORT_TITLE}: ${report.course.title}`;
  const body =
    report.people.length === 0
      ? [`<p>${NO_ONE}</p>`, leftOutPart(report)]
      : [
          sharedPart(report),
          talkPart(report, material),
          section(CHECKS_TITLE, report.checks.map(checkPart)),
          numbersPart(report),
          skillsPart(report),
          misreadingsPart(report),
          peoplePart(report),
          leftOutPart(report),
        ];
  return [
    '<!doctype html>',
    `<html lang="${escaped(report.course.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title>`,
    `<style>${ROOM_STYLE}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${escaped(REPORT_TITLE)}</h1>`,
    `<p>${escaped(report.course.title)} · ${escaped(roomText(report))}</p></header>`,
    '<main>',
    ...body,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

const paragraph = (text: string, kind = ''): string =>
  `<p${kind === '' ? '' : ` class="${kind}"`}>${escaped(text)}</p>`;

const section = (title: string, parts: readonly string[]): string =>
  parts.length === 0
    ? ''
    : ['<section>', `<h2>${escaped(title)}</h2>`, ...parts, '</section>'].join('\n');

const list = (items: readonly string[], kind = 'plain'): string =>
  `<ul class="${kind}">\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;

function talkPart(report: RoomReport, material: CourseMaterial): string {
  const those = report.checks.filter(({ check }) => report.talkAbout.includes(check));
  return section(
    TALK_TITLE,
    those.map((one) => talkArticle(one, material)),
  );
}

function talkArticle(one: CheckReport, material: CourseMaterial): string {
  const { item, misreading } = one;
  return [
    '<article>',
    `<h3>${escaped(item.stem)}</h3>`,
    paragraph(rightText(one), 'quiet'),
    `<p class="key">${RIGHT}${escaped(choiceText(item, item.key))}</p>`,
    ...(misreading ? [paragraph(mostTookText(misreading))] : []),
    ...markedPassages(item, material).map(proof),
    '</article>',
  ].join('\n');
}

function proof(marked: MarkedPassage): string {
  const sentences = marked.sentences
    .filter((one) => one.marked)
    .map(({ sentence }) => paragraph(sentence.text));
  return [
    paragraph(evidenceHeading(marked), 'quiet'),
    `<blockquote>${sentences.join('')}</blockquote>`,
  ].join('\n');
}

/** Marks are for the eye, words for the ear. */
const mark = (sign: string, said: string): string =>
  `<span aria-hidden="true">${sign} </span><span class="said">${said}: </span>`;
const RIGHT = mark('✓', 'right answer');
const WRONG = mark('✗', 'wrong answer');

function checkPart(one: CheckReport): string {
  const { item, choices, misreading, answered } = one;
  const bars = choices.map(({ id, isKey, count, share }, i) => {
    return `${isKey ? RIGHT : WRONG}${i + 1}. ${escaped(choiceText(item, id))}\n${bar(share, count, answered, isKey)}`;
  });
  const said = certaintiesText(one);
  return [
    '<article>',
    `<h3>${escaped(item.stem)}</h3>`,
    paragraph(`${rightText(one)} · ${placeText(one)}`, 'quiet'),
    list(bars, 'bars'),
    ...(misreading ? [paragraph(mostTookText(misreading))] : []),
    ...(said === '' ? [] : [paragraph(said)]),
    ...numbersText(one).map((text) => paragraph(text, 'quiet')),
    '</article>',
  ].join('\n');
}

/** The length is a share of the width, so that it fits any; the count stands behind it as text. */
function bar(share: number, count: number, of: number, isKey: boolean): string {
  const width = `${(share * 80).toFixed(2)}%`;
  const kind = isKey ? 'good' : 'other';
  return [
    `<svg class="bar" width="100%" height="20" role="img" aria-label="${count} of ${of}">`,
    '<rect class="track" width="80%" height="14" y="3" rx="3"/>',
    `<rect class="${kind}" width="${width}" height="14" y="3" rx="3"/>`,
    `<text x="100%" y="15" text-anchor="end">${count} of ${of}</text>`,
    '</svg>',
  ].join('');
}

function sharedPart(report: RoomReport): string {
  const shared = sharedNamesText(report);
  return shared !== undefined ? paragraph(shared, 'quiet') : '';
}

function numbersPart(report: RoomReport): string {
  return numbersNotes(report)
    .map((text) => paragraph(text, 'quiet'))
    .join('\n');
}

const skillsPart = ({ skills }: RoomReport): string =>
  section(SKILLS_TITLE, [
    list(
      skills.map(
        ({ skill, right, of }) =>
          `${escaped(SKILL_NAMES[skill])}\n${bar(right / of, right, of, true)}`,
      ),
      'bars',
    ),
  ]);

function misreadingsPart({ misreadings }: RoomReport): string {
  if (misreadings.length === 0) return '';
  return section(MISREADINGS_TITLE, [list(misreadings.map((one) => escaped(misreadText(one))))]);
}

function peoplePart({ people, of, isAnonymous }: RoomReport): string {
  if (isAnonymous) return section(PEOPLE_TITLE, [paragraph(peopleText(people.length))]);
  const items = people.map((person) => escaped(personText(person, of)));
  return section(PEOPLE_TITLE, [list(items)]);
}

function leftOutPart(report: RoomReport): string {
  const items = leftOutTexts(report).map(({ file, why }) => escaped(`${file} ${why}`));
  return items.length === 0 ? '' : section(LEFT_OUT_TITLE, [list(items)]);
}
