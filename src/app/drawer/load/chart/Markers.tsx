import { useSession } from '../../../session.tsx';
import { useStore } from '../../../useStore.ts';
import { chooseCause, toneOf } from '../causes.ts';
import { labStore } from '../labStore.ts';
import { spread } from './spread.ts';
import styles from './Chart.module.css';

const GAP = 18;

/** Numbers over the knees of the curves, as the sentences beside have them: for the mouse; keys go through the sentences. */
export function Markers({ width, duration }: { width: number; duration: number }) {
  const session = useSession();
  const causes = useStore(labStore, ({ run }) => run?.report.causes) ?? [];
  const chosen = useStore(labStore, (state) => state.cause);
  // More would stand far from their knees.
  const shown = causes.slice(0, Math.max(1, Math.floor(width / GAP / 2)));
  const places = spread(
    shown.map(({ from }) => (from / duration) * width),
    GAP,
    width,
  );
  return shown.map((cause, index) => (
    <button
      key={index}
      type="button"
      tabIndex={-1}
      className={styles.marker}
      data-tone={toneOf(cause)}
      data-current={chosen === index || undefined}
      style={{ left: places[index] }}
      onClick={() => chooseCause(session, index)}
    >
      {index + 1}
    </button>
  ));
}
