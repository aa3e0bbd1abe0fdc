import { ViewportPortal } from '@xyflow/react';
import { useSessionState } from '../session.tsx';
import { boundaryWords } from '../../topology/index.ts';
import styles from './Boundary.module.css';

/** The mesh: a dashed frame around what is inside it, with its name cut into the upper border. */
export function Boundary() {
  const placed = useSessionState((state) => state.analysis.placed);
  const { boundary } = placed;
  if (!boundary) return null;
  const { x, y, width, height } = boundary;
  return (
    <ViewportPortal>
      <div className={styles.boundary} style={{ transform: `translate(${x}px, ${y}px)`, width, height }} />
      <div className={styles.title} style={{ transform: `translate(${x}px, ${y}px)`, width }}>
        <span className={styles.label}>{boundaryWords(placed)}</span>
      </div>
    </ViewportPortal>
  );
}
