let typed: { text: string; stop: () => void } | null = null;

/** Keeps what is typed from now on, until the palette's own input is there to take it: nobody waits for a dialog. */
export function keepTyping(): void {
  typed?.stop();
  const onKey = (event: KeyboardEvent) => {
    if (!typed || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Backspace') typed.text = typed.text.slice(0, -1);
    else if (event.key.length === 1) typed.text += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', onKey, true);
  typed = { text: '', stop: () => document.removeEventListener('keydown', onKey, true) };
}

/** What was typed since `keepTyping`; from now on keys go where the focus is. */
export function takeTyped(): string {
  const text = typed?.text ?? '';
  typed?.stop();
  typed = null;
  return text;
}
