import { useInput, usePaste, useWindowSize } from 'ink';
import { type ReactElement, useRef, useSyncExternalStore } from 'react';
import type { CourseMaterial } from '../core/course/ledger.js';
import { roomTexts } from '../core/messages/live-room/join.js';
import { highlightOf, type Scene, scene } from '../core/scene/scene.js';
import type { SessionStore } from '../core/session/session-store.js';
import { settingsOf } from '../core/settings.js';
import type { Action } from '../core/state/action.js';
import { hasProblems, type State } from '../core/state/state.js';
import { asciiText } from '../core/text/ascii.js';
import type { Size } from '../core/window.js';
import { Glyphs } from './components/glyphs.js';
import { MakeRoom } from './components/make-room.js';
import { PageView } from './components/page-view.js';
import { actionFor, hasField } from './keys/keys.js';
import { type Layout, layOut } from './layout/fit.js';
import type { Line } from './layout/line.js';
import type { Page } from './layout/page.js';
import { isTooSmall, textWidth } from './layout/window.js';
import { hangLines } from './layout/wrap.js';
import { pageOf } from './pages/page.js';

type Props = {
  readonly store: SessionStore;
  readonly material: () => CourseMaterial;
  readonly glyphs: (text: string) => string;
  readonly typedAhead: {
    /** Called when an answer has changed the page or a question appears. Keys typed ahead were meant for the old page. */
    readonly drop: () => void;
  };
};

/** Shows the store's state as a page, and turns keys into actions. */
export function App({ store, material, glyphs, typedAhead }: Props): ReactElement {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const size = useWindowSize();
  const arrange = useArrangement(material);
  useInput((input, key) => {
    // The current state, which may be newer than the drawn one.
    const now = store.state();
    if (isTooSmall(size)) return input === 'q' ? store.dispatch({ type: 'quit' }) : undefined;
    const { layout } = arrange(now, size);
    const action = actionFor(input, key, { state: now, layout, width: textWidth(size) });
    if (!action) return;
    // Read this before dispatching: progress changes in place.
    const before = scene(now);
    store.dispatch(action);
    const after = scene(store.state());
    const isLeft = ANSWERING.includes(action.type) && isAsking(before);
    if ((isLeft || isAsking(after)) && pageName(before) !== pageName(after)) typedAhead.drop();
  });
  // Only a field takes pasted text. On other pages it must not answer a question.
  usePaste((text) => {
    if (hasField(store.state()) && !isTooSmall(size)) store.dispatch({ type: 'type', text });
  });
  if (isTooSmall(size)) return <MakeRoom {...size} instead="--plain" />;
  const { page, layout } = arrange(state, size);
  const settings = settingsOf(state.progress.settings);
  return (
    <Glyphs value={settings.ascii ? asciiText : glyphs}>
      <PageView
        page={page}
        layout={layout}
        width={textWidth(size)}
        highlight={highlightOf(state, scene(state))}
        glides={settings.motion}
      />
    </Glyphs>
  );
}

/** Pages on which a key can answer, or can give up a second try. */
const ASKING: readonly Scene['kind'][] = ['check', 'certainty', 'board', 'second-look'];

export const isAsking = ({ kind }: Scene): boolean => ASKING.includes(kind);

const ANSWERING: readonly Action['type'][] = ['enter', 'rate', 'show-answer'];

/** Certainty is asked on the page of the question. A board has another page for its second try. */
function pageName(now: Scene): string {
  const kind = now.kind === 'certainty' ? 'check' : now.kind;
  const again = now.kind === 'board' && now.again ? ' again' : '';
  return 'step' in now ? `${kind} ${now.step.id}${again}` : kind;
}

type Arrangement = { readonly page: Page; readonly layout: Layout };

/** Remembers the latest arrangement: a key needs it, and so does the frame drawn after it. */
function useArrangement(material: () => CourseMaterial): (state: State, size: Size) => Arrangement {
  const latest = useRef<(Arrangement & { readonly of: State; readonly size: Size }) | undefined>(
    undefined,
  );
  return (state, size) => {
    const last = latest.current;
    if (last?.of === state && last.size.columns === size.columns && last.size.rows === size.rows)
      return last;
    const fresh = { ...arrangement(state, material, size), of: state, size };
    latest.current = fresh;
    return fresh;
  };
}

function arrangement(state: State, material: () => CourseMaterial, size: Size): Arrangement {
  const width = textWidth(size);
  const page = pageOf(state, material, width);
  const scroll = scrollOf(state) ?? (page.opensAtTop && state.highlight < 0 ? 0 : undefined);
  const notice = noticeLines(state, width);
  const highlight = highlightOf(state, scene(state));
  return { page, layout: layOut(page, size, { highlight, scroll }, notice) };
}

/** What is not saved goes first: a small window cuts the end. */
const noticeLines = (state: State, width: number): Line[] => {
  const { unsaved, notice } = state;
  const room = roomTexts(state).join(' ');
  return [
    ...[unsaved, ...(notice?.split('\n') ?? [])].flatMap((text) =>
      text === undefined ? [] : hangLines({ text: '! ', tone: 'bad' }, text, width),
    ),
    ...(room === '' ? [] : hangLines({ text: '• ', tone: 'accent' }, room, width)),
  ];
};

/** First line shown of what is on top. If undefined, the page keeps the highlight in view. */
function scrollOf(state: State): number | undefined {
  if (hasProblems(state)) return state.preview?.scroll;
  return state.overlay ? (state.overlayScroll ?? 0) : state.scroll;
}
