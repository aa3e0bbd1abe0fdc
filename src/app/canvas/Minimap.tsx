import { Panel } from '@xyflow/react';
import { Minimize2 } from 'lucide-react';
import { useState } from 'react';
import { useSessionState } from '../session.tsx';
import { MapDrawing } from './map/MapDrawing.tsx';
import styles from './Minimap.module.css';

/** From this many nodes on a map is worth its room. */
const MANY = 14;

/** The whole mesh in small, to move around in. Folded to a small button while there is little to map. */
export function Minimap() {
  const count = useSessionState((state) => state.analysis.placed.nodes.length);
  const [chosen, setChosen] = useState<boolean | null>(null);
  if (count === 0) return null;
  if (!(chosen ?? count >= MANY)) {
    return (
      <Panel position="bottom-right" className={styles.panel}>
        <button
          type="button"
          className={styles.folded}
          onClick={() => setChosen(true)}
          aria-label="Show the map"
        >
          map
        </button>
      </Panel>
    );
  }
  return (
    <Panel position="bottom-right" className={`${styles.panel} ${styles.map}`}>
      <MapDrawing />
      <button
        type="button"
        className={styles.fold}
        onClick={() => setChosen(false)}
        aria-label="Hide the map"
      >
        <Minimize2 size={12} aria-hidden />
      </button>
    </Panel>
  );
}
