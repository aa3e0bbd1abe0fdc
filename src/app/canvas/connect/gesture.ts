import type { Session } from '../../../session/index.ts';
import { followPress } from '../followPress.ts';
import { begun, canvasStore, type How, type Line, type Spot } from '../state/canvasState.ts';
import { viewport } from '../state/viewport.ts';
import { HOST_KINDS, findEnd } from './ends.ts';
import { lines } from './lines.ts';

/** How far, in CSS pixels, the pointer has to go before a press on a handle is a line and no click. */
const THRESHOLD = 6;

/** What lies under a point of the window: a node, or one of its rows; null on empty paper. */
export function spotAt(clientX: number, clientY: number): Spot | null {
  return spotOf(document.elementFromPoint(clientX, clientY));
}

/** The node, and the row, that an element is drawn in; null where it is part of none. */
export function spotOf(element: Element | null): Spot | null {
  const node = element?.closest<HTMLElement | SVGElement>('[data-node]')?.dataset['node'];
  if (node === undefined) return null;
  return { node, row: element?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null };
}

/** Where a pointer is; with Shift held a line mirrors requests instead of sending them. */
type Pointer = Pick<PointerEvent, 'clientX' | 'clientY' | 'shiftKey'>;

export const howOf = (pointer: Pick<Pointer, 'shiftKey'>): How => (pointer.shiftKey ? 'mirror' : 'route');

/** Follows the pointer with the line that is being drawn. */
export function moveLine(session: Session, pointer: Pointer): void {
  const { clientX, clientY } = pointer;
  const { connecting } = canvasStore.get();
  if (!connecting) return;
  const over = spotAt(clientX, clientY);
  const meaning =
    over && over.node !== connecting.from.node
      ? connecting.meaningOf(session.getState(), connecting, over, howOf(pointer))
      : null;
  canvasStore.set({
    connecting: {
      ...connecting,
      pointer: viewport.toFlow({ x: clientX, y: clientY }),
      over,
      refusal: meaning && 'refusal' in meaning ? meaning.refusal : null,
      words: meaning && 'words' in meaning ? meaning.words : null,
      how: howOf(pointer),
    },
  });
}

/** Lets the line go: on a node it connects, on empty paper a host gets a new rule, on its own node nothing happens. */
function dropLine(session: Session, pointer: Pointer): void {
  const { clientX, clientY } = pointer;
  const { connecting } = canvasStore.get();
  if (!connecting) return;
  const over = spotAt(clientX, clientY);
  if (over && over.node !== connecting.from.node)
    void lines().then(({ connect }) => connect(session, connecting, over, howOf(pointer)));
  else if (
    connecting.edge === undefined &&
    !over &&
    isPaper(clientX, clientY) &&
    startsAtHost(session, connecting.from)
  ) {
    const { from } = connecting;
    canvasStore.set({ connecting: null });
    void import('./addForHost.ts').then(({ addRuleForHost }) => addRuleForHost(session, from));
  } else canvasStore.set({ connecting: null });
}

/** Begins a line at a handle, and follows the pointer until it is let go. Escape takes it back. */
export function startLine(session: Session, line: Line, event: PointerEvent): void {
  let drawing = false;
  let last = event;
  let takenBack = false;
  // What is done in the meantime waits behind it, in order.
  const begin = lines().then(({ meaningOf }) => () => {
    if (!takenBack) canvasStore.set({ connecting: begun(line, meaningOf) });
  });
  followPress(event, {
    threshold: THRESHOLD,
    onMove(move) {
      last = move;
      if (drawing) return moveLine(session, move);
      drawing = true;
      void begin.then((done) => {
        done();
        moveLine(session, last);
      });
    },
    // After a mere click on a handle the line follows the pointer to the next click.
    onUp: (up) => void begin.then((done) => (drawing ? dropLine(session, up) : done())),
    onCancel() {
      takenBack = true;
      canvasStore.set({ connecting: null });
    },
  });
}

function startsAtHost(session: Session, from: Spot): boolean {
  const end = findEnd(session.getState(), from);
  return end !== null && HOST_KINDS.has(end.node.kind);
}

function isPaper(clientX: number, clientY: number): boolean {
  return document.elementFromPoint(clientX, clientY)?.classList.contains('react-flow__pane') ?? false;
}
