import { inFolder, together } from './program.mjs';

/**
 * Works through cases by their names, each in a folder of its own.
 * @param cases name -> work: (folder) => nothing where all is well, else `{ fault }`, or `{ notTried }` with the reason
 * @returns how many were really tried, the faults, and the others with their reasons
 */
export async function tryCases(part, cases, { say, width = 1 }) {
  const names = Object.keys(cases);
  const results = [];
  await together(
    names.length,
    async (n) => {
      say(`${part}, ${names[n]}`);
      results.push({
        name: names[n],
        ...(await inFolder((folder) => outcome(cases[names[n]], folder))),
      });
    },
    width,
  );
  const named = (what) =>
    results.filter((one) => one[what]).map((one) => `${one.name}: ${one[what]}`);
  const notTried = named('notTried');
  return { tried: names.length - notTried.length, faults: named('fault'), notTried };
}

/** What throws is a fault as well: a session that never says what is waited for. */
async function outcome(work, folder) {
  try {
    return await work(folder);
  } catch (error) {
    return { fault: error.message };
  }
}

/** The words behind `lost`: what was tried, and what was not. */
export const toldOf = (tried, notTried) =>
  [tried, ...notTried.map((one) => `not tried: ${one}`)].join('; ');
