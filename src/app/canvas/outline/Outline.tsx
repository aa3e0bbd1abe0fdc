import { lazy, Suspense } from 'react';
import { useSessionState } from '../../session.tsx';
import styles from './Outline.module.css';

const OpenOutline = lazy(() => import('./OpenOutline.tsx'));

/** The outline beside the picture, while it is open. Its room is there at once, so that the picture does not move. */
export function Outline() {
  const open = useSessionState((state) => state.look.outlineOpen);
  if (!open) return null;
  return (
    <Suspense fallback={<div className={styles.outline} />}>
      <OpenOutline />
    </Suspense>
  );
}
