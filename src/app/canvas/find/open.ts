import { keepTyping, takeTyped } from '../../commands/typedAhead.ts';
import { canvasStore } from '../state/canvasState.ts';
import { focusCanvas } from '../state/focus.ts';

export const FIND_ID = 'canvas-find';

/** Opens the search, or goes to it. */
export function openFind(): void {
  if (canvasStore.get().find) {
    const field = document.getElementById(FIND_ID) as HTMLInputElement | null;
    field?.focus();
    return field?.select();
  }
  keepTyping(closeFind);
  canvasStore.set({ find: { query: '', at: 0, gone: false, shown: null } });
}

/** Ends the search. What was gone to stays selected, and drawn. */
export function closeFind(): void {
  takeTyped();
  canvasStore.set({ find: null });
  focusCanvas();
}
