import { useInput, usePaste, useWindowSize } from 'ink';
import { type ReactElement, useRef, useSyncExternalStore } from 'react';
import type { CourseMaterial } from '../core/course/ledger.js';
import { type Scene, scene } from '../core/scene/scene.js';
import type { SessionStore } from '../core/session/store.js';
import { settingsOf } from '../core/settings.js';
import type { Action } from '../core/state/action.js';
import { hasProblems, type State } from '../core/state/state.js';
import { asciiText } from '../core/text/ascii.js';
import { Glyphs } from './components/glyphs.js';
import { MakeRoom } from './components/make-room.js';
import { PageView } from './components/page-view.js';
import { actionFor } from './keys/keys.js';
import { type Layout, layOut } from './layout/fit.js';
import type { Page } from './layout/page.js';
import { isTooSmall, type Size, textWidth } from './layout/window.js';
import { hangLines } from './layout/wrap.js';
import { pageOf } from './pages/page.js';

type Props = {
  readonly store: SessionStore;
  readonly material: () => CourseMaterial;
  readonly glyphs: (text: string) => string;
  readonly typedAhead: {
    /** Called when an answer has changed the screen: what was typed ahead is not for the new one. */
    readonly drop: () => void;
    /** Called when a question comes up: an Enter typed ahead would answer it unread. */
    readonly dropEnters: () => void;
  };
};

/** The whole program on screen: the store's state as a page, and keys as the store's actions. */
export function App({ store, material, glyphs, typedAhead }: Props): ReactElement {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const size = useWindowSize();
  const arrange = useArranged(material);
  useInput((input, key) => {
    // Of the store's state as it is now, not as it was last drawn.
    const now = store.state();
    if (isTooSmall(size)) return input === 'q' ? store.dispatch({ type: 'quit' }) : undefined;
    const { layout } = arrange(now, size);
    const action = actionFor(input, key, { state: now, layout, width: textWidth(size) });
    if (!action) return;
    // Before it is dispatched: what is kept of progress grows in place.
    const before = scene(now);
    store.dispatch(action);
    const after = scene(store.state());
    if (gives(action) && isAnswered(before, after)) typedAhead.drop();
    else if (after.kind === 'check' && !isQuestion(before)) typedAhead.dropEnters();
  });
  // Turns bracketed paste on; what is pasted is passed over (see split-keys.ts).
  usePaste(() => {});
  if (isTooSmall(size)) return <MakeRoom rows={size.rows} />;
  const { page, layout } = arrange(state, size);
  const settings = settingsOf(state.progress.settings);
  return (
    <Glyphs value={settings.ascii ? asciiText : glyphs}>
      <PageView
        page={page}
        layout={layout}
        width={textWidth(size)}
        highlight={state.highlight}
        glides={settings.motion}
      />
    </Glyphs>
  );
}

const isQuestion = ({ kind }: Scene): boolean => kind === 'check' || kind === 'certainty';

const gives = ({ type }: Action): boolean => type === 'enter' || type === 'rate';

/** By a verdict, or by the next step where verdicts wait. */
const isAnswered = (before: Scene, after: Scene): boolean =>
  isQuestion(before) &&
  (after.kind === 'verdict' ||
    ('step' in before && 'step' in after && before.step.id !== after.step.id));

type Arranged = { readonly page: Page; readonly layout: Layout };

/** Arranges a state for a window, each once: a key asks for it as well as what is then drawn. */
function useArranged(material: () => CourseMaterial): (state: State, size: Size) => Arranged {
  const latest = useRef<(Arranged & { readonly of: State; readonly size: Size }) | undefined>(
    undefined,
  );
  return (state, size) => {
    const known = latest.current;
    if (known?.of === state && known.size.columns === size.columns && known.size.rows === size.rows)
      return known;
    const made = { ...arranged(state, material, size), of: state, size };
    latest.current = made;
    return made;
  };
}

function arranged(state: State, material: () => CourseMaterial, size: Size): Arranged {
  const width = textWidth(size);
  const page = pageOf(state, material, width);
  const scroll = scrollOf(state);
  const notice = state.notice ? hangLines({ text: '! ', tone: 'bad' }, state.notice, width) : [];
  return { page, layout: layOut(page, size, { highlight: state.highlight, scroll }, notice) };
}

/** Of what is on top; nothing: wherever the highlight can be seen. */
function scrollOf(state: State): number | undefined {
  if (hasProblems(state)) return state.preview?.scroll;
  return state.overlay ? (state.overlayScroll ?? 0) : state.scroll;
}
