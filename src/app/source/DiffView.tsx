import { useEffect, useRef, useState } from 'react';
import { registerPane } from '../commands/panes.ts';
import { fileText } from '../../text/index.ts';
import { Segmented } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { createFileDiff, type FileDiff } from './diff.ts';
import styles from './DiffView.module.css';

type Arrangement = 'split' | 'inline';

/** The file as it was opened, and the file now. Inline where the pane is narrow, until a person says otherwise. */
export function DiffView({ path }: { path: string }) {
  const session = useSession();
  const container = useRef<HTMLDivElement>(null);
  const [diff, setDiff] = useState<FileDiff | null>(null);
  const [arrangement, setArrangement] = useState<Arrangement | null>(null);
  const changed = useSessionState(
    ({ workspace }) => fileText(workspace.files, path) !== fileText(workspace.opened, path),
  );
  const isNew = useSessionState(({ workspace }) => !workspace.opened.some((file) => file.path === path));
  const shown = arrangement ?? 'inline';

  useEffect(() => {
    if (!container.current) return;
    const made = createFileDiff(container.current, session);
    const leavePane = registerPane('source', { focus: () => made.focus(), reveal: () => made.focus() });
    if (container.current.clientWidth >= 720) setArrangement((chosen) => chosen ?? 'split');
    setDiff(made);
    return () => {
      leavePane();
      setDiff(null);
      made.dispose();
    };
  }, [session]);

  useEffect(() => diff?.show(path), [diff, path]);
  useEffect(() => diff?.arrange(shown === 'split'), [diff, shown]);

  return (
    <>
      <div className={styles.bar}>
        <p>
          {!changed
            ? 'No changes since it was opened.'
            : isNew
              ? 'This file is new.'
              : 'Against the file as opened.'}
        </p>
        <Segmented
          label="How to show the changes"
          value={shown}
          options={[
            { value: 'split', title: 'Side by side' },
            { value: 'inline', title: 'Inline' },
          ]}
          onChange={setArrangement}
        />
      </div>
      <div className={styles.frame}>
        <div ref={container} className={`nokey ${styles.diff}`} />
      </div>
    </>
  );
}
