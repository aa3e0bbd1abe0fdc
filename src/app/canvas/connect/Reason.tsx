import type { Point } from '../../../topology/index.ts';
import { useBeside } from '../flow/useBeside.ts';
import styles from './ConnectionLine.module.css';

/** As wide as it may be, in CSS pixels. */
const WIDEST = 262;

interface ReasonProps {
  /** Where the pointer is, in canvas units. */
  at: Point;
  refusal: string | null;
  words: string | null;
}

/** Beside the pointer: what letting go would do, or why it would do nothing. */
export function Reason({ at, refusal, words }: ReasonProps) {
  const transform = useBeside(at, WIDEST);
  if ((refusal ?? words) === null) return null;
  return (
    <div className={styles.reason} data-tone={refusal === null ? 'fine' : 'refused'} style={{ transform }}>
      {refusal ?? words}
    </div>
  );
}
