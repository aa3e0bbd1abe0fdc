/** Puts text on the clipboard. Rejects with a sentence when the browser does not allow it. */
export async function copyText(text: string): Promise<void> {
  try {
    // Over http:// from another machine there is no clipboard to write to, but a selection can still be copied.
    if (isSecureContext || !copySelected(text)) await navigator.clipboard.writeText(text);
  } catch (error) {
    throw new Error('The browser did not allow copying. Select the text and press Ctrl+C (⌘C on a Mac).', {
      cause: error,
    });
  }
}

/** The text on the clipboard; null where the browser does not let the page read it. */
export async function readCopied(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null;
  }
}

/** Copies as a person would who selects the text and presses Ctrl+C; tells whether the browser did it. */
function copySelected(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  // Out of sight, and without moving the page.
  field.style.cssText = 'position:fixed;inset:0 auto auto 0;width:1px;height:1px;opacity:0';
  const focused = document.activeElement;
  // Inside an open dialog: it lets the focus go nowhere else.
  (focused?.closest('[role=dialog]') ?? document.body).append(field);
  try {
    field.focus({ preventScroll: true });
    field.select();
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
