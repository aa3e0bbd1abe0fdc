import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  name: 'files' | 'resources' | 'add' | 'lesson';
  title: string;
  /** How many rows it has: it keeps room for a few, however small the rail. */
  rows?: number;
  /** Stands at the end of the heading. */
  end?: ReactNode;
  children: ReactNode;
}

const HEAD = 36;
const ROW = 28;

/** A part of the rail under its small heading. */
export function Section({ name, title, rows = 0, end, children }: SectionProps) {
  const id = useId();
  return (
    <section
      className={`${styles.section} ${styles[name]}`}
      aria-labelledby={id}
      data-section={name}
      style={rows > 0 ? { minHeight: HEAD + Math.min(rows, 3) * ROW } : undefined}
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {end}
      </div>
      {children}
    </section>
  );
}
