import { loadTool } from '../load-tool.mjs';

const WIDTH = 72;
const OVERLAYS = ['passages', 'sources', 'help', 'about'];

/** Who goes a way on screens: a text for each page, and one for what an author sees behind it. */
export async function onScreens() {
  const { pageFor } = await loadTool('src/ui/pages/page.ts');
  const talker = (store, course, now) => {
    const texts = [];
    const show = () => {
      const state = store.state();
      texts.push(
        pageText(
          pageFor(state, () => course.record, WIDTH),
          state,
        ),
      );
      texts.push(
        pageText(
          pageFor(behind(state), () => course.record, WIDTH),
          state,
        ),
      );
    };
    const act = (...actions) => {
      for (const action of actions) store.dispatch(action);
      show();
    };
    const choose = (at) => act({ type: 'point', at }, { type: 'enter' });
    show();
    return {
      texts,
      choose,
      aside: () => {
        for (const at of OVERLAYS) {
          act({ type: 'look', at });
          store.dispatch({ type: 'close' });
        }
      },
      on: () => act({ type: 'on' }),
      answer: (at) => {
        act({ type: 'hint' });
        choose(at);
      },
      sure: () => act({ type: 'sure', certainty: 'certain' }),
      more: () => {
        act({ type: 'more' });
        act({ type: 'on' });
      },
      lookInto: (at) => {
        choose(at);
        if (now().kind === 'cell') act({ type: 'close' });
      },
    };
  };
  return { talker, mistakes: (problems) => mistakesText(pageFor, problems) };
}

/** What stands behind a screen, for an author. */
const behind = (state) => ({ ...state, preview: { problems: [], scroll: 0 }, overlay: 'inspect' });

/** A page before it is known how much of it fits. */
function pageText({ title, where, whereShort, before, items, after, footer }, { notice }) {
  const rows = [...before, ...items.flatMap(({ lines }) => linesOf(lines)), ...after];
  return [
    title,
    where,
    whereShort,
    ...rows.map(({ spans }) => spans.map(({ text }) => text).join('')),
    ...footer.flatMap(({ keys, does }) => [keys, does]),
    notice ?? '',
  ].join('\n');
}

const linesOf = (lines) => ('make' in lines ? lines.make() : lines);

/** Mistakes stand in place of the page, whatever course it was of. */
const mistakesText = (pageFor, problems) =>
  pageText(pageFor({ progress: {}, preview: { problems, scroll: 0 } }, undefined, WIDTH), {});
