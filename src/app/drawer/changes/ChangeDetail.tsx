import type { ChangeEntry } from './entries.ts';
import { Calm } from '../Calm.tsx';
import { SideBySide } from './SideBySide.tsx';
import { Told } from './Told.tsx';
import styles from './ChangeDetail.module.css';

interface ChangeDetailProps {
  entry: ChangeEntry;
  /** Some of the file's YAML cannot be read now. */
  broken: boolean;
  /** So much differs that nothing is told of resources. */
  tooMuch: boolean;
  /** It is compared with the file as opened, to which it can be put back. */
  asOpened: boolean;
}

/** A changed file, or one resource of it: what is otherwise in plain words, and both texts side by side. */
export function ChangeDetail({ entry, broken, tooMuch, asOpened }: ChangeDetailProps) {
  const { file, told } = entry;
  const note = noteOf(entry, broken, tooMuch);
  return (
    <div className={styles.detail}>
      <div className={styles.parts}>
        {(told.length > 0 || note !== null) && <Told told={told} path={file.path} note={note} />}
        {file.kind === 'removed' ? (
          <Calm
            title="This file was deleted"
            detail={asOpened ? 'Put it back as opened to have it again.' : 'The restore point still has it.'}
          />
        ) : (
          <SideBySide path={file.path} at={entry.kind === 'resource' ? entry.told[0].after : undefined} />
        )}
      </div>
    </div>
  );
}

function noteOf({ kind, told }: ChangeEntry, broken: boolean, tooMuch: boolean): string | null {
  if (tooMuch)
    return 'More than a thousand resources differ: that is told by lines here, and in the patch, not one by one.';
  if (broken)
    return 'Part of this file is broken YAML now. What changes there is told once it can be read again.';
  return kind === 'file' && told.length === 0 ? 'No resource says anything else than before.' : null;
}
