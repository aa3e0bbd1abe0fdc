import { ViewportPortal } from '@xyflow/react';
import { useSessionState } from '../../session.tsx';
import { useCanvasState } from '../state/useCanvasState.ts';
import { endOf, freeLine, type End } from './freeLine.ts';
import { Reason } from './Reason.tsx';
import styles from './ConnectionLine.module.css';

/** The line that follows the pointer, with what it would do beside it, or the reason where it cannot end. */
export function ConnectionLine() {
  const connecting = useCanvasState((state) => state.connecting);
  const placed = useSessionState((state) => state.analysis.placed);
  const pointer = connecting?.pointer;
  const from = connecting && placed.nodes.find(({ node }) => node.id === connecting.from.node);
  if (!connecting || !pointer || !from) return null;
  const { row } = connecting.from;
  const down = placed.flow === 'down';
  const end = (side: End['side']): End => ({ ...pointer, side });
  // A line whose beginning is moved comes from the pointer.
  const path =
    connecting.edge !== undefined && connecting.moves === 'source'
      ? freeLine(end(down ? 'bottom' : 'right'), endOf(from, 'target', row, placed.flow))
      : freeLine(endOf(from, 'source', row, placed.flow), end(down ? 'top' : 'left'));
  const { refusal, words } = connecting;
  const tone = refusal === null ? 'fine' : 'refused';
  return (
    <ViewportPortal>
      <svg className={styles.line} data-tone={tone} data-how={connecting.how} aria-hidden="true">
        <path d={path.line} />
        <path d={path.head} />
      </svg>
      <Reason at={pointer} refusal={refusal} words={words} />
    </ViewportPortal>
  );
}
