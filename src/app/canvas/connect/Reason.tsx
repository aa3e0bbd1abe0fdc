import type { Point } from '../../../topology/index.ts';
import { useStore } from '@xyflow/react';
import styles from './ConnectionLine.module.css';

interface ReasonProps {
  /** Where the pointer is, in canvas units. */
  at: Point;
  refusal: string | null;
  words: string | null;
}

/** As wide as it may be, with its distance from the pointer. */
const WIDEST = 280;

/** Beside the pointer: what letting go would do, or why it would do nothing. */
export function Reason({ at, refusal, words }: ReasonProps) {
  const zoom = useStore(({ transform }) => transform[2]);
  const isAtEnd = useStore(({ transform: [x], width }) => x + at.x * zoom > width - WIDEST);
  if ((refusal ?? words) === null) return null;
  return (
    <div
      className={styles.reason}
      data-tone={refusal === null ? 'fine' : 'refused'}
      // As large as other words, however near or far the picture is; and never beyond its end.
      style={{
        transform: `translate(${at.x}px, ${at.y}px) scale(${1 / zoom}) translate(${isAtEnd ? 'calc(-100% - 14px)' : '14px'}, 14px)`,
      }}
    >
      {refusal ?? words}
    </div>
  );
}
