import { useMemo, useState } from 'react';
import type { FileSummary } from '../../../exchange/index.ts';
import { diffOf, type DiffLine } from './hunks.ts';
import styles from './RestorePoints.module.css';

interface FileDifferenceProps {
  file: FileSummary;
  before: string;
  after: string;
  startsOpen: boolean;
  /** What becomes of a file that is in one of the two only. */
  words?: Readonly<Record<FileSummary['kind'], string>>;
}

const restored = { changed: '', added: 'comes back', removed: 'goes' };
const signs: Record<DiffLine['kind'], string> = { same: ' ', added: '+', removed: '−', skipped: '…' };

/** One file: what would be different, line by line. */
export function FileDifference(props: FileDifferenceProps) {
  const { file, before, after, startsOpen, words = restored } = props;
  const [open, setOpen] = useState(startsOpen);
  const lines = useMemo(() => (open ? diffOf(before, after) : []), [open, before, after]);
  const { path, kind, added, removed } = file;
  return (
    <details className={styles.file} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={styles.path}>{path}</span>
        <span className={styles.count}>
          {words[kind] && `${words[kind]} · `}+{added} −{removed}
        </span>
      </summary>
      {lines === null ? (
        <p className={styles.note}>Too much is different to be shown line by line.</p>
      ) : (
        <div className={styles.lines}>
          {lines.map((line, index) => (
            <div key={index} className={`${styles.line} ${styles[line.kind]}`}>
              <span className={styles.sign}>{signs[line.kind]}</span>
              {line.text || ' '}
            </div>
          ))}
        </div>
      )}
    </details>
  );
}
