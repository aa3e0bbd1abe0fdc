import { useMemo } from 'react';
import { useSessionState } from '../../session.tsx';
import { isSelectedEdge } from '../state/selected.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import type { EdgeLine } from '../../../topology/index.ts';
import styles from './MeshEdge.module.css';

/** Lines from so far away, and so many, that none of them can be pointed at: one drawing for all that look alike. */
export function FarEdges({ lines }: { lines: readonly EdgeLine[] }) {
  const lit = useCanvasState((state) => state.lit);
  const selection = useSessionState((state) => state.selection);
  const { quiet, plain, dangling } = useMemo(() => pathsOf(lines, lit !== null), [lines, lit]);
  const shown = lines.filter(({ edge }) => lit?.edges.has(edge.id) || isSelectedEdge(selection, edge));
  return (
    <>
      {quiet && <Lines d={quiet} data-quiet="" />}
      {plain && <Lines d={plain} />}
      {dangling && <Lines d={dangling} data-dangling="" />}
      {shown.length > 0 && <Lines d={shown.map(({ path }) => path.line).join('')} data-lit="" />}
    </>
  );
}

function Lines({ d, ...marks }: { d: string; 'data-quiet'?: ''; 'data-dangling'?: ''; 'data-lit'?: '' }) {
  return (
    <g className={styles.edge} {...marks}>
      <path className={styles.line} d={d} />
    </g>
  );
}

/** The lines of each look, each as one path. Beside what is lit all others are quiet. */
function pathsOf(lines: readonly EdgeLine[], anyLit: boolean) {
  const [quiet, plain, dangling]: [string[], string[], string[]] = [[], [], []];
  for (const { edge, path } of lines) {
    if (edge.dangling) dangling.push(path.line);
    else if (anyLit || edge.inert !== undefined || edge.flows.length === 0) quiet.push(path.line);
    else plain.push(path.line);
  }
  return { quiet: quiet.join(''), plain: plain.join(''), dangling: dangling.join('') };
}
