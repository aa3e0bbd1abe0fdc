import { MiniMap, Panel } from '@xyflow/react';
import { Minimize2 } from 'lucide-react';
import { useState } from 'react';
import { useSessionState } from '../session.tsx';
import { colourOf } from '../theme/kinds.ts';
import type { FlowNode } from './flow/flowNodes.ts';
import styles from './Minimap.module.css';

/** From this many nodes on a map is worth its room. */
const MANY = 14;

/** The whole mesh in small, to move around in. Folded to a small button while there is little to map. */
export function Minimap() {
  const many = useSessionState((state) => state.analysis.placed.nodes.length >= MANY);
  const [chosen, setChosen] = useState<boolean | null>(null);
  if (!(chosen ?? many)) {
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
    <>
      <MiniMap<FlowNode>
        className={styles.map}
        position="bottom-right"
        pannable
        zoomable
        ariaLabel="Map of the mesh"
        nodeColor={(node) => colourOf(node.data.placed.node.kind)}
        nodeBorderRadius={12}
        bgColor="var(--panel)"
        maskColor="color-mix(in srgb, var(--paper) 72%, transparent)"
        maskStrokeColor="var(--accent)"
        maskStrokeWidth={2}
      />
      <Panel position="bottom-right" className={styles.fold}>
        <button type="button" onClick={() => setChosen(false)} aria-label="Hide the map">
          <Minimize2 size={12} />
        </button>
      </Panel>
    </>
  );
}
