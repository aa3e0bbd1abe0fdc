import { download } from '../../browser/index.ts';
import type { ProblemCounts } from '../../checks/index.ts';
import { fileText } from '../../text/index.ts';
import { panes } from '../commands/panes.ts';
import { tellFailure } from '../commands/tellFailure.ts';
import { MenuItem, MenuLine, ProblemMark, type Stop } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { copyFile } from '../shell/export/export.ts';
import { NO_PROBLEMS } from './counts.ts';
import { Row } from './Row.tsx';
import styles from './lists.module.css';

interface FileRowProps {
  path: string;
  stop: Stop;
  current: boolean;
  resources: number;
  counts: ProblemCounts | undefined;
  onPress: () => void;
}

/** One file, with how many resources and problems it has. */
export function FileRow({ path, stop, current, resources, counts = NO_PROBLEMS, onPress }: FileRowProps) {
  const session = useSession();
  const changed = useSessionState(({ workspace }) => {
    const opened = fileText(workspace.opened, path);
    return opened !== undefined && opened !== fileText(workspace.files, path);
  });
  const unsaved = useSessionState(({ folder }) => folder?.unsaved.has(path) === true);
  const now = () => ({ path, text: fileText(session.getState().workspace.files, path) ?? '' });
  const copy = () => copyFile(session, now()).catch(tellFailure(session, 'Nothing was copied'));

  return (
    <Row
      stop={stop}
      sign={<span className={styles.dot} data-current={current} data-unsaved={unsaved} aria-hidden="true" />}
      name={path}
      kind="File"
      title={unsaved ? `${path}, not saved to the folder yet` : path}
      current={current}
      onPress={onPress}
      mark={
        <>
          {unsaved && <span className="visually-hidden"> not saved</span>}
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
          <MenuItem title="Download" onClick={() => download(path, now().text)} />
          <MenuLine />
          <MenuItem
            title="Put back as opened…"
            disabled={!changed}
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
