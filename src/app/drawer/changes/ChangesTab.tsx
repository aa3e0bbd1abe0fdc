import { useDeferredValue, useMemo, useState } from 'react';
import { summaryOfChanges } from '../../../exchange/index.ts';
import { useCommand } from '../../commands/useCommand.ts';
import { Button, RovingList } from '../../controls/index.ts';
import { useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { Calm } from '../Calm.tsx';
import { ChangeDetail } from './ChangeDetail.tsx';
import { ChangedFile } from './ChangedFile.tsx';
import { compareStore, TrafficChanges, ViewSwitch } from './traffic/index.ts';
import styles from './ChangesTab.module.css';

/** What is different from the files as they were opened: which ones, and the chosen one side by side. */
export default function ChangesTab() {
  // Counting lines may wait for a pause in the typing.
  const workspace = useDeferredValue(useSessionState((state) => state.workspace));
  const summary = useMemo(() => summaryOfChanges(workspace.opened, workspace.files), [workspace]);
  const revert = useCommand('file.revert');
  const view = useStore(compareStore, (state) => state.view);
  const [chosen, setChosen] = useState<string | null>(null);
  const { files, added, removed } = summary;
  const shown = files.find(({ path }) => path === chosen) ?? files[0];

  if (!shown) {
    return <Calm title="No changes" detail="Every file is as it was opened, to the byte." ok />;
  }
  if (view === 'traffic') return <TrafficChanges />;
  return (
    <div className={styles.changes}>
      <div className={styles.side}>
        <div className={styles.head}>
          <ViewSwitch />
        </div>
        <div className={styles.head}>
          <span>
            {files.length === 1 ? '1 file' : `${files.length} files`} <b className={styles.added}>+{added}</b>{' '}
            <b className={styles.removed}>−{removed}</b>
            <span className="visually-hidden"> lines</span>
          </span>
          <Button size="small" onClick={revert.run}>
            Put all back…
          </Button>
        </div>
        <RovingList
          label="Changed files"
          className={styles.files}
          items={files}
          keyOf={({ path }) => path}
          heightOf={() => 32}
          first={files.indexOf(shown)}
        >
          {(file, stop) => (
            <ChangedFile
              file={file}
              stop={stop}
              current={file === shown}
              onPress={() => setChosen(file.path)}
            />
          )}
        </RovingList>
      </div>
      <ChangeDetail key={shown.path} file={shown} workspace={workspace} />
    </div>
  );
}
