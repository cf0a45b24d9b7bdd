import { quoted } from '../../course-files/course-file.js';
import type { ItemRule } from '../rule.js';
import { claimsAndAlike } from '../shown/parties.js';

export const foreignEvidence: ItemRule = {
  id: 'foreign-evidence',
  languages: 'any',
  judges: ['texts', 'in-text', 'row'],
  about: 'The evidence of a question and its claims have no sentence in common.',
  source: 'ours: the verdict shows the evidence as proof, so a wrong sentence there proves nothing',
  fails: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    claims: [{ source: 'ferryman', sentence: 'p2s1' }],
  },
  passes: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    claims: [{ source: 'ferryman', sentence: 'p1s1' }],
  },
  faults: (item, { ledger }) => {
    const sentences = claimsAndAlike(item, ledger).map(({ sentence }) => sentence);
    if (sentences.length === 0 || item.evidence.some((id) => sentences.includes(id))) return [];
    // A sentence that does not exist is an error of its own.
    if (item.evidence.some((id) => !ledger.sentences.has(id))) return [];
    const known = [...new Set(sentences)].map(quoted).join(', ');
    const message = `the claims are in ${known}, and the evidence is in other sentences: correct the evidence or the claims`;
    return [{ path: ['evidence'], message }];
  },
};
