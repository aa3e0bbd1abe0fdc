import { ReactFlowProvider } from '@xyflow/react';
import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { useSession, useSessionState } from '../session.tsx';
import { Announcer } from './Announcer.tsx';
import { useKindDrop } from './drop/useKindDrop.ts';
import { paneOfSize } from './flow/pane.ts';
import { beginningView } from './flow/useCamera.ts';
import type { Size, View } from './flow/view.ts';
import { MeshFlow } from './MeshFlow.tsx';
import { CanvasMenu } from './menu/CanvasMenu.tsx';
import { Outline } from './outline/Outline.tsx';
import { useCanvasState } from './state/useCanvasState.ts';
import { LitPath } from './state/LitPath.ts';
import { CanvasHead } from './toolbar/CanvasHead.tsx';
import { useCanvasShape } from './useCanvasShape.ts';
import styles from './Canvas.module.css';

const EmptyState = lazy(async () => ({ default: (await import('./EmptyState.tsx')).EmptyState }));
// Lists to choose from are needed only once somebody asks for one.
const Dialogs = lazy(() => import('./find/Dialogs.tsx'));

/** The picture of the mesh, with its tools and its outline. */
export function Canvas() {
  const session = useSession();
  const area = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState<{ size: Size; view: View } | null>(null);
  const empty = useSessionState(
    (state) => state.ready && state.progress === null && state.analysis.placed.nodes.length === 0,
  );
  const asking = useCanvasState(
    (state) => state.choosingNamespaces || state.choosingHost || state.choosingFor !== null,
  );
  useCanvasShape(area);
  const drop = useKindDrop();

  // Measured before the first picture, so that it is right at once and nothing jumps.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || first) return;
    const size = { width: element.clientWidth, height: element.clientHeight };
    setFirst({ size, view: beginningView(session, paneOfSize(size)) });
  }, [session, first]);

  return (
    <div className={styles.canvas}>
      <CanvasMenu>
        <Outline />
        <div ref={area} className={styles.area} {...drop}>
          {first && (
            <ReactFlowProvider initialWidth={first.size.width} initialHeight={first.size.height}>
              <CanvasHead />
              <MeshFlow firstView={first.view} />
            </ReactFlowProvider>
          )}
          <Suspense>{empty && <EmptyState />}</Suspense>
        </div>
      </CanvasMenu>
      <LitPath />
      <Announcer />
      <Suspense>{asking && <Dialogs />}</Suspense>
    </div>
  );
}
