/**
 * The model: what a list of choices does with a key, told once more and without the program. A question is the place of
 * its highlight, and the choice that is made and waits for how sure it is, if one does.
 */
export const newQuestion = ({ step, choices }) => ({
  step,
  choices,
  highlight: 0,
  made: undefined,
});

const CERTAINTIES = { g: 'guess', f: 'fairly', c: 'certain' };

/**
 * @param shown whether any of the highlighted choice can be seen, and whether it is asked how sure one is
 * @returns the choice that the key gives, and how sure; nothing where it gives none
 */
export function press(question, { input, key }, shown) {
  if (key.ctrl || key.meta) return undefined;
  if (key.return) return enter(question, shown);
  if (key.escape || key.leftArrow || key.backspace || key.delete) question.made = undefined;
  const certainty = CERTAINTIES[input];
  if (certainty && question.made !== undefined) return { choice: question.made, certainty };
  const to = placeAfter(question, input, key);
  if (to !== undefined) Object.assign(question, { highlight: to, made: undefined });
  return undefined;
}

/** What cannot be seen is shown again first; what is made waits for how sure it is. */
function enter(question, { showsHighlight, asksCertainty }) {
  const { choices, highlight, made } = question;
  if (!showsHighlight) question.made = undefined;
  if (!showsHighlight || made !== undefined) return undefined;
  const choice = choices[highlight].id;
  if (!asksCertainty) return { choice };
  question.made = choice;
  return undefined;
}

function placeAfter({ choices, highlight }, input, key) {
  const count = choices.length;
  if (key.upArrow || input === 'k') return (highlight + count - 1) % count;
  if (key.downArrow || input === 'j') return (highlight + 1) % count;
  if (key.home) return 0;
  if (key.end) return count - 1;
  return /^[1-9]$/.test(input) && Number(input) <= count ? Number(input) - 1 : undefined;
}
