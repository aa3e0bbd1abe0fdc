let undo: (() => void) | null = null;

/** What puts everything back as it was before presenting. */
export function onLeave(back: () => void): void {
  undo = back;
}

/** Ends the presentation; nothing happens where none is. */
export function stopPresenting(): void {
  const back = undo;
  undo = null;
  back?.();
}
