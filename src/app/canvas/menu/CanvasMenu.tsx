import { lazy, Suspense, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { ADDABLE, addCommandId } from '../../commands/add.ts';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { MenuLine } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { edgeUnder } from '../connect/edgeUnder.ts';
import { spotOf } from '../connect/gesture.ts';
import { selectSpot } from '../keyboard/moveTo.ts';
import { canvasStore } from '../state/canvasState.ts';
import styles from './CanvasMenu.module.css';

const MenuPopup = lazy(() => import('../../controls/MenuPopup.tsx'));

type Place = 'node' | 'line' | 'paper';

const LABELS: Record<Place, string> = { node: 'What stands here', line: 'This line', paper: 'Canvas' };

/** The menu of the place under the pointer: right click, long press, or the menu key. */
export function CanvasMenu({ children }: { children: ReactNode }) {
  const session = useSession();
  const [point, setPoint] = useState<DOMRect | null>(null);
  const [on, setOn] = useState<Place>('paper');
  const home = useRef<HTMLElement | null>(null);
  const take = (event: MouseEvent) => {
    const spot = spotOf(event.target as Element);
    if (spot) selectSpot(session, spot);
    const edge = spot ? null : edgeUnder(event.target as Element, session.getState());
    if (edge?.origin) session.dispatch({ type: 'select', ...edge.origin, origin: 'canvas' });
    // By key there is no place under the pointer; then it is the menu of where the keyboard stands.
    const byKey = event.button !== 2 && canvasStore.get().cursor !== null;
    setOn(edge?.origin ? 'line' : spot !== null || byKey ? 'node' : 'paper');
    event.preventDefault();
    home.current = document.activeElement as HTMLElement | null;
    setPoint(
      byKey ? (event.target as Element).getBoundingClientRect() : new DOMRect(event.clientX, event.clientY),
    );
  };
  return (
    <>
      <div className={styles.area} onContextMenu={take}>
        {children}
      </div>
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
  return (
    <>
      <CommandMenuItem id="canvas.open-form" title="Open in the form" />
      <CommandMenuItem id="canvas.connect" title="Connect to …" />
      <CommandMenuItem id="canvas.mirror" title="Mirror to …" />
      <CommandMenuItem id="canvas.rename" title="Rename" />
      <CommandMenuItem id="canvas.duplicate" title="Duplicate" />
      <MenuLine />
      <CommandMenuItem id="canvas.focus" title="Focus on its ways, or show all" />
      <CommandMenuItem id="canvas.collapse" title="Collapse or open its namespace" />
      <CommandMenuItem id="canvas.assume-service" title="Assume this Service exists" />
      <CommandMenuItem id="canvas.assume-namespace" title="Assume this namespace exists" />
      <MenuLine />
      {ADDABLE.map((kind) => (
        <CommandMenuItem key={kind} id={addCommandId(kind)} title={`Add ${kind} beside it`} />
      ))}
      <MenuLine />
      <CommandMenuItem id="canvas.delete" title="Delete" danger />
    </>
  );
}

function LineItems() {
  return (
    <>
      <CommandMenuItem id="canvas.open-form" title="Open in the form" />
      <CommandMenuItem id="canvas.reconnect" title="Lead it elsewhere …" />
      <MenuLine />
      <CommandMenuItem id="canvas.delete" title="Delete" danger />
    </>
  );
}

function PaperItems() {
  return (
    <>
      {ADDABLE.map((kind) => (
        <CommandMenuItem key={kind} id={addCommandId(kind)} title={`Add ${kind}`} />
      ))}
      <MenuLine />
      <CommandMenuItem id="canvas.fit" title="Fit" />
      <CommandMenuItem id="canvas.tidy" title="Tidy" />
      <CommandMenuItem id="canvas.show-all" title="Show all" />
      <CommandMenuItem id="canvas.find" title="Find …" />
      <CommandMenuItem id="canvas.outline" title="Outline" />
    </>
  );
}
