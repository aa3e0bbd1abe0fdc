/** What was typed before the field that it is meant for was there: letters, and perhaps Enter. */
export interface TypedAhead {
  readonly text: string;
  readonly chosen: boolean;
}

interface Kept {
  readonly keys: string[];
  readonly end: () => void;
}

let kept: Kept | null = null;

/** What has not come by then does not come, in milliseconds: the keyboard is the page's again. */
const LONGEST = 5_000;

const HELD = /^(.|Enter|Tab|Backspace|Delete|Home|End|Arrow\w+)$/u;

/**
 * Keeps what is typed from now on, until what was asked for is there to take it: nobody waits for a dialog, a menu or a pane,
 * and no letter meant for it is a shortcut of what stands behind. Escape, or a press elsewhere, means it is no longer wanted;
 * `leave` is told of Escape. What is kept already stays.
 */
export function keepTyping(leave?: () => void): void {
  const keys = kept?.keys ?? [];
  kept?.end();
  const ended = new AbortController();
  const listening = { capture: true, signal: ended.signal };
  const own: Kept = {
    keys,
    end() {
      ended.abort();
      clearTimeout(timer);
      if (kept === own) kept = null;
    },
  };
  const timer = setTimeout(own.end, LONGEST);
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape' && leave) {
      own.end();
      leave();
    } else if (HELD.test(event.key)) keys.push(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', onKey, listening);
  document.addEventListener('pointerdown', own.end, listening);
  kept = own;
}

/** What was typed since `keepTyping`; from now on keys go where the focus is. */
export function takeTyped(): TypedAhead {
  const keys = kept?.keys ?? [];
  kept?.end();
  let text = '';
  for (const key of keys) {
    if (key === 'Backspace') text = text.slice(0, -1);
    else if (key.length === 1) text += key;
  }
  return { text, chosen: keys.includes('Enter') };
}

/** What is kept now, to tell it from what is kept for something else later. */
export const typedNow = (): unknown => kept?.keys;

/** The first of what is kept: letters that were typed one after the other, or another key. With the last the keeping ends. */
export function nextTyped(): { readonly text: string } | { readonly key: string } | null {
  const keys = kept?.keys ?? [];
  const other = keys.findIndex((key) => key.length > 1);
  const text = keys.splice(0, other < 0 ? keys.length : other).join('');
  if (text !== '') return { text };
  const key = keys.shift();
  if (key !== undefined) return { key };
  kept?.end();
  return null;
}
