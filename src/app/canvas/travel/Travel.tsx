import { ViewportPortal } from '@xyflow/react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useSessionState } from '../../session.tsx';
import { calm } from '../../theme/motion.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { useWays } from '../edge/useWays.ts';
import { wayLines, wholeWay, type WayLine } from './wayLines.ts';
import styles from './Travel.module.css';

/** For one leg of the way, and at least and at most for all of it, in milliseconds. */
const LEG = 520;
const [SHORTEST, LONGEST] = [900, 3_600];

/** The way of the request that was sent: a dot that travels along its lit lines once, and lines where the picture has none. */
export default function Travel() {
  const sent = useCanvasState((state) => state.sent);
  const placed = useSessionState((state) => state.analysis.placed);
  const ways = useWays(placed);
  const way = sent?.way;
  const legs = useMemo(() => (way ? wayLines(ways, way.legs) : []), [ways, way]);
  const copies = useMemo(() => (way ? way.copies.map((one) => wayLines(ways, one)) : []), [ways, way]);
  if (!sent || !way) return null;
  const before = way.copies.map(
    ([first]) => 1 + way.legs.findIndex(({ to }) => to.node === first?.from.node),
  );
  return (
    <ViewportPortal>
      <svg className={styles.layer} data-tone={sent.tone} aria-hidden="true">
        {[...legs, ...copies.flat()]
          .filter(({ own }) => own)
          .map(({ path }) => (
            <path key={path.line} className={styles.line} d={path.line} />
          ))}
      </svg>
      <div className={styles.dots} data-tone={sent.tone} aria-hidden="true" data-testid="travelling">
        <Dot lines={legs} run={sent.run} after={0} />
        {copies.map((lines, index) => (
          <Dot key={index} lines={lines} run={sent.run} after={before[index] ?? 0} copy />
        ))}
      </div>
    </ViewportPortal>
  );
}

/** How long so many legs take. */
const duration = (legs: number): number => Math.min(LONGEST, Math.max(SHORTEST, legs * LEG));

interface DotProps {
  lines: readonly WayLine[];
  /** Another one starts it anew. */
  run: number;
  /** It starts when the other has so many legs behind it. */
  after: number;
  copy?: boolean;
}

/** Something that goes along lines once, and stays at their end. Without it for those who asked for less motion. */
function Dot({ lines, run, after, copy = false }: DotProps) {
  const dot = useRef<HTMLSpanElement>(null);
  const path = wholeWay(lines);
  const legs = lines.length;
  const ran = useRef(0);
  useLayoutEffect(() => {
    const element = dot.current;
    if (!element || legs === 0 || calm() || run === ran.current) return;
    ran.current = run;
    const animation = element.animate([{ offsetDistance: '0%' }, { offsetDistance: '100%' }], {
      duration: duration(legs),
      delay: after * LEG,
      easing: 'cubic-bezier(0.45, 0.05, 0.4, 1)',
      fill: 'both',
    });
    element.dataset['moving'] = '';
    animation.onfinish = () => delete element.dataset['moving'];
    return () => animation.cancel();
  }, [run, legs, after]);
  if (legs === 0 || calm()) return null;
  return (
    <span
      ref={dot}
      className={copy ? `${styles.dot} ${styles.copied}` : styles.dot}
      style={{ offsetPath: `path("${path}")` }}
    />
  );
}
