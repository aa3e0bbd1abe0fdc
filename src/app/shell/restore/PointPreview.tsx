import { useMemo } from 'react';
import { summaryOfChanges } from '../../../exchange/index.ts';
import type { TextFile } from '../../../text/index.ts';
import { useSessionState } from '../../session.tsx';
import { FileDifference } from './FileDifference.tsx';
import { useRestorePoint } from './useRestorePoint.ts';
import styles from './RestorePoints.module.css';

/** What going back to a restore point would change. */
export function PointPreview({ point }: { point: string }) {
  const texts = useRestorePoint(point);
  if (texts.kind === 'loading') return <p className={styles.note}>Reading…</p>;
  if (texts.kind === 'failed') return <p className={styles.note}>{texts.message}</p>;
  return <Differences then={texts.files} />;
}

function Differences({ then }: { then: readonly TextFile[] }) {
  const now = useSessionState((state) => state.workspace.files);
  const { files, added, removed } = useMemo(() => summaryOfChanges(now, then), [now, then]);
  if (files.length === 0) return <p className={styles.note}>The files are now as they were then.</p>;
  const textIn = (all: readonly TextFile[], path: string) =>
    all.find((file) => file.path === path)?.text ?? '';
  return (
    <>
      <p className={styles.note}>
        Restoring changes {files.length === 1 ? '1 file' : `${files.length} files`}: +{added} −{removed}{' '}
        lines.
      </p>
      {files.map((file) => (
        <FileDifference
          key={file.path}
          file={file}
          before={textIn(now, file.path)}
          after={textIn(then, file.path)}
          startsOpen={files.length <= 3}
        />
      ))}
    </>
  );
}
