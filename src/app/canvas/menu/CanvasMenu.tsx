import { lazy, Suspense, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { ADDABLE, addCommandId } from '../../commands/add.ts';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { MenuLine } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { spotOf } from '../connect/gesture.ts';
import { selectSpot } from '../keyboard/moveTo.ts';
import { canvasStore } from '../state/canvasState.ts';
import styles from './CanvasMenu.module.css';

const MenuPopup = lazy(() => import('../../controls/MenuPopup.tsx'));

/** The menu of the place under the pointer: right click, long press, or the menu key. */
export function CanvasMenu({ children }: { children: ReactNode }) {
  const session = useSession();
  const [point, setPoint] = useState<DOMRect | null>(null);
  const [onNode, setOnNode] = useState(false);
  const home = useRef<HTMLElement | null>(null);
  const take = (event: MouseEvent) => {
    const spot = spotOf(event.target as Element);
    if (spot) selectSpot(session, spot);
    // By key there is no place under the pointer; then it is the menu of where the keyboard stands.
    const byKey = event.button !== 2 && canvasStore.get().cursor !== null;
    setOnNode(spot !== null || byKey);
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
            label={onNode ? 'What stands here' : 'Canvas'}
            anchor={{ getBoundingClientRect: () => point }}
            align="start"
            home={home}
            onClose={() => setPoint(null)}
          >
            {onNode ? <NodeItems /> : <PaperItems />}
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
      <CommandMenuItem id="canvas.rename" title="Rename" />
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
