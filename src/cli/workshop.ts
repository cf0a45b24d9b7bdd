import { type Command, Option } from 'commander';
import type { JoinRoom } from '../commands/learn/learn.js';
import { type AddCommand, examples } from './add-command.js';

export function addWorkshop(program: Command, add: AddCommand): void {
  const workshop = program
    .command('workshop')
    .helpCommand(false)
    .description('Join an exercise in a room, or lead an exercise.')
    .addHelpText('after', examples('workshop room --lesson 1', 'workshop join CODE'));
  addRoom(workshop, add);
  addJoin(workshop, add);
  addCode(workshop, add);
  addHandout(workshop, add);
  addReport(workshop, add);
}

/** Loads the exercise of a room only when somebody joins from home. */
export const joinRoom: JoinRoom = async (...given) => {
  const { joinRoom: run } = await import('../commands/workshop/join.js');
  return run(...given);
};

const LESSONS = 'use these lessons, by id or number, with spaces between them';

const until = (about: string): Option => new Option('--until <time>', about).conflicts('minutes');

const feedback = (about: string): Option =>
  new Option('--feedback <when>', about).choices(['now', 'later']);

function addRoom(workshop: Command, add: AddCommand): void {
  add(workshop, 'room', async ({ own, shared, environment }) => {
    const { workshopRoom } = await import('../commands/workshop/live-room/room.js');
    return workshopRoom(own, shared, environment);
  })
    .description(
      'Open a live room: people answer in a browser, and you lead from question to question.',
    )
    .option('--lesson <lesson...>', `${LESSONS}; without it, all lessons`)
    .option('--minutes <n>', 'limit the time to this many minutes from the beginning')
    .addOption(until('stop everyone at this time of day, such as 10:28'))
    .addOption(
      new Option(
        '--pace <pace>',
        'go through the questions together, which is the default, or each person on their own',
      ).choices(['together', 'own']),
    )
    .addOption(
      feedback(
        'with --pace own: show the right answers at once, which is the default, or after the hand-in',
      ),
    )
    .option(
      '--dir <dir>',
      "keep the answers in this folder (default: a folder with today's date). If this folder has a room that has not ended, the program reopens that room",
    )
    .option('--port <n>', 'use this port (default: 4321)')
    .option(
      '--address <address>',
      'let other devices reach the room at this network address of this computer (default: only this computer can)',
    )
    .option('--demo <n>', 'practise with this many simulated people, at most 300')
    .addOption(
      new Option(
        '--forget <dir>',
        'delete the room in this folder, with all its answers',
      ).conflicts(ROOM_OPTIONS),
    )
    .addHelpText(
      'after',
      examples(
        'workshop room --lesson 1',
        'workshop room --lesson 1 2 --pace own --minutes 20',
        'workshop room --lesson 1 --demo 25',
        'workshop room --forget room-2026-11-29',
      ),
    );
}

/** The options of a room that is opened. */
const ROOM_OPTIONS = [
  ...['lesson', 'minutes', 'until', 'pace', 'feedback'],
  ...['dir', 'port', 'address', 'demo'],
];

function addJoin(workshop: Command, add: AddCommand): void {
  add(workshop, 'join', async ({ own, shared, environment }, code: string[]) => {
    const { join } = await import('../commands/workshop/join.js');
    return join(code, own, shared, environment);
  })
    .description('Take part in an exercise, or continue it.')
    .argument('<code...>', 'the code from your facilitator')
    .option(
      '--room <address>',
      "join the live room at this address, shown on the facilitator's screen",
    )
    .option('--name <name>', 'use this name; without it, the program makes one up')
    .option('--lesson <lesson...>', `if the code is an ordinary word: ${LESSONS}`)
    .option('--minutes <n>', 'take this many minutes, whatever the code says')
    .addOption(until('if the code is an ordinary word: end at this time of day, such as 10:28'))
    .addOption(
      feedback(
        'if the code is an ordinary word: show the right answers at once, or after the hand-in',
      ),
    )
    .option('--certainty', 'if the code is an ordinary word: say how sure you are of each answer')
    .addHelpText(
      'after',
      examples(
        'workshop join CODE --name Ada',
        'workshop join CODE --room http://192.0.2.7:4321',
        'workshop join tuesday --lesson 2 --until 10:28',
      ),
    );
}

function addCode(workshop: Command, add: AddCommand): void {
  add(workshop, 'code', async ({ own, shared, environment }) => {
    const { workshopCode } = await import('../commands/workshop/code.js');
    return workshopCode(own, shared, environment);
  })
    .description('Make a code for the board, so that everyone gets the same exercise.')
    .option('--lesson <lesson...>', `${LESSONS}; without it, all lessons`)
    .option('--minutes <n>', 'limit the time to this many minutes; without it, there is no limit')
    .addOption(until('stop everyone at this time of day, such as 10:28'))
    .addOption(feedback('show the right answers at once, or after the hand-in').default('now'))
    .option('--certainty', 'ask everyone how sure they are of each answer')
    .addHelpText(
      'after',
      examples(
        'workshop code --lesson 1 2 --minutes 20',
        'workshop code --lesson 1 2 --until 10:28',
      ),
    );
}

function addHandout(workshop: Command, add: AddCommand): void {
  add(workshop, 'handout', async ({ own, shared, environment }) => {
    const { workshopHandout } = await import('../commands/workshop/handout.js');
    return workshopHandout(own, shared, environment);
  })
    .description('Write the exercise as Markdown or HTML, for a room without computers.')
    .option('--key', 'write the answers instead, with reasons and the sentences that prove them')
    .option('--html <file>', 'write a page to print on A4 or Letter, instead of Markdown')
    .option('--code <code>', 'use the lessons and the order of choices of this room')
    .option('--lesson <lesson...>', `${LESSONS}; without it, all lessons`)
    .option('--minutes <n>', 'write this time on the handout')
    .addOption(until('write this end time on the handout, such as 10:28'))
    .addHelpText('after', examples('workshop handout --code CODE --html handout.html'));
}

function addReport(workshop: Command, add: AddCommand): void {
  add(workshop, 'report', async ({ own, shared, environment }, paths: string[]) => {
    const { workshopReport } = await import('../commands/workshop/report.js');
    return workshopReport(paths, own, shared, environment);
  })
    .description('Report what a room answered right, and what it misread.')
    .argument(
      '<path...>',
      'result files, folders of them, or text files with hand-in codes or answers from paper',
    )
    .option(
      '--code <code>',
      'count only the results with this code (default: the code with the most results)',
    )
    .option('--csv <file>', 'write a row for each person and question, for a spreadsheet')
    .option('--html <file>', 'write a page to read, show or print')
    .addOption(new Option('--json', 'print JSON, for programs').conflicts('present'))
    .option('--all', 'print everything, not only 25 lines')
    .option('--merge', 'count results once if they may be from the same person')
    .addOption(
      new Option('--names', 'show names on the page that --html writes').conflicts('anonymous'),
    )
    .option('--anonymous', 'leave out all names')
    .option('--present', 'show one question at a time, for a projector')
    .addHelpText('after', examples('workshop report results --html room.html'));
}
