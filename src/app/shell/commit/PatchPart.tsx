import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { download } from '../../../browser/index.ts';
import { gitPatch } from '../../../exchange/index.ts';
import type { Workspace } from '../../../session/index.ts';
import { Button, LabelledField, TextField } from '../../controls/index.ts';
import { useStore } from '../../useStore.ts';
import { CopyText } from './CopyText.tsx';
import { PATCH_FILE } from './patch.ts';
import { commitStore } from './readyState.ts';
import styles from './CommitDialog.module.css';

/** So much of a patch is shown; all of it is downloaded and copied where it is no longer than that. */
const MOST_SHOWN = 200_000;

/** The changes as a patch for `git apply`. */
export function PatchPart({ workspace }: { workspace: Workspace }) {
  const { id, opened, files } = workspace;
  const folder = useStore(commitStore, (state) => state.folders[id] ?? '');
  const patch = useMemo(() => gitPatch(opened, files, { folder: folder.trim() }), [opened, files, folder]);
  const command = `git apply ${patch.odd ? '--whitespace=nowarn ' : ''}${PATCH_FILE}`;
  const save = () => download(PATCH_FILE, patch.text);
  return (
    <div className={styles.part}>
      <LabelledField
        label="Folder of these files in the repository"
        hint="Git counts from the repository’s top. Leave it empty where the paths here begin there too."
      >
        {(ids) => (
          <TextField
            {...ids}
            mono
            value={folder}
            placeholder="clusters/eu"
            onChange={({ target }) =>
              commitStore.set(({ folders }) => ({ folders: { ...folders, [id]: target.value } }))
            }
          />
        )}
      </LabelledField>
      {patch.text.length > MOST_SHOWN ? (
        <>
          <p className={styles.note}>The patch is too long to be shown here. Download it.</p>
          <div className={styles.buttons}>
            <Button look="primary" onClick={save}>
              <Download size={15} aria-hidden /> Download {PATCH_FILE}
            </Button>
          </div>
        </>
      ) : (
        <CopyText label="Patch" text={patch.text} copy="Copy the patch" rows={12}>
          <Button onClick={save}>
            <Download size={15} aria-hidden /> Download {PATCH_FILE}
          </Button>
        </CopyText>
      )}
      <p className={styles.note}>
        In the checkout: <code>{command}</code>.{' '}
        {patch.odd > 0 &&
          `${patch.odd === 1 ? 'One line' : `${patch.odd} lines`} that it adds ${patch.odd === 1 ? 'ends' : 'end'} in spaces or the like, of which Git would warn otherwise; they are taken as they are.`}
      </p>
    </div>
  );
}
