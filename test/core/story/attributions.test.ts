import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributionsIn } from '../../../src/core/story/attributions.js';
import { storyIn } from '../../../src/core/story/story.js';
import { anyText } from '../../support/any-text.js';

/** "said: Ann Roe (named, statement)" for each attribution; "…" for a quotation that goes on. */
const found = (...paragraphs: readonly string[]): string[] =>
  attributionsIn(storyIn(paragraphs.join('\n\n'))).map(
    ({ cue = '…', speaker, kind, teller }) =>
      `${cue}: ${speaker.name} (${speaker.naming}, ${kind}${teller ? `, told by ${teller.name}` : ''})`,
  );

describe('attributions', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['a name before the verb', ['Ann Roe said it was late.'], ['said: Ann Roe (named, statement)']],
    [
      'a name after the verb',
      ['“It was late,” said Ann Roe.'],
      ['said: Ann Roe (named, statement)'],
    ],
    [
      'a role beside the name',
      ['The mayor, Ann Roe, 43, said it was late.'],
      ['said: Ann Roe (named, statement)'],
    ],
    ['a title', ['Energy Minister Ann Roe denied that.'], ['denied: Ann Roe (named, denial)']],
    [
      'a remark with commas',
      ['A clerk, who has worked there, here, and in Holm, said it was late.'],
      ['said: A clerk (described, statement)'],
    ],
    [
      'what a role belongs to',
      ['On Monday, a clerk at the town hall told reporters that it was late.'],
      ['told: a clerk at the town hall (described, statement)'],
    ],
    [
      'a plural without an article',
      ['But residents say the lamp is out.'],
      ['say: residents (described, statement)'],
    ],
    [
      'an organisation',
      ['The council has promised to pay.'],
      ['promised: The council (described, pledge)'],
    ],
    [
      'a paper',
      ['The bridge is safe, according to a report by the Holm Harbour Office.'],
      ['according to: a report by the Holm Harbour Office (described, statement)'],
    ],
    [
      'a group that demands',
      ['Hundreds of parents called for a vote.'],
      ['called: Hundreds of parents (described, demand)'],
    ],
    [
      'two who say the same',
      ['The union and the council declined to comment.'],
      [
        'declined to comment: The union (described, no-comment)',
        'declined to comment: the council (described, no-comment)',
      ],
    ],
    [
      'one who cannot be asked',
      ['Calls to the mayor went unanswered.'],
      ['went unanswered: the mayor (described, no-comment)'],
    ],
    [
      'a role with a clause of its own',
      ['Bo Obi, a vet who has treated both, denied it.'],
      ['denied: Bo Obi (named, denial)'],
    ],
    [
      'an organisation that does something in the same sentence',
      ['It caught Norra, an insurer that has refused the offer.'],
      ['refused: Norra (named, refusal)'],
    ],
    ['a name like a verb', ['Bo Tell said it was late.'], ['said: Bo Tell (named, statement)']],
    [
      'the one whom a reporter asked',
      ['Asked whom she blamed, Ann Roe said: “Nobody.”'],
      ['said: Ann Roe (named, statement)'],
    ],
    [
      'a daughter',
      ['Bo Obi could not be reached. His daughter said it was late.'],
      [
        'could not be reached: Bo Obi (named, no-comment)',
        "said: Bo Obi's daughter (described, statement)",
      ],
    ],
    [
      'a paper in front that a noun like a verb names',
      ['According to a noise report that the county published, it was late.'],
      ['According to: a noise report (described, statement)'],
    ],
    [
      'a group that the sentence before names',
      [
        'The two jobs were safe, Bo Obi added. A spokesman for the residents’ group Quiet Mill, Ann Roe, said it was late. The group has demanded an end.',
      ],
      [
        'added: Bo Obi (named, statement)',
        'said: Ann Roe (named, statement)',
        'demanded: Quiet Mill (named, demand)',
      ],
    ],
    [
      'a group that no sentence names',
      ['The 140 jobs are safe, Ann Roe added. The group has demanded an end.'],
      ['added: Ann Roe (named, statement)', 'demanded: The group (described, demand)'],
    ],
    [
      'a company whose speaker the sentence before has',
      [
        'Norra Energy, the developer, said it was late. A spokesperson for Norra declined to comment. The firm later denied it. Bo Obi said it was cold. The firm left, the firm said.',
      ],
      [
        'said: Norra Energy (named, statement)',
        'declined to comment: A spokesperson for Norra (described, no-comment)',
        'denied: Norra Energy (named, denial)',
        'said: Bo Obi (named, statement)',
        'said: The firm (described, statement)',
      ],
    ],
    [
      'one with whom the sentence begins',
      ['A resident would not be named but said it was late.'],
      ['said: A resident (anonymous, statement)'],
    ],
    [
      'the other of two',
      ['Two clerks denied it. “It rained,” one said. The other left. “It was late,” she said.'],
      [
        'denied: Two clerks (described, denial)',
        'said: one of the two clerks (described, statement)',
        'said: The other of the two clerks (described, statement)',
      ],
    ],
    [
      'a condition before the verb',
      ['Bo Obi, an inspector, left. If the inspector finds it unsafe, it will go, Obi said.'],
      ['said: Bo Obi (named, statement)'],
    ],
    [
      'a time to come before the verb',
      ['When the council says so, the lamp will go, Ann Roe said.'],
      ['said: Ann Roe (named, statement)'],
    ],
    [
      'a question within a report',
      ['Ann Roe asked whether the union had refused and demanded an answer.'],
      ['asked: Ann Roe (named, position)', 'demanded: Ann Roe (named, demand)'],
    ],
    [
      'a warning before the verb',
      ['The plant could close by May if the ban begins, Ann Roe told the council.'],
      ['told: Ann Roe (named, threat)'],
    ],
    [
      'a warning with a condition',
      ['The ferry will be stopped unless the council pays, Ann Roe warned in a letter.'],
      ['warned: Ann Roe (named, threat)'],
    ],
    [
      'what somebody is ready to do',
      ['Ann Roe said that the company was prepared to pay for a lamp if they did.'],
      ['said: Ann Roe (named, offer)'],
    ],
    [
      'what somebody is not ready to do',
      ['Ann Roe said that the company was not willing to pay for a lamp.'],
      ['said: Ann Roe (named, refusal)'],
    ],
    [
      'a passive with its agent',
      ['The plan was described as unsafe by a former official.'],
      ['described: a former official (described, assessment)'],
    ],
  ])('are found for %s', (_, text, expected) => {
    expect(found(...text)).toEqual(expected);
  });

  test.each<readonly [string, string]>([
    ['nouns', 'The demands of the union and the claims in its offer were long.'],
    ['what was not said', 'The mayor did not say who would pay.'],
    ['what may be said', 'The mayor would ask for more, to demand nothing.'],
    ['words within quotation marks', 'It was “as the man said”.'],
    [
      'passives without an agent',
      'It was said that the lamp is out. Residents were told by email.',
    ],
  ])('are not found in %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('follow pronouns, surnames and roles to the one whom they mean', () => {
    expect(
      found(
        'Ann Roe, who runs the ferry, said it was late. She added that Tom Hale was ill.',
        'A clerk at the town hall warned that the bridge could close. “Bring a coat,” the clerk said.',
        'Roe disagreed. Hale told the Gazette that he was well.',
      ),
    ).toEqual([
      'said: Ann Roe (named, statement)',
      'added: Ann Roe (named, statement)',
      'warned: A clerk at the town hall (described, assessment)',
      'said: A clerk at the town hall (described, statement)',
      'disagreed: Ann Roe (named, position)',
      'told: Tom Hale (named, statement)',
    ]);
  });

  test('follow a short name, and what stands beside it, to an organisation', () => {
    expect(
      found(
        'Norra Energy, the Danish developer, filed its plan. The developer said it was late.',
        'Norra declined to comment. It later denied the report.',
      ),
    ).toEqual([
      'said: Norra Energy (named, statement)',
      'declined to comment: Norra Energy (named, no-comment)',
      'denied: Norra Energy (named, denial)',
    ]);
  });

  test('give a quotation that goes on to its speaker, in the next paragraph too', () => {
    expect(
      found('“We came,” said Ann Roe. “It was late. Nobody was there.', '“So we left.”'),
    ).toEqual([
      'said: Ann Roe (named, statement)',
      ...Array(3).fill('…: Ann Roe (named, statement)'),
    ]);
  });

  test('give several verbs to one subject', () => {
    expect(
      found('The council denied the report and insisted it would pay, saying that it was late.'),
    ).toEqual([
      'denied: The council (described, denial)',
      'insisted: The council (described, pledge)',
      'saying: The council (described, statement)',
    ]);
  });

  test('tell who reports what another offered', () => {
    expect(found('A clerk said on Monday that the union had offered to pay a third.')).toEqual([
      'said: A clerk (described, statement)',
      'offered: the union (described, offer, told by A clerk)',
    ]);
  });

  test.each([
    'A clerk, who asked not to be named, said it was late.',
    'A clerk said it was late. She did not want to give her name.',
    'Speaking on condition of anonymity, a clerk said it was late.',
    'A clerk who lives there and did not want his name printed said it was late.',
    'A clerk said it was late. He would not give his name.',
    'A clerk, who asked that her name be withheld, said it was late.',
    'A clerk, who asked for her name not to be used, said it was late.',
    'A clerk said it was late, on condition that he would not be named.',
    'A clerk, who declined to be named, said it was late.',
  ])('are anonymous only if the story says so: %s', (text) => {
    expect(found(text)[0]).toBe(
      'said: a clerk (anonymous, statement)'.replace('a c', /a clerk/.test(text) ? 'a c' : 'A c'),
    );
    expect(found('A clerk said it was late.')).toEqual(['said: A clerk (described, statement)']);
  });

  test('of an office are not anonymous if it keeps a name to itself', () => {
    expect(found('Police said a man was hurt. They would not give his name.')).toEqual([
      'said: Police (described, statement)',
    ]);
  });

  test('are sought in any text without an error', () => {
    const word = fc.constantFrom(
      ...[
        'said',
        'told',
        'according',
        'to',
        'the',
        'council',
        'Ann',
        'Roe',
        ',',
        '“',
        '”',
        '.',
        'who',
        'and',
        'it',
      ],
      ...[
        'declined',
        'to comment',
        'which',
        'she',
        'of',
        'Mr.',
        '’s',
        'by',
        'was',
        'asked',
        '—',
        'that',
        '\n\n',
        '"',
      ],
    );
    const text = fc.oneof(
      anyText(),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (story) => {
        expect(() => attributionsIn(storyIn(story))).not.toThrow();
      }),
    );
  });
});

describe('the attributions of a complete story', () => {
  type Gold = Readonly<Record<'paragraph' | 'sentence' | 'cue' | 'source' | 'naming', string>>;

  const fixture = (name: string): string =>
    readFileSync(new URL(`../../fixtures/stories/${name}`, import.meta.url), 'utf8');

  const NAMING: Readonly<Record<string, string>> = { role: 'described' };

  test('are those that a person found who did not know this program', () => {
    const gold = JSON.parse(fixture('one.gold.json')) as readonly Gold[];
    const found = attributionsIn(storyIn(fixture('one.txt'))).filter(({ cue }) => cue);
    expect(
      found.map(({ paragraph, sentence, cue, speaker: { name, naming } }) => ({
        ...{ paragraph, sentence, naming },
        ...{ cue: cue?.split(' ')[0], source: name.replace(/^(?:the|an?|one) /i, '') },
      })),
    ).toEqual(
      gold.map(({ paragraph, sentence, cue, source, naming }) => ({
        ...{ paragraph, sentence, source, naming: NAMING[naming] ?? naming },
        cue: cue.split(' ')[0],
      })),
    );
  });
});
