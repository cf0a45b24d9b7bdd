import type { Misreading } from '../../src/core/course/vocabulary.js';
import type {
  Item,
  ItemFault,
  ItemLedger,
  ItemRule,
  RuleExample,
} from '../../src/core/lint/rule.js';
import { wordingFor } from '../../src/core/lint/words.js';

/** The check of an example: its first choice is the key. */
const itemOf = (
  { stem, choices, hint, feedback, ordered, names, claims = [] }: RuleExample,
  misreading: Misreading,
): Item => ({
  stem,
  key: 'choice-0',
  claims: claims.slice(0, 1).map((_, i) => `claim-${i}`),
  evidence: ['p1s1'],
  ...(hint !== undefined && { hint }),
  ...(ordered !== undefined && { ordered }),
  choices: choices.map((text, i) => ({
    id: `choice-${i}`,
    text: text.replace(/^\[(.*)\]$/, '$1'),
    ...(text.startsWith('[') && { open: true }),
    ...(i > 0 && { misreading }),
    ...(names?.[i] && { names: names[i] }),
    feedback:
      feedback !== undefined && i === choices.length - 1 ? feedback : 'The story has it so.',
  })),
});

const ledgerOf = ({ claims = [], names = [] }: RuleExample): ItemLedger => ({
  claims: claims.map((claim, i) => ({ id: `claim-${i}`, sentence: 'p1s1', ...claim })),
  sources: [...new Set([...names, ...claims.map(({ source }) => source)])].map((id) => ({
    id,
    name: id,
  })),
  sentences: new Set(['p1s1', 'p2s1']),
});

/**
 * The faults that a rule finds in an example.
 * @param misreading the one of all distractors
 */
export function faultsIn(
  rule: ItemRule,
  example: RuleExample,
  misreading: Misreading = 'wrong-source',
): readonly ItemFault[] {
  const others =
    example.other === undefined
      ? []
      : [{ id: 'other', item: itemOf({ ...example, stem: example.other }, misreading) }];
  return rule.faults(itemOf(example, misreading), {
    kind: 'texts',
    wording: wordingFor('en'),
    language: 'en',
    others,
    earlier: () => others,
    shown: () =>
      example.shown === undefined ? [] : [{ place: 'the feedback', text: example.shown }],
    ledger: ledgerOf(example),
  });
}
