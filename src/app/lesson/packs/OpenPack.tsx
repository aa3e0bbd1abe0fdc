import { FileUp, FolderUp } from 'lucide-react';
import { useRef } from 'react';
import { readFiles } from '../../../browser/index.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { Button } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { takeIn } from './takeIn.ts';
import styles from '../LessonsDialog.module.css';

/** Opens a pack of lessons out of a file or a folder. */
export function OpenPack({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const pick = async (list: FileList | null) => {
    if (!list?.length) return;
    const { pack } = await takeIn(await readFiles(list));
    if (pack) return;
    onClose();
    throw new Error(
      'There is no lesson in it: a Markdown file that begins with a head of “title” and “minutes”. Configuration is opened with Open….',
    );
  };
  const taken = (list: FileList | null) =>
    void pick(list).catch(tellFailure(session, 'The pack could not be opened'));
  return (
    <div className={styles.picks}>
      <Button onClick={() => file.current?.click()}>
        <FileUp size={15} aria-hidden /> Open a pack…
      </Button>
      <Button onClick={() => folder.current?.click()}>
        <FolderUp size={15} aria-hidden /> Open a folder…
      </Button>
      <span className={styles.hint}>or drop a zip or a Markdown lesson on the page</span>
      <input
        ref={file}
        hidden
        type="file"
        accept=".zip,.md,.markdown,application/zip,text/markdown"
        aria-label="Pack of lessons to open"
        onChange={(event) => taken(event.target.files)}
      />
      <input
        ref={folder}
        hidden
        type="file"
        {...{ webkitdirectory: '' }}
        aria-label="Folder of lessons to open"
        onChange={(event) => taken(event.target.files)}
      />
    </div>
  );
}
