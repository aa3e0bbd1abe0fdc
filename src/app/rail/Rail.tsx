import { useEffect, useRef } from 'react';
import { registerPane } from '../commands/panes.ts';
import { AddSection } from './AddSection.tsx';
import { FilesSection } from './FilesSection.tsx';
import { LessonSection } from './LessonSection.tsx';
import { ResourcesSection } from './ResourcesSection.tsx';
import styles from './Rail.module.css';

/** Files, resources, and what can be added. */
export function Rail() {
  const element = useRef<HTMLDivElement>(null);

  useEffect(
    () =>
      registerPane('rail', {
        focus: () => {
          const stop = '[data-section=resources] [data-stop][tabindex="0"], [data-stop][tabindex="0"]';
          element.current?.querySelector<HTMLElement>(stop)?.focus();
        },
      }),
    [],
  );

  return (
    <div className={styles.rail} ref={element}>
      <FilesSection />
      <ResourcesSection />
      <AddSection />
      <LessonSection />
    </div>
  );
}
