import { nextTyped, typedNow } from './typedAhead.ts';

let giving: unknown;

/** Gives the keys that were kept to what has the keyboard now, one after the other, as if they were pressed only now. */
export async function giveTyped(): Promise<void> {
  const own = typedNow();
  if (own === undefined || giving === own) return;
  giving = own;
  for (let next = nextTyped(); next; next = nextTyped()) {
    if ('key' in next) press(next.key);
    else if (!edit(next.text)) for (const letter of next.text) press(letter);
    // What comes then meets what this has made of the page.
    await new Promise(requestAnimationFrame);
    // That may have gone, and something else be on its way, with keys of its own.
    if (typedNow() !== own) return;
  }
}

function press(key: string): void {
  if (key === 'Backspace' && edit('')) return;
  const at = document.activeElement ?? document.body;
  const pressed = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  if (!at.dispatchEvent(pressed) || key !== 'Enter') return;
  // What the browser does by itself with a key that was really pressed.
  if (at instanceof HTMLInputElement) at.form?.requestSubmit();
  else if (at instanceof HTMLButtonElement || at instanceof HTMLAnchorElement) at.click();
}

/** Writes in the place of what is selected; nothing takes one letter away. False where no text has the keyboard. */
function edit(text: string): boolean {
  const at = document.activeElement;
  if (!(at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)) return false;
  const { selectionStart: from, selectionEnd: to } = at;
  if (from === null || to === null) return false;
  at.setRangeText(text, text === '' && from === to ? Math.max(0, from - 1) : from, to, 'end');
  const inputType = text === '' ? 'deleteContentBackward' : 'insertText';
  at.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType }));
  return true;
}
