import { stripVTControlCharacters } from 'node:util';
import type { Page } from 'playwright-core';
import { orderedChoices } from '../../src/core/choice-order.js';
import type { Check } from '../../src/core/course/course.js';
import { checksAt, type Stop } from '../../src/core/live-room/stop.js';
import { pressed } from './learner.js';
import { KEY, type Terminal } from './terminal.js';

/** Somebody in a live room, at a browser or a terminal. */
export type InRoom = {
  readonly name: string;
  /** Waits until these words are there. Spaces and line breaks are the same. */
  readonly sees: (words: string) => Promise<void>;
  /**
   * Chooses and waits until the room has it: one choice, or headings for the statements of a board from the first on.
   * @param choices ids
   * @param seen what a terminal says then, if not that the answer is saved
   */
  readonly chooses: (stop: Stop, choices: readonly string[], seen?: string) => Promise<void>;
};

type InPage = InRoom & {
  readonly page: Page;
  /** The same without waiting. */
  readonly presses: InRoom['chooses'];
};

type InTerminal = InRoom & { readonly terminal: Terminal };

/** Machines that test can be slow, in milliseconds. */
const PATIENCE = 40_000;

/** What to press for each choice, from 1. @param code of the room, as it is stored */
function numbersOf(stop: Stop, choices: readonly string[], code: string): number[] {
  const checks = checksAt(stop);
  return choices.map((choice, i) => {
    const check = checks[i] as Check;
    return orderedChoices(check, code).findIndex(({ id }) => id === choice) + 1;
  });
}

const textOf = (stop: Stop, i: number, choice: string): string =>
  checksAt(stop)[i]?.choices.find(({ id }) => id === choice)?.text ?? '';

const isBoard = (stop: Stop): boolean => stop.step.kind === 'board';

/** Somebody at a page who uses a mouse or a thumb. */
export function atPage(name: string, page: Page, code: string): InPage {
  return inPage(name, page, async (stop, i, choice) => {
    const [number = 0] = numbersOf({ ...stop }, [...Array(i).fill(''), choice], code).slice(i);
    const button = isBoard(stop)
      ? page
          .locator('fieldset')
          .nth(i)
          .locator('label')
          .nth(number - 1)
      : page.locator(`.choice[data-digit="${number}"]`);
    await button.filter({ hasText: textOf(stop, i, choice) }).click({ timeout: PATIENCE });
  });
}

/** Somebody at a page who uses the keyboard alone. */
export function atKeyboard(name: string, page: Page, code: string): InPage {
  return inPage(name, page, async (stop, i, choice) => {
    const [number = 0] = numbersOf(stop, [...Array(i).fill(''), choice], code).slice(i);
    if (isBoard(stop)) await tabInto(page, `fieldset:nth-of-type(${i + 1})`);
    await page.keyboard.press(String(number));
  });
}

/** Presses Tab until something within the element has the focus. */
export async function tabInto(page: Page, selector: string): Promise<void> {
  const isThere = (): Promise<boolean> =>
    page.evaluate<boolean>(`document.activeElement.closest(${JSON.stringify(selector)}) !== null`);
  for (let i = 0; i < 60 && !(await isThere()); i++) await page.keyboard.press('Tab');
  if (!(await isThere())) throw new Error(`Tab never comes to ${selector}`);
}

function inPage(
  name: string,
  page: Page,
  pressOne: (stop: Stop, i: number, choice: string) => Promise<void>,
): InPage {
  const isSaved = () =>
    page.waitForResponse((one) => one.url().endsWith('/answer') && one.ok(), { timeout: PATIENCE });
  return {
    name,
    page,
    sees: (words) => page.getByText(words).first().waitFor({ timeout: PATIENCE }),
    presses: async (stop, choices) => {
      for (const [i, choice] of choices.entries()) await pressOne(stop, i, choice);
    },
    chooses: async (stop, choices) => {
      for (const [i, choice] of choices.entries())
        await Promise.all([isSaved(), pressOne(stop, i, choice)]);
    },
  };
}

const SAVED = 'Saved.';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** Waits for words on a screen, wherever its lines break. */
export const shows = (terminal: Terminal, words: string): Promise<void> =>
  terminal.shows((now) => flat(now.text()).includes(words));

/** Somebody at a screen. */
export function atScreen(name: string, terminal: Terminal, code: string): InTerminal {
  const sees = (words: string): Promise<void> => shows(terminal, words);
  return {
    name,
    terminal,
    sees,
    chooses: async (stop, choices, seen = SAVED) => {
      for (const number of numbersOf(stop, choices, code)) {
        if (isBoard(stop)) {
          await pressed(terminal, String(number));
          continue;
        }
        terminal.press(String(number));
        await terminal.shows(new RegExp(`❯ *\\[?${number} `));
      }
      terminal.press(KEY.enter);
      await sees(seen);
    },
  };
}

/** Somebody with numbered lines. What they have seen is above, and is not looked for again. */
export function inLines(name: string, terminal: Terminal, code: string): InTerminal {
  let read = 0;
  const said = (): string => flat(stripVTControlCharacters(terminal.output));
  const sees = async (words: string): Promise<void> => {
    await terminal.shows(() => said().includes(words, read));
    read = said().indexOf(words, read) + words.length;
  };
  return {
    name,
    terminal,
    sees,
    chooses: async (stop, choices) => {
      for (const [i, number] of numbersOf(stop, choices, code).entries()) {
        if (isBoard(stop)) await sees(`Statement ${i + 1} of`);
        terminal.press(`${number}\r`);
      }
      if (isBoard(stop)) await sees('Enter answer');
      if (isBoard(stop)) terminal.press(KEY.enter);
      await sees(SAVED);
    },
  };
}
