/** Puts text on the clipboard. Rejects with a sentence when the browser does not allow it. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    throw new Error('The browser did not allow copying. Select the text and press Ctrl+C (⌘C on a Mac).', {
      cause: error,
    });
  }
}
