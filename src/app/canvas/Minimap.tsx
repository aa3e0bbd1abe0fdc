import { Panel, useStore } from '@xyflow/react';
import { Map as MapIcon, Minimize2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useSession, useSessionState } from '../session.tsx';
import styles from './Minimap.module.css';

const MapDrawing = lazy(async () => ({ default: (await import('./map/MapDrawing.tsx')).MapDrawing }));

/** From this many nodes on a map is worth its room. */
const MANY = 14;
/** On a canvas narrower than this it would cover too much of the picture, in CSS pixels. */
const WIDE = 520;

/** The whole mesh in small, to move around in. Folded to a small button while there is little to map. */
export function Minimap() {
  const session = useSession();
  const count = useSessionState((state) => state.analysis.placed.nodes.length);
  const chosen = useSessionState((state) => state.look.mapOpen);
  const wide = useStore(({ width }) => width >= WIDE);
  const setChosen = (mapOpen: boolean) => session.dispatch({ type: 'look', look: { mapOpen } });
  if (count === 0) return null;
  if (!(chosen ?? (wide && count >= MANY))) {
    return (
      <Panel position="bottom-right" className={styles.panel} data-over="map">
        <button
          type="button"
          className={styles.folded}
          onClick={() => setChosen(true)}
          aria-label="Show the map"
          title="A map of the whole picture, to move around in"
        >
          <MapIcon size={14} aria-hidden />
          <span aria-hidden>Map</span>
        </button>
      </Panel>
    );
  }
  return (
    <Panel position="bottom-right" className={`${styles.panel} ${styles.map}`} data-over="map">
      <Suspense fallback={<div className={styles.drawing} />}>
        <MapDrawing />
      </Suspense>
      <button
        type="button"
        className={styles.fold}
        onClick={() => setChosen(false)}
        aria-label="Hide the map"
        title="Hide the map"
      >
        <Minimize2 size={12} aria-hidden />
      </button>
    </Panel>
  );
}
