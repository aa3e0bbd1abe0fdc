import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { TopologyEdge } from '../../../topology/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { announce } from '../state/canvasState.ts';
import { focusCanvas } from '../state/focus.ts';
import { isSelectedEdge } from '../state/selected.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { startShift, type WeightShift } from './weightShift.ts';
import { weightAfterKey } from './weightKeys.ts';
import { weightWay, type WeightWay } from './weightWay.ts';
import styles from './weight.module.css';

/** How far the pointer goes, in CSS pixels, for the whole of the traffic. */
const WHOLE = 250;

/** Less than this is a click. */
const THRESHOLD = 3;

/**
 * Makes the pill of an edge a slider for its share: dragged sideways, or by arrow keys while it has the focus. Null for an
 * edge that shares nothing.
 */
export function useWeightSlider(edge: TopologyEdge) {
  const session = useSession();
  const mesh = useSessionState((state) => state.analysis.mesh, sameWay(edge));
  const way = weightWay(edge, mesh);
  const selected = useSessionState((state) => isSelectedEdge(state.selection, edge));
  const near = useCanvasState((state) => state.cursor?.node === edge.source);
  const shift = useRef<WeightShift | null>(null);
  if (!way) return null;
  const weight = way.weights[way.index] ?? 0;

  const end = () => {
    shift.current?.end();
    shift.current = null;
  };
  const cancel = () => {
    shift.current?.cancel();
    shift.current = null;
    announce('The weights are as they were');
  };

  return {
    role: 'slider',
    'aria-hidden': undefined,
    'aria-label': `Weight of the way to ${way.words}`,
    'aria-orientation': 'horizontal' as const,
    'aria-valuemin': 0,
    'aria-valuemax': way.total,
    'aria-valuenow': weight,
    'aria-valuetext': way.total === 100 ? `${weight} %` : `${weight} of ${way.total}`,
    title: 'Drag sideways to shift traffic; or press an arrow key. Escape takes it back.',
    // With all pills in the order of Tab it would be long: those of the place where the keyboard stands are.
    tabIndex: selected || near ? 0 : -1,
    'data-slider': '',
    className: styles.slider,
    onFocus: () => {
      if (edge.origin && !selected) session.dispatch({ type: 'select', ...edge.origin, origin: 'canvas' });
    },
    onBlur: end,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'Escape' || event.key === 'Enter') {
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter') end();
        else if (shift.current) cancel();
        else focusCanvas();
        return;
      }
      const next = weightAfterKey(event.key, event.shiftKey, weight, way.total);
      if (next === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      shift.current ??= startShift(session, way);
      shift.current.set(next);
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.stopPropagation();
      end();
      follow(event, way, (share) => {
        shift.current ??= startShift(session, way);
        shift.current.set(share);
      }).then(end, cancel);
    },
  };
}

/** Follows the pointer and tells the share that it asks for. Resolves when it is let go, rejects when it is taken back. */
function follow(
  { currentTarget: pill, pointerId, clientX: from }: PointerEvent<HTMLElement>,
  { weights, index, total }: WeightWay,
  tell: (share: number) => void,
): Promise<void> {
  const start = weights[index] ?? 0;
  let dragging = false;
  return new Promise((done, takenBack) => {
    const stop = new AbortController();
    const finish = (how: () => void) => () => {
      stop.abort();
      delete pill.dataset['dragging'];
      if (dragging) how();
    };
    const on = { signal: stop.signal };
    const onMove = (move: globalThis.PointerEvent) => {
      if (move.pointerId !== pointerId) return;
      const moved = move.clientX - from;
      if (!dragging && Math.abs(moved) < THRESHOLD) return;
      dragging = true;
      pill.dataset['dragging'] = '';
      tell(start + (moved * total) / WHOLE);
    };
    const onKey = (key: globalThis.KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      finish(takenBack)();
    };
    window.addEventListener('pointermove', onMove, on);
    window.addEventListener('pointerup', finish(done), on);
    window.addEventListener('pointercancel', finish(takenBack), on);
    window.addEventListener('keydown', onKey, { ...on, capture: true });
  });
}

/** Two meshes in which an edge's resource is the same are the same to it. */
function sameWay({ origin }: TopologyEdge) {
  type Seen = Parameters<typeof weightWay>[1];
  return (a: Seen, b: Seen) =>
    origin === null || a.byId.get(origin.resource)?.value === b.byId.get(origin.resource)?.value;
}
