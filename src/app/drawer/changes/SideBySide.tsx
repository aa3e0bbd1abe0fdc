import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Resource } from '../../../istio/index.ts';
import { fileText } from '../../../text/index.ts';
import { splitDocuments } from '../../../yaml/index.ts';
import { useSession } from '../../session.tsx';
import type { FileDiff } from '../../source/chunk.ts';
import { useMonaco } from '../../source/loader.ts';
import { Calm } from '../Calm.tsx';
import { baseStore, filesBefore } from './base.ts';
import styles from './ChangeDetail.module.css';

interface SideBySideProps {
  path: string;
  /** What changes in it comes into view when it becomes another one; else the first change of the file. */
  at?: Resource | undefined;
}

/** A file as it was opened, or at a restore point, beside the file now; one column where there is no room for two. */
export function SideBySide({ path, at }: SideBySideProps) {
  const session = useSession();
  const { state } = useMonaco();
  const container = useRef<HTMLDivElement>(null);
  const [diff, setDiff] = useState<FileDiff | null>(null);
  const chunk = state.kind === 'ready' ? state.chunk : null;

  useEffect(() => {
    const element = container.current;
    if (!chunk || !element) return;
    const made = chunk.createFileDiff(element, session, filesBefore);
    const observer = new ResizeObserver(() => made.arrange(element.clientWidth >= 720));
    observer.observe(element);
    setDiff(made);
    return () => {
      observer.disconnect();
      setDiff(null);
      made.dispose();
    };
  }, [chunk, session]);

  useEffect(() => {
    diff?.show(path);
    // What the file is compared with may become another while it is shown.
    return baseStore.subscribe(() => diff?.show(path));
  }, [diff, path]);

  const reveal = useEffectEvent((view: FileDiff | null, file: string, resource: string | undefined) => {
    const text = fileText(session.getState().workspace.files, file) ?? '';
    const whole = { from: 0, to: text.length };
    const range = resource !== undefined && at ? splitDocuments(text)[at.source.document] : whole;
    if (range) view?.reveal(range.from, range.to);
  });
  useEffect(() => reveal(diff, path, at?.id), [diff, path, at?.id]);

  if (state.kind === 'failed') {
    return (
      <Calm
        title="The comparison could not be loaded"
        detail="Reload the page to try again. Your work is safe."
      />
    );
  }
  return (
    <div className={styles.frame}>
      <div ref={container} className={`nokey ${styles.diff}`} />
    </div>
  );
}
