import type { ReactNode } from 'react';
import type { Curves } from '../../../traffic/index.ts';
import type { Grid } from './chart/grid.ts';
import { looksOf } from './chart/tones.ts';
import { numberWords, secondWords } from './words.ts';
import styles from './Curves.module.css';

interface LegendProps {
  curves: Curves;
  grid: Grid;
  /** The slice that is looked at; its numbers stand beside the names. */
  at: number | null;
  /** What the dotted curves are; null where there are none. */
  shadow: string | null;
  /** Stands at the end of the line. */
  end?: ReactNode;
}

/** What each line is, and how much at the time that is looked at. */
export function Legend({ curves, grid, at, shadow, end }: LegendProps) {
  const looks = looksOf(curves.curves);
  const second = at === null ? undefined : grid.seconds[at];
  return (
    <div className={styles.legend}>
      <ul aria-label="Legend">
        {curves.curves.map(({ name, about }, index) => {
          const look = looks[index];
          const value = at === null ? undefined : (grid.now[index]?.[at] ?? undefined);
          return (
            <li key={name} title={about}>
              <svg width="16" height="8" aria-hidden>
                <line
                  x1="0"
                  x2="16"
                  y1="4"
                  y2="4"
                  style={{ stroke: `var(${look?.token ?? '--ink'})` }}
                  strokeWidth="2.5"
                  strokeDasharray={look?.dash?.join(' ')}
                />
              </svg>
              {name}
              {value !== undefined && <b>{numberWords(value)}</b>}
            </li>
          );
        })}
        {shadow !== null && (
          <li className={styles.before}>
            <svg width="16" height="8" aria-hidden>
              <line
                x1="0"
                x2="16"
                y1="4"
                y2="4"
                stroke="currentColor"
                strokeWidth="2"
                strokeDasharray="2 3"
              />
            </svg>
            {shadow}
          </li>
        )}
      </ul>
      <span className={styles.unit}>
        {[second !== undefined && `at ${secondWords(second * 1000)}`, curves.unit]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {end}
    </div>
  );
}
