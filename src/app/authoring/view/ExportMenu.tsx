import { Download } from 'lucide-react';
import { tellFailure } from '../../commands/tellFailure.ts';
import { Button, DropMenu, MenuItem } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { copyPackLink, downloadLesson, downloadPack } from '../exporting.ts';
import { useAuthor } from '../useShown.ts';
import styles from './Head.module.css';

/** The ways out: the pack, one lesson, a link. */
export function ExportMenu() {
  const session = useSession();
  const isEmpty = useAuthor(({ pack }) => pack.lessons.length === 0);
  const shown = useAuthor(
    ({ pack, path }) => pack.lessons.find(({ file }) => file.path === path)?.file.path ?? null,
  );
  const attempt = (work: () => void) => {
    try {
      work();
    } catch (error) {
      tellFailure(session, 'The lesson could not be downloaded')(error);
    }
  };
  const copyLink = () =>
    void copyPackLink().then(
      (length) =>
        session.dispatch({
          type: 'notify',
          notice: {
            tone: 'info',
            title: 'Link copied',
            detail: `The whole pack is in it, ${length.toLocaleString('en')} characters; nothing goes to a server. Some chats cut long links: hand out the file where one does.`,
          },
        }),
      tellFailure(session, 'No link was copied'),
    );
  return (
    <DropMenu
      label="Export"
      trigger={
        <Button aria-label="Export lessons" data-tip="Export" disabled={isEmpty}>
          <Download size={14} aria-hidden />
          <span className={styles.words}>Export</span>
        </Button>
      }
    >
      <MenuItem title="Download the pack (.zip)" onClick={downloadPack} />
      <MenuItem
        title={shown === null ? 'Download this lesson' : `Download ${shown}`}
        disabled={shown === null}
        onClick={() => attempt(downloadLesson)}
      />
      <MenuItem title="Copy a link to the pack" onClick={copyLink} />
    </DropMenu>
  );
}
