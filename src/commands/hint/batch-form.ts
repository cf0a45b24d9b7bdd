/** On Windows, npm installs each program as a PowerShell script, which PowerShell may block, and as a batch file. */
const PROGRAM = /^(npx|npm)(?= )/;
const BATCH_FILE = /^(npx|npm)\.cmd(?= )/;

/** What a batch file reads as something else. PowerShell passes it on without quotes. */
const CHANGED = /[&|<>^]|0x2[25]\)/;

/** A command for Windows, with `npx.cmd` instead of `npx`, unless the batch file would change its words. */
export const batchForm = (command: string): string =>
  CHANGED.test(command) ? command : command.replace(PROGRAM, '$1.cmd');

/** What people on other systems type instead. @returns undefined if the command is the same everywhere */
export function onOtherSystems(command: string): string | undefined {
  const [, program] = PROGRAM.exec(command) ?? [];
  if (program) return `If PowerShell blocks ${program}, type ${program}.cmd instead.`;
  const [, batch] = BATCH_FILE.exec(command) ?? [];
  return batch && `On Linux and macOS, type ${batch} instead of ${batch}.cmd.`;
}
