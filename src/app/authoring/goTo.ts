import { author, atStep, outlineNow, showLesson } from './author.ts';
import { fileText } from '../../text/index.ts';

/** The editor of the page, while it stands. */
let pane: { reveal(offset: number, focus: boolean): void } | null = null;
let wanted: { readonly offset: number; readonly focus: boolean } | null = null;
const listeners = new Set<() => void>();

/** The editor registers itself; what was asked for before it stood is done now. */
export function setTextPane(next: typeof pane): void {
  pane = next;
  if (pane && wanted) pane.reveal(wanted.offset, wanted.focus);
  if (pane) wanted = null;
}

/** Called when somebody wants the text shown, where it shares its place with others. */
export function onGoToText(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Puts the caret at a place of the shown lesson. */
export function goToOffset(offset: number, focus = true): void {
  if (focus) for (const listener of listeners) listener();
  if (pane) pane.reveal(offset, focus);
  else wanted = { offset, focus };
}

/** Puts the caret at the heading of a step, from 0; -1 is what stands before. */
export function goToStep(step: number, focus = false): void {
  const { draft, path } = author.get();
  const text = path === null ? undefined : fileText(draft.getState().files, path);
  if (text === undefined) return;
  atStep(step);
  goToOffset(step < 0 ? 0 : (outlineNow(text).steps[step]?.range.from ?? text.length), focus);
}

/** Shows a lesson of the pack, at a step of it. */
export function goToLesson(path: string): void {
  showLesson(path);
}
