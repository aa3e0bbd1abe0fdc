import { lazy, Suspense, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { MenuComing } from '../../controls/index.ts';
import { page } from '../../editable.ts';
import { useSession } from '../../session.tsx';
import { edgeUnder } from '../connect/edgeUnder.ts';
import { spotOf } from '../connect/gesture.ts';
import { selectSpot } from '../keyboard/moveTo.ts';
import { canvasStore } from '../state/canvasState.ts';
import { useLongPress } from './useLongPress.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import type { Place } from './PlaceMenu.tsx';
import styles from './CanvasMenu.module.css';

// Menus come when one is opened for the first time.
const PlaceMenu = lazy(() => import('./PlaceMenu.tsx'));
const AddMenu = lazy(() => import('./AddMenu.tsx'));

const stopAdding = () => canvasStore.set({ adding: null });

/** The menu of the place under the pointer: right click, long press, or the menu key. */
export function CanvasMenu({ children }: { children: ReactNode }) {
  return page.readOnly ? <div className={styles.area}>{children}</div> : <Menus>{children}</Menus>;
}

function Menus({ children }: { children: ReactNode }) {
  const session = useSession();
  const [point, setPoint] = useState<DOMRect | null>(null);
  const [on, setOn] = useState<Place>('paper');
  const [line, setLine] = useState<string | null>(null);
  const adding = useCanvasState((state) => state.adding);
  const home = useRef<HTMLElement | null>(null);
  const open = (target: Element, point: { x: number; y: number }, byKey = false) => {
    const spot = spotOf(target);
    if (spot) selectSpot(session, spot);
    const edge = spot ? null : edgeUnder(target, session.getState());
    if (edge?.origin) session.dispatch({ type: 'select', ...edge.origin, origin: 'canvas' });
    // By key there is no place under the pointer; then it is the menu of where the keyboard stands.
    const { cursor, way } = canvasStore.get();
    const stands = byKey && cursor !== null;
    const isListed = target.closest('[role=treeitem]') !== null;
    setLine(edge?.origin ? edge.id : stands && way ? way.edge : null);
    if (edge?.origin || (stands && way)) setOn('line');
    else setOn(spot !== null || isListed || stands ? 'node' : 'paper');
    home.current = document.activeElement as HTMLElement | null;
    const active = document.getElementById(target.getAttribute('aria-activedescendant') ?? '');
    const anchor = stands ? (active ?? target) : null;
    setPoint(anchor?.getBoundingClientRect() ?? new DOMRect(point.x, point.y));
  };
  const take = (event: MouseEvent) => {
    event.preventDefault();
    if (!press.isDown()) {
      open(event.target as Element, { x: event.clientX, y: event.clientY }, event.button !== 2);
    }
  };
  const close = () => setPoint(null);
  const press = useLongPress((target, at) => open(target, at));
  return (
    <>
      <div className={styles.area} onContextMenu={take} {...press.handlers}>
        {children}
      </div>
      {adding && (
        <Suspense fallback={<MenuComing onClose={stopAdding} />}>
          <AddMenu edge={adding.edge} />
        </Suspense>
      )}
      {point && (
        <Suspense fallback={<MenuComing onClose={close} />}>
          <PlaceMenu place={on} line={line} point={point} home={home} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
