import { SETTING_NAMES, SETTINGS_NOTE, settingValueText } from '../../core/messages/settings.js';
import type { Progress } from '../../core/progress/progress.js';
import { isOfProgram, SETTINGS, settingText } from '../../core/settings.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import { HELP, HOME, MOVE, TURN } from '../keys/footer-keys.js';
import { GAP, type Line, line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { padTo, wrapLines } from '../layout/wrap.js';

type SettingsProps = {
  readonly progress: Progress;
  readonly menu: readonly MenuEntry[];
  readonly highlight: number;
};

const NAME_COLUMN = 24;

/** The settings with their values, and what the highlighted setting is for. */
export function settingsPage(
  { progress, menu, highlight }: SettingsProps,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> {
  return {
    before: [],
    items: menu.map((entry, i) => ({
      id: entry.id,
      lines: [settingLine(entry, progress)],
      gapAfter: i === menu.length - 2 || endsCourse(entry, menu[i + 1]),
    })),
    after: [
      GAP,
      ...aboutLines(menu[highlight], width),
      ...wrapLines(SETTINGS_NOTE, width).map((row) => ({
        ...row,
        dropAs: 'aside' as const,
      })),
    ],
    footer: [MOVE, TURN, HELP, HOME],
  };
}

/** The settings of the course come first, then those of the program. */
const endsCourse = (entry: MenuEntry, next: MenuEntry | undefined): boolean =>
  entry.does === 'set' && next?.does === 'set' && isOfProgram(next.key) && !isOfProgram(entry.key);

function settingLine(entry: MenuEntry, { settings }: Progress): Line {
  const setting = settingOf(entry);
  if (!setting) return line('Home');
  return {
    spans: [
      { text: padTo(SETTING_NAMES[setting.key], NAME_COLUMN), tone: 'plain' },
      { text: settingValueText(setting, settingText(setting, settings)), tone: 'strong' },
    ],
  };
}

const settingOf = (entry: MenuEntry | undefined) =>
  entry?.does === 'set' ? SETTINGS.find(({ key }) => key === entry.key) : undefined;

function aboutLines(entry: MenuEntry | undefined, width: number): Line[] {
  const setting = settingOf(entry);
  return setting ? [...wrapLines(setting.about, width), GAP] : [];
}
