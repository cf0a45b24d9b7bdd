import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CourseMaterial } from '../../../src/core/course/ledger.js';
import {
  actorName,
  areConfusable,
  claimGroup,
  materialIn,
  sourceOf,
} from '../../../src/core/course/ledger.js';
import { checksOf } from '../../../src/core/course/lesson.js';
import {
  drillableClaims,
  drillRound,
  hasDrill,
  LEAST_CLAIMS,
  ROUND,
} from '../../../src/core/drill/drill.js';
import type { LedgerQuestion } from '../../../src/core/drill/ledger-question.js';
import { reverseQuestion } from '../../../src/core/review/reverse-question.js';
import { openCourseFolder } from '../../../src/io/course/read-course-folder.js';
import { material as smallRecord } from '../../support/small-course.js';

const shipped = (name: string) =>
  openCourseFolder(fileURLToPath(new URL(`../../../lessons/${name}`, import.meta.url)));

const dispute = shipped('claude-contract');
const bridge = shipped('swing-bridge');

const SEEDS = 60;

/** The material of some paragraphs, or of all. */
const read = (material: CourseMaterial, paragraphs?: readonly number[]): CourseMaterial =>
  materialIn(
    material.passages.filter(({ paragraph }) => paragraphs?.includes(paragraph) ?? true),
    material,
  );

/** The questions of many rounds. */
const questionsOf = (material: CourseMaterial): LedgerQuestion[] =>
  Array.from({ length: SEEDS }, (_, seed) => drillRound(material, `seed ${seed}`)).flat();

const wrongTexts = ({ check }: LedgerQuestion): string[] =>
  check.choices.filter(({ id }) => id !== check.key).map(({ text }) => text);

describe.each([
  ['the dispute', dispute.material(), ROUND],
  ['the bridge', bridge.material(), ROUND - 1],
])('drill rounds on %s', (_, material, length) => {
  const all = questionsOf(material);

  test('have ten questions, or as many as can be asked, whatever the seed', () => {
    expect(all).toHaveLength(SEEDS * length);
    expect(new Set(all.map(({ asks }) => asks))).toContain('teller');
  });

  test('never offer two right sources', () => {
    for (const item of all.filter(({ asks }) => asks === 'teller')) {
      const own = sourceOf(item.claim.source, material);
      const others = material.sources.filter(({ name }) => wrongTexts(item).includes(name));
      expect(others).toHaveLength(2);
      for (const other of others) {
        expect(own && areConfusable(other, own)).toBe(false);
        const claimsOfOther = material.claims.filter(({ source }) => source === other.id);
        expect(claimsOfOther.map(claimGroup)).not.toContain(claimGroup(item.claim));
        expect([other.id, other.name]).not.toContain(item.claim.actor);
      }
    }
  });

  test('prove who it was with the name or the role, never with "he" or "she" alone', () => {
    const sentences = material.passages.flatMap((passage) => passage.sentences);
    for (const { claim, check } of all.filter(({ asks }) => asks === 'teller')) {
      const name = sourceOf(claim.source, material)?.name.split(' ').at(-1) ?? '';
      const proof = sentences.filter(({ id }) => check.evidence.includes(id));
      if (sourceOf(claim.source, material)?.type === 'narration') expect(proof).toHaveLength(1);
      else expect(proof.map(({ text }) => text).join(' ')).toContain(name);
    }
  });

  test('never offer the actor of the claim as a wrong answer', () => {
    for (const item of all.filter(({ asks }) => asks === 'actor'))
      expect(wrongTexts(item)).not.toContain(actorName(item.claim, material));
  });

  test('offer three different answers, one of them right, and hide the source in question', () => {
    for (const { check, said } of all) {
      const texts = check.choices.map(({ text }) => text.toLowerCase());
      expect(new Set(texts).size).toBe(3);
      const key = check.choices.find(({ id }) => id === check.key)?.text ?? '';
      if (!check.id.endsWith(':kind')) expect(said.toLowerCase()).not.toContain(key.toLowerCase());
    }
  });

  test('ask only about stated claims that are not alike or presupposed', () => {
    for (const { claim, asks } of all) {
      expect([claim.presupposed, claim.alike, claim.exercise]).toEqual([
        false,
        undefined,
        undefined,
      ]);
      if (asks === 'channel') expect(claim.channel.basis).toBe('stated');
      if (asks === 'actor') expect(claim.actor).not.toBe('not-stated');
    }
  });

  test('explain a wrong source by a claim of that source', () => {
    for (const item of all.filter(({ asks }) => asks === 'teller'))
      for (const choice of item.check.choices.filter(({ id }) => id !== item.check.key)) {
        const source = material.sources.find(({ name }) => name === choice.text);
        const own = material.claims.filter((claim) => claim.source === source?.id);
        const acts = material.claims.filter(({ actor }) => actor === source?.id);
        const isSilent = own.length === 0 && acts.length === 0;
        const reported = own.length > 0 ? own : acts;
        expect(
          isSilent || reported.some(({ content }) => choice.feedback.endsWith(content)),
          choice.feedback,
        ).toBe(true);
      }
  });

  test('name a wrong source, and never say of one that acts in what was read that nothing was read', () => {
    const feedback = all.flatMap(({ check }) => check.choices.map((choice) => choice.feedback));
    expect(feedback.join('\n')).toMatch(/^The story reports something else from .+: /m);
    expect(feedback.join('\n')).not.toMatch(/From there|no statement by/);
  });
});

