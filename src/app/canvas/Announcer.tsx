import { useCanvasState } from './state/useCanvasState.ts';

/** Tells screen readers what moved, and once what the keys are. */
export function Announcer() {
  const { words, count } = useCanvasState((state) => state.announcement);
  return (
    <>
      <output className="visually-hidden" aria-live="polite" data-testid="canvas-announcement">
        {/* The same words twice are heard twice only if the text changes. */}
        {words}
        {count % 2 === 1 ? ' ' : ''}
      </output>
      <p id="canvas-help" className="visually-hidden">
        Arrow keys move between nodes along their connections. Shift and arrow keys move between the rules of
        a node. W goes through the ways from there one by one, Shift W through those that lead there; Enter
        follows one. Enter on a node opens its form, or what is collapsed in it; C connects, F2 renames,
        Delete deletes. Slash finds. O shows the same content as a tree.
      </p>
    </>
  );
}
