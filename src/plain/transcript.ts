import { asciiText } from '../core/text/ascii.js';
import { type Block, layOut } from './block.js';
import type { LineOutput } from './line-output.js';
import { NO_BREAK_SPACE } from './prompt.js';

/** Prints blocks and prompts, with one blank line between them. */
type Transcript = {
  readonly say: (blocks: readonly Block[]) => Promise<void>;
  /** Prints a prompt and stays on its line. */
  readonly ask: (prompt: string) => Promise<void>;
  /** Ends the prompt's line, if no echoed Enter has ended it. */
  readonly endPrompt: () => Promise<void>;
};

export function transcript(
  output: LineOutput,
  width: () => number,
  ascii: () => boolean,
): Transcript {
  const write = (text: string): Promise<void> => output.write(ascii() ? asciiText(text) : text);
  let gap = '';
  const writeSeparated = (text: string): Promise<void> => {
    const separated = gap + text;
    gap = '\n';
    return write(separated);
  };
  return {
    say: async (blocks) => {
      if (blocks.length > 0) await writeSeparated(`${layOut(blocks, width())}\n`);
    },
    // Keeps one column for the space after the prompt.
    ask: (prompt) => {
      const laidOut = layOut([[{ lead: '> ', text: prompt }]], width() - 1);
      return writeSeparated(`${laidOut.replaceAll(NO_BREAK_SPACE, ' ')} `);
    },
    endPrompt: () => write('\n'),
  };
}
