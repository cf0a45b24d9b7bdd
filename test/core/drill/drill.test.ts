import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CourseMaterial } from '../../../src/core/course/ledger.js';
import { actorName, areConfusable, claimGroup, sourceOf } from '../../../src/core/course/ledger.js';
import { checksOf } from '../../../src/core/course/lesson.js';
import {
  drillableClaims,
  drillQuestion,
  hasDrill,
  LEAST_CLAIMS,
} from '../../../src/core/drill/drill.js';
import type { LedgerQuestion } from '../../../src/core/drill/ledger-question.js';
import { reverseQuestion } from '../../../src/core/review/reverse-question.js';
import { openCourseFolder } from '../../../src/io/course/read-course-folder.js';
import { material as smallRecord } from '../../support/small-course.js';

const shipped = (name: string) =>
  openCourseFolder(fileURLToPath(new URL(`../../../lessons/${name}`, import.meta.url)));

const dispute = shipped('claude-contract');
const bridge = shipped('swing-bridge');

const SEEDS = 500;
const nobodyRead = new Set<string>();

/** The first questions of many rounds. */
const firstQuestions = (material: CourseMaterial): LedgerQuestion[] =>
  Array.from({ length: SEEDS }, (_, seed) =>
    drillQuestion(material, `seed ${seed}`, 0, nobodyRead),
  ).flatMap((item) => item ?? []);

const wrongTexts = ({ check }: LedgerQuestion): string[] =>
  check.choices.filter(({ id }) => id !== check.key).map(({ text }) => text);

describe.each([
  ['the dispute', dispute.material()],
  ['the bridge', bridge.material()],
])('drill rounds on %s', (_, material) => {
  const all = firstQuestions(material);

  test('make a question from every seed', () => {
    expect(all).toHaveLength(SEEDS);
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
        expect(own.some(({ content }) => choice.feedback.endsWith(content))).toBe(true);
      }
  });
});

describe('a drill round', () => {
  const material = dispute.material();
  const round = (read: ReadonlySet<string>, from = 0): string[] =>
    Array.from(
      { length: drillableClaims(material).length },
      (_, n) => drillQuestion(material, 'a', from + n, read)?.claim.id ?? '',
    );

  test('asks every claim once before any repeats, and then in another order', () => {
    const first = round(nobodyRead);
    const second = round(nobodyRead, first.length);
    expect(new Set(first).size).toBe(first.length);
    expect([...second].sort()).toEqual([...first].sort());
    expect(second).not.toEqual(first);
  });

  test('is the same for the same seed', () => {
    expect(drillQuestion(material, 'x', 3, nobodyRead)).toEqual(
      drillQuestion(material, 'x', 3, nobodyRead),
    );
  });

  test('asks only claims that were read once they are enough', () => {
    const read = drillableClaims(material).slice(0, 4);
    const ids = read.map(({ id }) => id);
    expect(new Set(round(new Set(ids)))).toEqual(new Set(ids));
    expect(new Set(round(new Set(ids.slice(0, 3)))).size).toBeGreaterThan(4);
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
