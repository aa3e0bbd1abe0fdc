import { lazy, Suspense, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { ADDABLE, addCommandId } from '../../commands/add.ts';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { MenuLine } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { edgeUnder } from '../connect/edgeUnder.ts';
import { spotOf } from '../connect/gesture.ts';
import { selectSpot } from '../keyboard/moveTo.ts';
import { canvasStore } from '../state/canvasState.ts';
import { meantNamespace } from '../view/meant.ts';
import { FixItems } from './FixItems.tsx';
import { useLongPress } from './useLongPress.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { AddMenu } from './AddMenu.tsx';
import styles from './CanvasMenu.module.css';

const MenuPopup = lazy(() => import('../../controls/MenuPopup.tsx'));

type Place = 'node' | 'line' | 'paper';

const LABELS: Record<Place, string> = { node: 'What stands here', line: 'This line', paper: 'Canvas' };

/** The menu of the place under the pointer: right click, long press, or the menu key. */
export function CanvasMenu({ children }: { children: ReactNode }) {
  const session = useSession();
  const [point, setPoint] = useState<DOMRect | null>(null);
  const [on, setOn] = useState<Place>('paper');
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
    const line = target.closest('[role=treeitem]');
    if (edge?.origin || (stands && way)) setOn('line');
    else setOn(spot !== null || line !== null || stands ? 'node' : 'paper');
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
  const press = useLongPress((target, at) => open(target, at));
  return (
    <>
      <div className={styles.area} onContextMenu={take} {...press.handlers}>
        {children}
      </div>
      {adding && <AddMenu />}
      {point && (
        <Suspense fallback={null}>
          <MenuPopup
            label={LABELS[on]}
            anchor={{ getBoundingClientRect: () => point }}
            align="start"
            home={home}
            onClose={() => setPoint(null)}
          >
            {on === 'node' ? <NodeItems /> : on === 'line' ? <LineItems /> : <PaperItems />}
          </MenuPopup>
        </Suspense>
      )}
    </>
  );
}

function NodeItems() {
  const closed = useSessionState((state) => meantNamespace(state) !== null);
  return closed ? <NamespaceItems /> : <ResourceItems />;
}

function NamespaceItems() {
  return (
    <>
      <CommandMenuItem id="canvas.open-form" title="Open this namespace" />
      <CommandMenuItem id="canvas.hide-namespace" title="Hide this namespace" />
      <MenuLine />
      <CommandMenuItem id="canvas.open-all" />
      <CommandMenuItem id="canvas.namespaces" title="Namespaces …" />
    </>
  );
}

function ResourceItems() {
  return (
    <>
      <FixItems />
      <CommandMenuItem id="canvas.open-form" title="Open in the form" />
      <CommandMenuItem id="send.here" title="Send a request here" />
      <CommandMenuItem id="send.why-not" title="Why does the request not come here?" />
      <CommandMenuItem id="canvas.connect" title="Connect to …" />
      <CommandMenuItem id="canvas.mirror" title="Mirror to …" />
      <CommandMenuItem id="canvas.rename" title="Rename" />
      <CommandMenuItem id="canvas.duplicate" title="Duplicate" />
      <MenuLine />
      <CommandMenuItem id="canvas.focus" title="Focus on its ways, or show all" />
      <CommandMenuItem id="canvas.focus-1" title="Focus on what is one step away" />
      <CommandMenuItem id="canvas.hide-kind" title="Hide its kind" />
      <CommandMenuItem id="canvas.collapse" title="Collapse its namespace" />
      <CommandMenuItem id="canvas.hide-namespace" title="Hide its namespace" />
      <MenuLine />
      <CommandMenuItem id="canvas.assume-service" title="Assume this Service exists" />
      <CommandMenuItem id="canvas.assume-workload" title="Assume the workload it picks exists" />
      <CommandMenuItem id="canvas.assume-namespace" title="Assume this namespace exists" />
      <MenuLine />
      <CommandMenuItem id="canvas.add" title="Add beside it …" />
      <MenuLine />
      <CommandMenuItem id="canvas.delete" title="Delete" danger />
    </>
  );
}

function LineItems() {
  return (
    <>
      <CommandMenuItem id="canvas.open-form" title="Open in the form" />
      <CommandMenuItem id="send.here" title="Send a request here" />
      <CommandMenuItem id="canvas.reconnect" title="Lead it elsewhere …" />
      <CommandMenuItem id="canvas.restart" title="Have it start elsewhere …" />
      <CommandMenuItem id="canvas.add" title="Add for what it leads to …" />
      <MenuLine />
      <CommandMenuItem id="canvas.delete" title="Delete" danger />
    </>
  );
}

function PaperItems() {
  return (
    <>
      {ADDABLE.map((kind) => (
        <CommandMenuItem key={kind} id={addCommandId(kind)} />
      ))}
      <CommandMenuItem id="canvas.add" title="Add another kind …" />
      <MenuLine />
      <CommandMenuItem id="canvas.fit" title="Fit" />
      <CommandMenuItem id="canvas.tidy" title="Tidy" />
      <CommandMenuItem id="canvas.find" title="Find …" />
      <CommandMenuItem id="canvas.problems" title="Only problems, or all" />
      <CommandMenuItem id="canvas.collapse-all" />
      <CommandMenuItem id="canvas.namespaces" title="Namespaces …" />
      <CommandMenuItem id="canvas.show-all" title="Show all" />
      <CommandMenuItem id="canvas.outline" title="Outline" />
    </>
  );
}
