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
          const stop = '[data-stop][tabindex="0"]';
          const find = (where: string) => element.current?.querySelector<HTMLElement>(`${where} ${stop}`);
          (find('[data-section=resources]') ?? find(''))?.focus();
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
