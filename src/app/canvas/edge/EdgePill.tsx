import { Bug, Clock, Lock } from 'lucide-react';
import { memo } from 'react';
import type { EdgeLine } from './edgeLines.ts';
import { pillOf } from './edgeWords.ts';
import type { EdgePath } from './edgePath.ts';
import { useEdgeMarks } from './useEdgeMarks.ts';
import styles from './MeshEdge.module.css';

/** What an edge says about its traffic, beside its line. Its words are part of the edge's own name. */
export const EdgePill = memo(function EdgePill({ line }: { line: EdgeLine }) {
  const marks = useEdgeMarks(line.edge);
  const pill = pillOf(line.edge);
  if (!pill) return null;
  return (
    <span
      aria-hidden="true"
      className={styles.pill}
      style={{ transform: placeOf(line.path) }}
      data-edge={line.edge.id}
      {...marks}
    >
      {pill.lock && <Lock size={10} strokeWidth={2.5} />}
      {pill.words}
      {pill.marks.includes('fault') && <Bug size={10} strokeWidth={2.5} />}
      {pill.marks.includes('timeout') && <Clock size={10} strokeWidth={2.5} />}
    </span>
  );
});

const GAP = 10;

function placeOf({ middle, side }: EdgePath): string {
  const shift = side === 0 ? '-50%' : side < 0 ? `calc(-100% - ${GAP}px)` : `${GAP}px`;
  return `translate(${middle.x}px, ${middle.y}px) translate(${shift}, -50%)`;
}
