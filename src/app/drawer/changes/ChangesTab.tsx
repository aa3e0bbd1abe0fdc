import { useDeferredValue, useMemo, useState } from 'react';
import { summaryOfChanges } from '../../../exchange/index.ts';
import { useCommand } from '../../commands/useCommand.ts';
import { Button, RovingList } from '../../controls/index.ts';
import { useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { Calm } from '../Calm.tsx';
import { baseStore, filesBefore, pointOf } from './base.ts';
import { BaseChoice } from './BaseChoice.tsx';
import { ChangeDetail } from './ChangeDetail.tsx';
import { ChangedFile } from './ChangedFile.tsx';
import { ChangedResource } from './ChangedResource.tsx';
import { changeEntries } from './entries.ts';
import { compareStore, TrafficChanges, ViewSwitch } from './traffic/index.ts';
import { useResourceChanges } from './useResourceChanges.ts';
import styles from './ChangesTab.module.css';

/** What is different from the files as they were opened, or at a restore point: which ones, and the chosen one side by side. */
export default function ChangesTab() {
  // Counting lines may wait for a pause in the typing.
  const workspace = useDeferredValue(useSessionState((state) => state.workspace));
  const point = useStore(baseStore, (state) => pointOf(workspace, state));
  const before = useStore(baseStore, () => filesBefore(workspace));
  const summary = useMemo(() => summaryOfChanges(before, workspace.files), [before, workspace.files]);
  const changes = useResourceChanges(before, workspace.files);
  const entries = useMemo(() => changeEntries(summary, changes), [summary, changes]);
  const revert = useCommand('file.revert');
  const restore = useCommand('workspace.restore-points');
  const view = useStore(compareStore, (state) => state.view);
  const commit = useCommand('export.commit');
  const [chosen, setChosen] = useState<string | null>(null);
  const { files, added, removed } = summary;
  const shown = entries.find(({ key }) => key === chosen) ?? entries[0];

  if (!shown) {
    const then = point === null ? 'was opened' : 'was at this restore point';
    return (
      <div className={styles.none}>
        <BaseChoice />
        <Calm title="No changes" detail={`Every file is as it ${then}, to the byte.`} ok />
      </div>
    );
  }
  if (view === 'traffic') return <TrafficChanges />;
  return (
    <div className={styles.changes}>
      <div className={styles.side}>
        <div className={styles.head}>
          <ViewSwitch />
          <Button size="small" look="primary" onClick={commit.run}>
            Commit…
          </Button>
        </div>
        <div className={styles.head}>
          <span>
            {files.length === 1 ? '1 file' : `${files.length} files`} <b className={styles.added}>+{added}</b>{' '}
            <b className={styles.removed}>−{removed}</b>
            <span className="visually-hidden"> lines</span>
          </span>
          {point === null ? (
            <Button size="small" onClick={revert.run}>
              Put all back…
            </Button>
          ) : (
            <Button size="small" onClick={restore.run}>
              Restore…
            </Button>
          )}
        </div>
        <div className={styles.head}>
          <BaseChoice />
        </div>
        <RovingList
          label="Changed files and resources"
          className={styles.files}
          items={entries}
          keyOf={({ key }) => key}
          heightOf={({ kind }) => (kind === 'file' ? 32 : 26)}
          first={entries.indexOf(shown)}
        >
          {(entry, stop) => {
            const row = { stop, current: entry === shown, onPress: () => setChosen(entry.key) };
            return entry.kind === 'file' ? (
              <ChangedFile file={entry.file} asOpened={point === null} {...row} />
            ) : (
              <ChangedResource change={entry.told[0]} {...row} />
            );
          }}
        </RovingList>
      </div>
      <ChangeDetail
        key={shown.file.path}
        entry={shown}
        broken={changes?.broken.has(shown.file.path) === true}
        tooMuch={changes === null}
        asOpened={point === null}
      />
    </div>
  );
}