describe('a drill round', () => {
  const material = dispute.material();
  const round = (seed: string, of = material): string[] =>
    drillRound(of, seed).map(({ claim }) => claim.id);

  test('asks about each claim at most once, and the next round about others', () => {
    expect(new Set(round('a')).size).toBe(ROUND);
    expect([...round('b')].sort()).not.toEqual([...round('a')].sort());
  });

  test('is the same for the same seed', () => {
    expect(drillRound(material, 'x')).toEqual(drillRound(material, 'x'));
  });

  test('asks about nothing if nothing was read', () => {
    expect(round('a', read(material, []))).toEqual([]);
  });

  test('has a few questions after the first lessons, and is short', () => {
    const { length } = round('a', read(material, [1, 2, 3]));
    expect(length).toBeGreaterThan(3);
    expect(length).toBeLessThan(ROUND);
  });

  test.each([[[1, 2]], [[3]], [[5, 6]], [[1, 2, 3, 4, 5]]])(
    'gives nothing away that was not read, neither in choices nor in verdicts: ¶%s',
    (paragraphs) => {
      const known = read(material, paragraphs);
      const texts = questionsOf(known).flatMap(({ said, check }) => [
        said,
        ...check.choices.flatMap(({ text, feedback }) => [text, feedback]),
      ]);
      const told = [...new Set(texts)].join('\n');
      for (const claim of material.claims.filter((one) => !known.claims.includes(one)))
        expect(told).not.toContain(claim.content);
      for (const source of material.sources.filter((one) => !known.sources.includes(one)))
        expect(told).not.toContain(source.name);
    },
  );

  test('says what was read about a wrong source that only acts in it', () => {
    const feedback = questionsOf(read(material, [1, 2, 3, 4, 5, 6])).flatMap(({ check }) =>
      check.choices
        .filter(({ text, id }) => text === 'Pete Hegseth' && id !== check.key)
        .map((choice) => choice.feedback),
    );
    expect(feedback.length).toBeGreaterThan(0);
    for (const text of feedback)
      expect(text).toMatch(/^¶6 reports something else about Pete Hegseth: .*would make sure/);
  });

  test('needs at least eight drillable claims', () => {
    expect(hasDrill(material)).toBe(true);
    expect(hasDrill(bridge.material())).toBe(true);
    expect(hasDrill(smallRecord)).toBe(false);
    expect(LEAST_CLAIMS).toBe(8);
    const eight = drillableClaims(material).slice(0, LEAST_CLAIMS);
    expect(hasDrill({ ...material, claims: eight })).toBe(true);
    expect(hasDrill({ ...material, claims: eight.slice(1) })).toBe(false);
  });
});

describe('a reverse question', () => {
  const material = dispute.material();
  const checks = dispute.index.lessons.flatMap(({ id }) => checksOf(dispute.lesson(id)));

  test('asks for the content if the check asks for the source, and otherwise for the source', () => {
    for (const check of checks) {
      const reverse = reverseQuestion(check, material, 'a');
      const asksSource = check.skill === 'attribution' || check.skill === 'sourcing';
      if (reverse) expect(reverse.said === undefined).toBe(asksSource);
    }
  });

  test('is about the same claim, and never has two right answers', () => {
    let reversed = 0;
    for (const check of checks)
      for (let seed = 0; seed < 50; seed++) {
        const reverse = reverseQuestion(check, material, String(seed));
        if (!reverse) continue;
        reversed += 1;
        const claimAsked = material.claims.find(({ id }) => id === reverse.check.claims[0]);
        expect(check.claims).toContain(claimAsked?.id);
        const others = reverse.check.choices.filter(({ id }) => id !== reverse.check.key);
        const wrongClaims = material.claims.filter((claim) =>
          others.some(({ text }) => text === claim.said),
        );
        for (const claim of wrongClaims) expect(claim.source).not.toBe(claimAsked?.source);
      }
    expect(reversed).toBeGreaterThan(1000);
  });
});

test('an office has its article within a sentence, and a name without one has none', () => {
  const feedback = questionsOf(dispute.material())
    .flatMap(({ check }) => check.choices.map((choice) => choice.feedback))
    .join(' ');
  expect(feedback).toMatch(/(about|From) the US Department of Defense/);
  expect(feedback).not.toMatch(/(about|From|from) US Department/);
  expect(feedback).not.toMatch(/(about|From|from) the Anthropic/);
});
