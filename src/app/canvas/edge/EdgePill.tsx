import { Bug, Clock, Lock } from 'lucide-react';
import { memo } from 'react';
import { page } from '../../editable.ts';
import { WeightPill } from '../weight/WeightPill.tsx';
import type { PlacedPill } from '../../../topology/index.ts';
import { useEdgeMarks } from './useEdgeMarks.ts';
import styles from './MeshEdge.module.css';

/** What an edge says about its traffic, beside its line. Its words are part of the edge's own name. */
export const EdgePill = memo(function EdgePill({ line, pill, x, y }: PlacedPill) {
  const marks = useEdgeMarks(line.edge);
  const props = {
    className: styles.pill,
    style: { transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` },
    'data-edge': line.edge.id,
    ...marks,
    children: (
      <>
        {pill.lock && <Lock size={10} strokeWidth={2.5} />}
        {pill.words}
        {pill.marks.includes('fault') && <Bug size={10} strokeWidth={2.5} />}
        {pill.marks.includes('timeout') && <Clock size={10} strokeWidth={2.5} />}
      </>
    ),
  };
  if (line.edge.weight !== null && !page.readOnly) return <WeightPill edge={line.edge} {...props} />;
  return <span aria-hidden="true" {...props} />;
});
