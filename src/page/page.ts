import type { ChosenAt } from '../core/live-room/event.js';
import type { HostCommand } from '../core/live-room/host-command.js';
import { CONNECTION_WORDS } from '../core/messages/live-room/page.js';
import type { HostView } from '../core/views/live-room/host-view.js';
import type { PersonView, QuestionStop } from '../core/views/live-room/person-view.js';
import { type Connection, follow } from './events.js';
import { joinNonce, keepDrafts, keepToken, keptDrafts, readToken } from './kept.js';
import { type Message, outbox, type TabOutbox } from './outbox.js';
import { post } from './requests.js';
import { chosenAt, isOver, type PageNow, type PageState, START, withAnswer } from './state.js';

export type OpenPage = {
  /** Connects again at once after so much silence, in milliseconds. */
  readonly check: (silence: number) => void;
  /** A second is over. */
  readonly tick: () => void;
};

/** The room as one person sees it in this tab. @param render shows the page after each change */
export function openPage(render: (page: PageNow) => void): OpenPage {
  let state: PageState = { ...START, door: doorIn(location.pathname), place: 'joining' };
  let token: string | undefined;
  let connection: Connection | undefined;
  let box: TabOutbox | undefined;
  /** Of the join that is not answered yet. */
  let nonce: string | undefined;

  const page = (): PageNow => ({
    state,
    sending: box?.sending() ?? 'nothing',
    unsaved: (vote) => box?.choices(vote) ?? new Map(),
    join,
    choose,
    answer,
    goTo: (at) => set({ at, isHandingIn: false, problem: undefined }),
    askHandIn: (isHandingIn) => set({ isHandingIn }),
    handIn: () => {
      box?.handIn();
      set({ isHandingIn: false });
    },
    command: (commands) => void asHost(commands),
  });
  const set = (change: Partial<PageState>): void => {
    state = { ...state, ...change };
    if (change.drafts && token !== undefined) keepDrafts(token, change.drafts);
    render(page());
  };
  const showView = (value: unknown): void => {
    const view = value as PersonView | HostView | undefined;
    if (!view) return;
    const ahead = view.clock ? view.clock.now - Date.now() : state.ahead;
    set('people' in view ? { host: view, ahead } : { view, ahead });
  };

  const enter = (mine: string): void => {
    token = mine;
    nonce = undefined;
    keepToken(mine);
    set({ place: 'inside', isBusy: false, problem: undefined, drafts: keptDrafts(mine) });
    box = outbox(mine, { onChange: () => set({}), onTaken, onRefused });
    connection = follow(mine, {
      onView: showView,
      onConnection: (isOpen) => {
        set({ isLost: !isOpen });
        if (isOpen) box?.hurry();
      },
      onGone: leave,
      isOver: () => isOver(state),
    });
  };
  const leave = (): void => {
    connection?.stop();
    box?.clear();
    box = undefined;
    token = undefined;
    keepToken(undefined);
    set({
      ...START,
      place: 'joining',
      problem: CONNECTION_WORDS.forgotten,
      view: undefined,
      host: undefined,
    });
  };
  const join = async (code: string, name: string): Promise<void> => {
    if (state.isBusy) return;
    set({ isBusy: true, problem: undefined });
    nonce ??= joinNonce();
    const reply = await post('/join', undefined, { code, name, wayIn: 'browser', nonce });
    if (reply.kind === 'taken') {
      enter(String(reply.body.token));
      return showView(reply.body.view);
    }
    const isWrong = reply.kind === 'refused' && reply.why === 'wrong-code';
    set({ isBusy: false, problem: reply.text, ...(isWrong ? { door: '' } : {}) });
  };

  const asHost = async (commands: readonly HostCommand[]): Promise<void> => {
    set({ isBusy: true, isHandingIn: false, problem: undefined });
    for (const command of commands) {
      const reply = await post('/host', token, command);
      if (reply.kind === 'taken') showView(reply.body.view);
      else set({ problem: reply.text });
    }
    set({ isBusy: false });
  };

  const choose = (stop: QuestionStop, [check, choice]: ChosenAt): void => {
    if (!stop.canAnswer) return;
    const before = chosenAt(page(), stop);
    if (before.get(check) === choice) return;
    const isOnItsWay = (box?.choices(stop).size ?? 0) > 0;
    if (stop.isFinal) {
      if (!isOnItsWay) set({ drafts: new Map(state.drafts).set(check, choice) });
      return;
    }
    send(stop, new Map(before).set(check, choice));
  };
  const answer = (stop: QuestionStop): void => send(stop, state.drafts);
  const send = ({ stop, round, rows }: QuestionStop, chosen: ReadonlyMap<string, string>) => {
    const choices = rows.flatMap(({ check }): ChosenAt[] => {
      const choice = chosen.get(check);
      return choice === undefined ? [] : [[check, choice]];
    });
    state = { ...state, problem: undefined };
    if (choices.length > 0) box?.answer({ stop, round }, choices);
  };
  const onTaken = (message: Message, body: Readonly<Record<string, unknown>>): void => {
    if (message.do === 'answer') {
      const view = withAnswer(state.view, message, message.choices);
      set({ view, drafts: withoutDrafts(message) });
    }
    showView(body.view);
  };
  const withoutDrafts = (message: Message): ReadonlyMap<string, string> => {
    const sent = message.do === 'answer' ? message.choices.map(([check]) => check) : [];
    return new Map([...state.drafts].filter(([check]) => !sent.includes(check)));
  };

  const onRefused: Parameters<typeof outbox>[1]['onRefused'] = ({ why, text }, message) =>
    why === 'stranger' ? leave() : set({ problem: text, drafts: withoutDrafts(message) });

  const mine = readToken();
  if (mine === undefined) render(page());
  else enter(mine);
  return {
    check: (silence) => connection?.check(silence),
    tick: () => {
      if (state.view?.clock || state.host?.clock) render(page());
    },
  };
}

/** "7k2m" in "/7k2m". */
function doorIn(pathname: string): string {
  try {
    return decodeURIComponent(pathname).replace(/^\/|\/$/g, '');
  } catch {
    return '';
  }
}
