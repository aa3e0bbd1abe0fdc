import { useCanvasState } from './state/useCanvasState.ts';

/** Tells screen readers what moved, and once what the keys are. */
export function Announcer() {
  const { words, count } = useCanvasState((state) => state.announcement);
  return (
    <>
      <output className="visually-hidden" aria-live="polite">
        {/* The same words twice are heard twice only if the text changes. */}
        {words}
        {count % 2 === 1 ? ' ' : ''}
      </output>
      <p id="canvas-help" className="visually-hidden">
        Arrow keys move between nodes along their connections. Shift and arrow keys move between the rules of
        a node. Enter opens the form, C connects, F2 renames, Delete deletes. O shows the same content as a
        tree.
      </p>
    </>
  );
}
