import { asciiText } from '../core/text/ascii.js';
import { type Block, layOut } from './block.js';
import type { LineOutput } from './line-output.js';
import { NO_BREAK_SPACE } from './prompt.js';

/** What is said and asked, one below the other, with one blank line between. */
type Transcript = {
  readonly say: (blocks: readonly Block[]) => Promise<void>;
  /** Leaves the line open for what is typed. */
  readonly ask: (prompt: string) => Promise<void>;
  /** Ends the line of the prompt, where what was typed did not. */
  readonly endPrompt: () => Promise<void>;
};

export function transcript(output: LineOutput, width: number, ascii: () => boolean): Transcript {
  const write = (text: string): Promise<void> => output.write(ascii() ? asciiText(text) : text);
  let gap = '';
  const part = (text: string): Promise<void> => {
    const parted = gap + text;
    gap = '\n';
    return write(parted);
  };
  return {
    say: async (blocks) => {
      if (blocks.length > 0) await part(`${layOut(blocks, width)}\n`);
    },
    // The last column is kept for the blank between the prompt and what is typed.
    ask: (prompt) => {
      const laidOut = layOut([[{ lead: '> ', text: prompt }]], width - 1);
      return part(`${laidOut.replaceAll(NO_BREAK_SPACE, ' ')} `);
    },
    endPrompt: () => write('\n'),
  };
}
