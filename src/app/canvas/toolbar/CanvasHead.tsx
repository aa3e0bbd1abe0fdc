import { lazy, Suspense } from 'react';
import { useCanvasState } from '../state/useCanvasState.ts';
import { ViewBar } from '../view/ViewBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import styles from './CanvasHead.module.css';

// Comes with the first search; what is typed meanwhile is kept.
const FindBar = lazy(() => import('../find/FindBar.tsx'));

/** What lies over the upper end of the picture: its tools, the search, and what of the mesh is shown. */
export function CanvasHead() {
  const finding = useCanvasState((state) => state.find !== null);
  return (
    <div className={styles.head} data-over="head">
      <Toolbar />
      <Suspense fallback={null}>{finding && <FindBar />}</Suspense>
      <ViewBar />
    </div>
  );
}
