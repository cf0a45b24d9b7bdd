import { describe, expect, test } from 'vitest';
import { handInOf, shownHandIn } from '../../../src/core/room/hand-in-code.js';
import { readSubmission } from '../../../src/core/room-report/read-submission.js';
import { roomFor, shippedCourse } from '../../support/shipped-course.js';
import { simulatedRoom } from '../../support/simulated-room.js';

const course = shippedCourse();
const room = roomFor(course, 'denied');
const [one = '', two = ''] = simulatedRoom(course, room, {
  people: 2,
  seed: 3,
  difficulty: () => 0,
}).map(({ person, answers }) => {
  const chosen = new Map(answers.map(({ check, choice }) => [check, choice]));
  return shownHandIn(handInOf(course, { room, person, status: 'handed-in' }, chosen));
});

/** Each counted name, and other texts in brackets. In the lines, CODE and CODE2 stand for two hand-in codes. */
const namesIn = (...lines: readonly string[]): (string | undefined)[] =>
  readSubmission(
    course,
    'chat.txt',
    lines.join('\n').replaceAll('CODE2', two).replaceAll('CODE', one),
  ).flatMap((found) => {
    if ('handIn' in found) return [found.name];
    return 'rejected' in found && !found.isHarmless ? [`[${found.rejected}]`] : [];
  });

type Layout = readonly [where: string, ...lines: string[]];

/** Bea posts her code alone. */
const ALONE: readonly Layout[] = [
  ['Zoom, saved', '10:31:05 From Bea to Everyone : CODE'],
  ['Zoom, saved with two spaces', '10:31:05\t From  Bea  to  Everyone : CODE'],
  ['Zoom, saved by a later version', '10:31:05 From Bea to Everyone:', '\tCODE'],
  ['Zoom, saved with dates', '2026-11-29 10:31:05 From Bea to Everyone:', '\tCODE'],
  ['Zoom, saved by an early version', '10:31:05\t From Bea : CODE'],
  ['Zoom, to one person', '10:31:05 From Bea to Fac (Direct Message):', '\tCODE'],
  ['Zoom, privately', '10:31:05 From Bea to Fac (Privately) : CODE'],
  ['Zoom, from the cloud', '00:58:04\tBea:\tCODE'],
  ['Zoom, pasted', 'From Bea to Everyone:  10:31 AM', 'CODE'],
  ['Zoom, pasted without From', 'Bea to Everyone 10:31 AM', 'CODE'],
  ['Zoom, pasted without a time', 'From Bea to Everyone: CODE'],
  ['Zoom, pasted in three lines', 'Bea', 'to Everyone', '10:31 AM', 'CODE'],
  ['Webex, pasted', 'from Bea to everyone:    10:31 AM', 'CODE'],
  ['Teams, copied', '[10:31 AM] Bea', 'CODE'],
  ['Teams, copied with a date', '[29/11/2026 10:31] Bea', 'CODE'],
  ['Teams, copied with the date after', '[10:31 • 29/11/2026] Bea:', 'CODE'],
  ['Teams, copied the next day', '[Yesterday 10:31 AM] Bea', 'CODE'],
  ['Teams, copied in the same week', '[Sunday 10:31] Bea (Guest)', 'CODE'],
  ['Teams, in three lines', 'Bea', '10:31', 'CODE'],
  ['Teams, in three lines with a date', 'Bea (Unverified)', '29/11 10:31', 'CODE'],
  ['Teams, in two lines', 'Bea Sunday 10:31 AM', 'CODE'],
  ['Meet, in three lines', 'Bea', '10:31 AM', 'CODE'],
  ['Meet, without a space', 'Bea10:31 AM', 'CODE'],
  ['Meet, saved', '00:12:34.000,00:12:37.000', 'Bea: CODE'],
  ['Google Chat, pasted', 'Bea, 10:31 AM', 'CODE'],
  ['Google Chat, the next day', 'Bea, Yesterday 10:31 AM, Edited', 'CODE'],
  ['WhatsApp, Android', '29/11/2026, 10:31 - Bea: CODE'],
  ['WhatsApp, Android in the US', '11/29/26, 10:31\u202fAM - Bea: CODE'],
  ['WhatsApp, Android in Germany', '29.11.26, 10:31 - Bea: CODE'],
  ['WhatsApp, Android in Spain', '29/11/2026 10:31 p. m. - Bea: CODE'],
  ['WhatsApp, Android in France', '29/11/2026 à 10:31 - Bea: CODE'],
  ['WhatsApp, iPhone', '\u200e[29/11/2026, 10:31:05] Bea: CODE'],
  ['WhatsApp, iPhone in the US', '[11/29/26, 10:31:05 AM] Bea: \u200eCODE'],
  ['WhatsApp, iPhone, no contact', '[2026-11-29, 10:31:05] ~ Bea: CODE'],
  ['WhatsApp in a browser', '[10:31, 29/11/2026] Bea: CODE'],
  ['WhatsApp in a browser in the US', '[10:31 AM, 11/29/2026] Bea: CODE'],
  ['WhatsApp, two lines', '[10:31, 29/11/2026] Bea: my code is', 'CODE'],
  ['Slack, pasted', 'Bea  10:31 AM', 'CODE'],
  ['Slack, in three lines', 'Bea', '  10:31 AM', 'CODE'],
  ['Slack, with a status', 'Bea:palm_tree:  10:31 AM', 'CODE'],
  ['Slack, in brackets', 'Bea  [10:31 AM]', 'CODE'],
  ['Slack, the next day', 'Bea  Yesterday at 10:31 AM', 'CODE'],
  ['Slack, a week later', 'Bea  November 29th, 2026 at 10:31 AM', 'CODE'],
  ['Slack, a second message', 'Bea  10:31 AM', 'that was fun', '10:32', 'CODE'],
  ['Discord', 'Bea — Today at 10:31 AM', 'CODE'],
  ['Telegram', 'Bea, [29.11.2026 10:31]', 'CODE'],
  ['Telegram, forwarded', '[29.11.2026 10:31] Bea: CODE'],
  ['Signal', 'Bea', 'CODE'],
  ['a list', 'Bea: CODE'],
  ['a list with dashes', '- Bea - CODE'],
  ['a list with bullets', '• Bea: CODE'],
  ['a list with tabs', 'Bea\tCODE'],
  ['a table with times', '2026-11-29 10:31:05,Bea,CODE'],
];

