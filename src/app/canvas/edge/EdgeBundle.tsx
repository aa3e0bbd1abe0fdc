import { memo } from 'react';
import {
  type TopologyNode,
  type EdgeLine,
  edgeWords,
  bundlePill,
  type Bundle,
} from '../../../topology/index.ts';
import { useSessionState } from '../../session.tsx';
import { isSelectedEdge } from '../state/selected.ts';
import styles from './MeshEdge.module.css';

interface EdgeBundleProps extends Bundle {
  /** The node that they come from. */
  source: TopologyNode | undefined;
}

/** One pill for many lines. It tells of them all; each press selects the next of them, which then shows its own. */
export const EdgeBundle = memo(function EdgeBundle({ lines, x, y, source }: EdgeBundleProps) {
  const at = useSessionState(({ selection }) =>
    lines.findIndex(({ edge }) => isSelectedEdge(selection, edge)),
  );
  return (
    <span
      aria-hidden="true"
      className={styles.pill}
      data-quiet=""
      data-edge={lines[(at + 1) % lines.length]?.edge.id}
      style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
      title={lines.map((line) => wordsOf(line, source)).join('\n')}
    >
      {bundlePill(lines.length).words}
    </span>
  );
});

/** `/v2* routes to stock, weight 80` */
function wordsOf({ edge, target }: EdgeLine, source: TopologyNode | undefined): string {
  const row = source?.rows.find(({ id }) => id === edge.sourceRow);
  return `${row?.label ?? source?.label ?? ''} ${edgeWords(edge, target)}`;
}
