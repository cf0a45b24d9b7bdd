/** Digits choose, and arrows go from choice to choice. Enter and Space press what has the focus, as everywhere. */
export function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const focus = document.activeElement;
  if (focus instanceof HTMLInputElement && focus.type === 'text') return;
  if (/^[1-9]$/.test(event.key)) pressDigit(event.key, focus);
  else if (focus?.matches('span.choice') && /^(Enter| )$/.test(event.key)) press(event, focus);
  else if (focus?.matches('.choice')) move(event, focus);
}

/** As the browser does for a button. A key that is held presses once. */
function press(event: KeyboardEvent, focus: Element): void {
  event.preventDefault();
  if (!event.repeat) (focus as HTMLElement).click();
}

/** On a sort board, the digit is for the statement that has the focus. */
function pressDigit(digit: string, focus: Element | null): void {
  const place = focus?.closest('fieldset') ?? document.querySelector('main');
  const isBoard = place?.tagName !== 'FIELDSET' && place?.querySelector('fieldset') != null;
  const button = isBoard ? null : place?.querySelector(`[data-digit="${digit}"]`);
  if (!(button instanceof HTMLElement)) return;
  button.focus();
  button.click();
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

function move(event: KeyboardEvent, focus: Element): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const choices = [...document.querySelectorAll<HTMLElement>('.choice')];
  const next = choices[choices.indexOf(focus as HTMLElement) + step];
  event.preventDefault(); // the page does not scroll
  next?.focus();
}
