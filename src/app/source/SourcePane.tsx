import { lazy, Suspense, useState } from 'react';
import { useSessionState } from '../session.tsx';
import { plainEditor, useMonaco } from './loader.ts';
import { MonacoView } from './MonacoView.tsx';
import { PlainView } from './PlainView.tsx';
import { SourceHeader, type SourceTab } from './SourceHeader.tsx';
import styles from './SourcePane.module.css';
import './source.css';

const PlainEditor = lazy(async () => ({ default: (await plainEditor()).PlainEditor }));

/** The YAML of the active file, and what changed in it since it was opened. */
export function SourcePane() {
  const path = useSessionState((state) => state.activeFile);
  const [tab, setTab] = useState<SourceTab>('yaml');
  const { state, retry } = useMonaco();
  if (path === null)
    return <p className={styles.empty}>No file is open. Open or add a file to see its YAML here.</p>;
  return (
    <div className={styles.pane}>
      <SourceHeader path={path} tab={tab} onTab={setTab} />
      <div className={styles.body}>
        {state.kind === 'failed' ? (
          <Suspense fallback={<PlainView path={path} />}>
            <PlainEditor path={path} onRetry={retry} />
          </Suspense>
        ) : tab === 'changes' ? (
          state.kind === 'ready' ? (
            <state.chunk.DiffView path={path} />
          ) : (
            <PlainView path={path} />
          )
        ) : (
          <MonacoView chunk={state.kind === 'ready' ? state.chunk : null} path={path} />
        )}
      </div>
    </div>
  );
}
