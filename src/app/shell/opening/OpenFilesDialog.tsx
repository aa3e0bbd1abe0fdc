import { FileUp, FolderSync, FolderUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { canOpenFolders, readFiles } from '../../../browser/index.ts';
import type { OpenedFile } from '../../../session/index.ts';
import { freeName } from '../../commands/freeName.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { useCommand } from '../../commands/useCommand.ts';
import { Button, LabelledField, Modal } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import type { DialogProps } from '../dialogs/types.ts';
import { isUntouched, workspaceName } from './incoming.ts';
import { lookInto } from './lookInto.ts';
import { ModeChoice, type OpenMode } from './ModeChoice.tsx';
import styles from './OpenFilesDialog.module.css';

const ACCEPTED =
  '.yaml,.yml,.json,.txt,.zip,.md,.markdown,text/plain,text/markdown,application/yaml,application/json,application/zip';

const TAKE_OUT =
  'Choose a folder to read it, and take your changes out under Export: as a patch, or all files as a zip.';
const CANNOT_SAVE_BACK = isSecureContext
  ? `This browser lets no page save into a folder of yours; Chrome and Edge do. ${TAKE_OUT}`
  : `Over plain http:// no browser lets a page save into a folder; at https:// or http://localhost Chrome and Edge do. ${TAKE_OUT}`;

/** Opens files, a folder, or text pasted into a box. */
export function OpenFilesDialog({ onClose }: DialogProps) {
  const session = useSession();
  const samples = useCommand('sample.list');
  const openFolder = useCommand('folder.open');
  const isEmpty = useSessionState((state) => state.workspace.files.length === 0);
  const [mode, setMode] = useState<OpenMode>(() => (isUntouched(session) ? 'replace' : 'add'));
  const [text, setText] = useState('');
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  const open = (opened: readonly OpenedFile[], called?: string) => {
    if (opened.length === 0) return;
    const name = mode === 'replace' ? (called ?? workspaceName(opened)) : undefined;
    session.dispatch({ type: 'open-files', files: opened, mode, ...(name && { name }) });
    onClose();
  };

  const pick = async (list: FileList | null) => {
    if (!list?.length) return;
    const { files: found, name } = await lookInto(await readFiles(list));
    open(found, name);
  };

  const pickFolder = async (list: FileList | null) => {
    if (!list?.length) return;
    const { readPickedFolder } = await import('../../folder/chunk.ts');
    const { files: read, notice } = await readPickedFolder(list);
    const { files: found, name } = await lookInto(read);
    open(found, name);
    if (notice) session.dispatch({ type: 'notify', notice });
  };

  const taken = (picked: Promise<void>) => void picked.catch(tellFailure(session, 'That could not be read'));

  const openText = () => {
    const taken = new Set(session.getState().workspace.files.map(({ path }) => path.replace(/\.yaml$/, '')));
    open([{ path: `${freeName('pasted', mode === 'add' ? taken : new Set())}.yaml`, content: text }]);
  };

  return (
    <Modal
      title="Open"
      description="YAML or JSON, as files, a zip, as kubectl prints it, or as text; lessons too. It is read in this browser and goes nowhere."
      onClose={onClose}
      wide
      actions={
        <>
          <Button
            look="quiet"
            className={styles.sample}
            onClick={() => {
              onClose();
              samples.run();
            }}
          >
            {samples.title}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={text.trim() === ''} onClick={openText}>
            Open the text
          </Button>
        </>
      }
    >
      {!isEmpty && <ModeChoice mode={mode} onChange={setMode} />}
      <div className={styles.picks}>
        <Button onClick={() => files.current?.click()}>
          <FileUp size={15} aria-hidden /> Choose files…
        </Button>
        <Button onClick={() => folder.current?.click()}>
          <FolderUp size={15} aria-hidden /> Choose a folder…
        </Button>
        <span className={styles.hint}>or drop them anywhere on the window</span>
      </div>
      {canOpenFolders() ? (
        <div className={styles.picks}>
          <Button
            onClick={() => {
              onClose();
              openFolder.run();
            }}
          >
            <FolderSync size={15} aria-hidden /> {openFolder.title}
          </Button>
          <span className={styles.hint}>to work in it, and save what you change back in place</span>
        </div>
      ) : (
        <p className={styles.hint}>{CANNOT_SAVE_BACK}</p>
      )}
      <input
        ref={files}
        hidden
        type="file"
        multiple
        accept={ACCEPTED}
        aria-label="Files to open"
        onChange={(event) => taken(pick(event.target.files))}
      />
      <input
        ref={folder}
        hidden
        type="file"
        // Known to every browser of the last years, not to React's types of them all.
        {...{ webkitdirectory: '' }}
        aria-label="Folder to open"
        onChange={(event) => taken(pickFolder(event.target.files))}
      />
      <LabelledField label="Text">
        {(words) => (
          <textarea
            {...words}
            className={styles.text}
            rows={9}
            spellCheck={false}
            data-own-undo
            placeholder={'apiVersion: networking.istio.io/v1\nkind: VirtualService\n…'}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </LabelledField>
    </Modal>
  );
}
