import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  name: 'files' | 'resources' | 'add';
  title: string;
  /** Stands at the end of the heading. */
  end?: ReactNode;
  children: ReactNode;
}

/** A part of the rail under its small heading. */
export function Section({ name, title, end, children }: SectionProps) {
  const id = useId();
  return (
    <section className={`${styles.section} ${styles[name]}`} aria-labelledby={id} data-section={name}>
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
