import { Undo2 } from 'lucide-react';
import type { FileSummary } from '../../../exchange/index.ts';
import { panes } from '../../commands/panes.ts';
import { IconButton, type Stop } from '../../controls/index.ts';
import { FILE_WORDS } from './words.ts';
import lines from './ChangesTab.module.css';
import styles from './ChangedFile.module.css';

interface ChangedFileProps {
  file: FileSummary;
  /** It is compared with the file as opened, to which it can be put back. */
  asOpened: boolean;
  stop: Stop;
  current: boolean;
  onPress: () => void;
}

/** One changed file: press it to see its changes. */
export function ChangedFile({ file, asOpened, stop, current, onPress }: ChangedFileProps) {
  const { path, kind, added, removed, exact } = file;
  return (
    <div className={current ? `${styles.row} ${styles.current}` : styles.row}>
      <button type="button" {...stop} className={styles.main} aria-current={current} onClick={onPress}>
        <span className={styles.path} title={path}>
          <bdi dir="ltr">{path}</bdi>
        </span>
        <span className={styles.kind}>{FILE_WORDS[kind]}</span>
        <span title={exact ? undefined : 'At most: the texts differ too much to be compared line by line'}>
          <span className={lines.added}>
            {exact ? '+' : '≤'}
            {added}
          </span>{' '}
          <span className={lines.removed}>−{removed}</span>
        </span>
      </button>
      {asOpened && (
        <IconButton
          label={`Put ${path} back as opened…`}
          tabIndex={stop.tabIndex}
          onClick={() => panes.shell?.openDialog('revert', path)}
        >
          <Undo2 size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
