import type { Point } from '../../../topology/index.ts';
import styles from './ConnectionLine.module.css';

interface ReasonProps {
  /** Where the pointer is, in canvas units. */
  at: Point;
  refusal: string | null;
  words: string | null;
}

/** Beside the pointer: what letting go would do, or why it would do nothing. */
export function Reason({ at, refusal, words }: ReasonProps) {
  if ((refusal ?? words) === null) return null;
  return (
    <div
      className={styles.reason}
      data-tone={refusal === null ? 'fine' : 'refused'}
      style={{ transform: `translate(${at.x + 14}px, ${at.y + 14}px)` }}
    >
      {refusal ?? words}
    </div>
  );
}
