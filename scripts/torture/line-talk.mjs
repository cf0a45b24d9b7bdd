import { loadParts } from './load-parts.mjs';

const MODULES = {
  pages: 'src/plain/pages/page.ts',
  reply: 'src/plain/reply.ts',
  offers: 'src/plain/prompt.ts',
  block: 'src/plain/block.ts',
};

const WIDTH = 72;

/** Who goes a way in lines: a text for each line that is typed, with the prompt behind it. */
export async function inLines() {
  const { pages, reply, offers, block } = await loadParts(MODULES);
  return (store, course, now) => {
    const talk = { store, record: () => course.record, inLesson: false };
    const texts = [];
    const say = (blocks) =>
      texts.push(`${block.layOut(blocks, WIDTH)}\n${offers.promptText(now(), false)}`);
    const type = (...lines) => {
      for (const line of lines) say(reply.reply(line, talk));
    };
    say(pages.pageBlocks(talk));
    return {
      texts,
      aside: () => type('?', 'nothing'),
      choose: (at) => type(String(at + 1)),
      on: () => type(''),
      answer: (at, n) => type('h', ...(n < 4 ? ['r', 'w'] : []), String(at + 1)),
      sure: () => type('c'),
      more: () => type('m', ''),
      lookInto: (at) => type(String(at + 1), ''),
    };
  };
}