/** A row of a table: all before the code is the name. */
const isRow = ([line = '']: readonly string[]): boolean => /Bea(?:[\t,]| - )CODE/.test(line);

describe.each(ALONE)('a chat of %s', (_, ...lines) => {
  test('gives the name of who wrote the code', () => {
    expect(namesIn(...lines)).toEqual(['Bea']);
  });

  test('gives a longer name completely', () => {
    const longer = lines.map((line) => line.replace('Bea', 'Bea María de la Cruz'));
    const name = lines[0] === 'Bea' && lines[1] === 'CODE' ? undefined : 'Bea María de la Cruz';
    expect(namesIn(...longer)).toEqual([name]);
  });

  test('prefers the name that is written before the code', () => {
    if (isRow(lines)) return;
    const named = lines.map((line) => line.replace('CODE', 'Ada: CODE'));
    expect(namesIn(...named)).toEqual(['Ada']);
    const above = lines.flatMap((line) =>
      line.trim() === 'CODE' ? ['Ada', 'CODE'] : line.replace('CODE', 'Ada CODE'),
    );
    expect(namesIn(...above)).toEqual(['Ada']);
  });

  test('takes no talk before the code for a name', () => {
    if (isRow(lines)) return;
    for (const talk of ['my code is', 'Hand-in code:', 'here is mine:', 'Code:']) {
      const said = lines.map((line) => line.replace('CODE', `${talk} CODE`));
      expect(namesIn(...said), talk).toEqual(['Bea']);
    }
  });

  test('takes no talk with a colon for a name, if it is known who speaks', () => {
    for (const said of ['sorry, new one: CODE', 'here it is again: CODE', 'oh no, this: CODE'])
      expect(namesIn('Bea 10:31', said)).toEqual(['Bea']);
    for (const name of ['ada', 'ada lovelace', 'María del Carmen Ruiz', 'van Dijk, Jan', 'Ada'])
      expect(namesIn('Bea 10:31', `${name}: CODE`)).toEqual([name]);
  });

  test('gives a name in small letters completely, where the chat says that it is one', () => {
    if (!/(?:^|[\s\]])from /iu.test(lines[0] ?? '')) return;
    const named = lines.map((line) => line.replace('Bea', 'anna maria lopez'));
    expect(namesIn(...named)).toEqual(['anna maria lopez']);
  });

  test('gives two people each their own name', () => {
    const second = lines.map((line) => line.replace('Bea', 'Chloé').replace('CODE', 'CODE2'));
    expect(namesIn(...lines, ...second)).toEqual(['Bea', 'Chloé']);
  });
});

describe('in a chat,', () => {
  test('somebody who writes two codes gives a name to the first only', () => {
    expect(namesIn('Bea  10:31 AM', 'CODE', 'CODE2')).toEqual(['Bea', undefined]);
  });

  test('a reaction to a code, or a quote of it, is talk', () => {
    expect(
      namesIn(
        '10:31:05 From Bea to Everyone:',
        '\tCODE',
        '10:31:09 From Dev to Everyone:',
        '\tReacted to "00Z0-Q5TM-N8DG..." with 👍',
        '10:31:12 From Dev to Everyone:',
        '\tReplying to "CODE"',
        '\tthanks',
        '\tCODE2',
      ),
    ).toEqual(['Bea', 'Dev']);
  });

  test('a time in the talk is no name', () => {
    expect(namesIn('Meet at 10:30', 'CODE')).toEqual([undefined]);
    expect(namesIn('thanks, see you at 10:30', 'CODE')).toEqual([undefined]);
    expect(namesIn('Thanks', 'CODE')).toEqual([undefined]);
  });

  test('what somebody says after a name is of another one', () => {
    expect(namesIn('Bea  10:31 AM', 'hello', 'Dev: is it over?', 'CODE')).toEqual([undefined]);
  });

  test('a message of an export of Slack has the name that is in the message', () => {
    expect(namesIn('"user": "U012",', '"text": "Ada: CODE",')).toEqual(['Ada']);
  });

  test('names stay distinct by their brackets, and surnames can come first', () => {
    expect(namesIn('Max (7b): CODE', 'Smith, Bea  10:31', 'CODE2')).toEqual([
      'Max (7b)',
      'Smith, Bea',
    ]);
  });

  test('answers from paper have the name of who wrote them, or the one before them', () => {
    const paper = (said: string): unknown =>
      readSubmission(course, 'chat.txt', `lesson: ${room.lessons[0]}\n${said}2 3 1 1`).map(
        (found) => ('paper' in found && 'name' in found.paper ? found.paper.name : found),
      );
    for (const before of [
      '10:31:05 From Ada to Everyone : ',
      '10:31:05 From Bea to Everyone : Ada: ',
      '[10:31, 29/11/2026] Ada: ',
      '29/11/2026, 10:31 - Bea: Ada: ',
      '[29.11.26, 10:31:05] ~ Ada: ',
    ])
      expect(paper(before), before).toEqual(['Ada']);
  });
});
