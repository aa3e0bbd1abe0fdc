/** What was typed before the palette's input was there: letters, and perhaps Enter. */
export interface TypedAhead {
  readonly text: string;
  readonly chosen: boolean;
}

const NOTHING: TypedAhead = { text: '', chosen: false };

let kept: { typed: TypedAhead; stop: () => void } | null = null;

/** Keeps what is typed from now on, until the palette's own input is there to take it: nobody waits for a dialog. */
export function keepTyping(): void {
  kept?.stop();
  const onKey = (event: KeyboardEvent) => {
    if (!kept || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { text, chosen } = kept.typed;
    if (event.key === 'Enter') kept.typed = { text, chosen: true };
    else if (event.key === 'Backspace') kept.typed = { text: text.slice(0, -1), chosen };
    else if (event.key.length === 1) kept.typed = { text: text + event.key, chosen };
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', onKey, true);
  kept = { typed: NOTHING, stop: () => document.removeEventListener('keydown', onKey, true) };
}

/** What was typed since `keepTyping`; from now on keys go where the focus is. */
export function takeTyped(): TypedAhead {
  const typed = kept?.typed ?? NOTHING;
  kept?.stop();
  kept = null;
  return typed;
}
