import type { SourceEditor } from './chunk.ts';

// Commands reach the editor through here: what they need of it (find, next problem) is more than other panes may know.
let current: SourceEditor | null = null;

/** Says which editor is on the screen; null when it leaves. */
export function setSourceEditor(editor: SourceEditor | null): void {
  current = editor;
}

/** The editor on the screen; null while it is loading or its pane is closed. */
export function sourceEditor(): SourceEditor | null {
  return current;
}
