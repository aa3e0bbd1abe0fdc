import { download } from '../../browser/index.ts';
import type { TextFile } from '../../text/index.ts';
import { panes } from '../commands/panes.ts';
import { MenuItem, MenuLine, ProblemMark, type Stop } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { copyFile } from '../shell/export/export.ts';
import { NO_PROBLEMS, type Counts } from './counts.ts';
import { Row } from './Row.tsx';
import styles from './lists.module.css';

interface FileRowProps {
  file: TextFile;
  stop: Stop;
  current: boolean;
  resources: number;
  counts: Counts | undefined;
  onPress: () => void;
}

export function FileRow({ file, stop, current, resources, counts = NO_PROBLEMS, onPress }: FileRowProps) {
  const session = useSession();
  const { path } = file;
  const changed = useSessionState(
    (state) => state.workspace.opened.find((opened) => opened.path === path)?.text !== file.text,
  );
  const wasOpened = useSessionState((state) => state.workspace.opened.some((opened) => opened.path === path));
  const copy = () =>
    copyFile(session, file).catch((error: Error) =>
      session.dispatch({
        type: 'notify',
        notice: { tone: 'error', title: 'Nothing was copied', detail: error.message },
      }),
    );

  return (
    <Row
      stop={stop}
      dot={current ? 'var(--accent)' : 'var(--line-strong)'}
      name={path}
      kind="File"
      title={path}
      current={current}
      onPress={onPress}
      mark={
        <>
          <ProblemMark {...counts} />
          <span className={styles.count}>
            {resources}
            <span className="visually-hidden"> {resources === 1 ? 'resource' : 'resources'}</span>
          </span>
        </>
      }
      menu={
        <>
          <MenuItem title="Rename…" keys="F2" onClick={() => panes.shell?.openDialog('rename-file', path)} />
          <MenuItem title="Copy" onClick={() => void copy()} />
          <MenuItem title="Download" onClick={() => download(path, file.text)} />
          <MenuLine />
          <MenuItem
            title="Put back as opened…"
            disabled={!changed || !wasOpened}
            onClick={() => panes.shell?.openDialog('revert', path)}
          />
          <MenuItem
            title="Delete…"
            keys="Del"
            danger
            onClick={() => panes.shell?.openDialog('delete-file', path)}
          />
          <MenuLine />
          <MenuItem title="New file…" onClick={() => panes.shell?.openDialog('new-file')} />
        </>
      }
    />
  );
}
