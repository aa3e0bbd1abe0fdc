import { memo } from 'react';
import { isMoving } from '../flow/useLayer.ts';
import { canvasStore } from '../state/canvasState.ts';
import { type EdgeLine, edgeWords } from '../../../topology/index.ts';
import { pointer } from './pointer.ts';
import { useEdgeMarks } from './useEdgeMarks.ts';
import styles from './MeshEdge.module.css';

/** A reference between two nodes: its line and its arrowhead. */
export const MeshEdge = memo(function MeshEdge({ line, source }: { line: EdgeLine; source: string }) {
  const { edge, path, target } = line;
  const marks = useEdgeMarks(edge);
  return (
    <g
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a part of a drawing, for which there is no element
      role="img"
      aria-label={`${source} ${edgeWords(edge, target)}`}
      className={styles.edge}
      data-edge={edge.id}
      {...marks}
      onMouseEnter={(event) => {
        pointer.note(event);
        if (!isMoving()) canvasStore.set({ hoverEdge: edge.id });
      }}
      onMouseLeave={() => canvasStore.set({ hoverEdge: null })}
    >
      <path className={styles.hit} d={path.line} />
      <path className={styles.line} d={path.line} />
      <path className={styles.head} d={path.head} />
    </g>
  );
});
