import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { panes } from '../commands/panes.ts';
import { useCommand } from '../commands/useCommand.ts';
import { IconButton, RovingList } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { showOutcome } from '../shell/layout/showPane.ts';
import { countsByFile, sameCountsByFile } from './counts.ts';
import { fileEntries } from './fileEntries.ts';
import { FileRow } from './FileRow.tsx';
import { samePaths, sameSizes } from './listed.ts';
import { Section } from './Section.tsx';
import styles from './lists.module.css';

/** The files of the workspace. */
export function FilesSection() {
  const session = useSession();
  const newFile = useCommand('file.new');
  // Of each only what is listed: typing in one of a thousand files draws none of them again.
  const files = useSessionState((state) => state.workspace.files, samePaths);
  const linked = useSessionState((state) => state.analysis.mesh.files, sameSizes);
  const active = useSessionState((state) => state.activeFile);
  const counts = useSessionState((state) => countsByFile(state.analysis.problems), sameCountsByFile);
  const sizes = useMemo(() => new Map(linked.map((file) => [file.path, file.resources.length])), [linked]);
  const entries = useMemo(() => fileEntries(files), [files]);
  const folder = useSessionState((state) => state.folder?.name);
  const show = (path: string) => {
    session.dispatch({ type: 'show-file', path });
    showOutcome(session, 'yaml');
  };

  return (
    <Section
      name="files"
      title={folder === undefined ? 'Files' : `Files in ${folder}`}
      rows={entries.length}
      end={
        <IconButton label={newFile.title} className={styles.add} onClick={newFile.run}>
          <Plus size={14} aria-hidden />
        </IconButton>
      }
    >
      {files.length === 0 ? (
        <p className={styles.empty}>No files yet. Open or drop YAML, or add a resource.</p>
      ) : (
        <RovingList
          label="Files"
          items={entries}
          keyOf={({ key }) => key}
          isRow={(entry) => 'file' in entry}
          heightOf={() => 28}
          reveal={active}
          onRowKey={(event, entry) => {
            const dialog = event.key === 'F2' ? 'rename-file' : event.key === 'Delete' ? 'delete-file' : null;
            if (!dialog || !('file' in entry)) return;
            event.preventDefault();
            panes.shell?.openDialog(dialog, entry.file.path);
          }}
        >
          {(entry, stop) =>
            'file' in entry ? (
              <FileRow
                path={entry.file.path}
                above={entry.directory}
                stop={stop}
                current={entry.file.path === active}
                resources={sizes.get(entry.file.path) ?? 0}
                counts={counts.get(entry.file.path)}
                onPress={() => show(entry.file.path)}
              />
            ) : (
              // Each row says the whole path.
              <p className={styles.directory} title={entry.directory} aria-hidden="true">
                {entry.directory}
              </p>
            )
          }
        </RovingList>
      )}
    </Section>
  );
}
