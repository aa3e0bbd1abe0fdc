import { useCallback, useEffect, useState } from 'react';
import { browserPage, type Dropped } from '../../../browser/index.ts';
import { matches } from '../../commands/keys.ts';
import { isMac } from '../../commands/platform.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { Button } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { DropOverlay } from '../../shell/opening/DropOverlay.tsx';
import { readAll } from '../../shell/opening/readAll.ts';
import { useDrop } from '../../shell/opening/useDrop.ts';
import { author, leaveAuthor, saveOver, startAuthor, takeOthers } from '../author.ts';
import { importFiles } from '../import.ts';
import { tryLessons } from '../trials.ts';
import { useAuthor } from '../useShown.ts';
import type { OpenedFile } from '../../../session/index.ts';
import { Empty } from './Empty.tsx';
import { Head } from './Head.tsx';
import { AuthorDialog, type OpenAuthorDialog } from './dialogs/AuthorDialog.tsx';
import { Panes } from './Panes.tsx';
import styles from './AuthoringView.module.css';

/** Where lessons are written: the pack, the text of a lesson, what learners see of it, and whether its steps can be taught. */
export function AuthoringView() {
  const session = useSession();
  const ready = useAuthor((state) => state.ready);
  const isEmpty = useAuthor(({ pack, path }) => pack.lessons.length === 0 && path === null);
  const [dialog, setDialog] = useState<OpenAuthorDialog | null>(null);
  useEffect(() => {
    void startAuthor();
    return browserPage.onLeave(leaveAuthor);
  }, []);
  useTrials();
  useHistoryKeys();
  const take = useCallback(
    (reading: Promise<readonly OpenedFile[]>) =>
      void reading
        .then(importFiles)
        .then((detail) =>
          session.dispatch({
            type: 'notify',
            notice: { about: 'opening', tone: 'info', title: 'Imported', detail },
          }),
        )
        .catch(tellFailure(session, 'That could not be imported')),
    [session],
  );
  const drop = useCallback((dropped: Dropped) => take(readAll(session, dropped)), [session, take]);
  const dragging = useDrop(drop);
  if (!ready) return null;
  return (
    <div className={styles.view} data-pane="authoring">
      <Head onDialog={setDialog} onImport={take} />
      <OtherTab />
      {isEmpty ? (
        <Empty onDialog={setDialog} onImport={take} />
      ) : (
        <Panes onDialog={setDialog} onImport={take} />
      )}
      {dialog && <AuthorDialog key={dialog.dialog} open={dialog} onClose={() => setDialog(null)} />}
      {dragging && <DropOverlay />}
    </div>
  );
}

/** The steps are tried whenever the texts rest. */
function useTrials(): void {
  const pack = useAuthor((state) => state.pack);
  const path = useAuthor((state) => state.path);
  useEffect(() => {
    const lessons = pack.lessons.flatMap(({ lesson }) => lesson ?? []);
    tryLessons(lessons, pack.lessons.find(({ file }) => file.path === path)?.lesson);
  }, [pack, path]);
}

/** Another tab has saved the same pack: neither is overwritten unseen. */
function OtherTab() {
  const saving = useAuthor((state) => state.saving);
  if (saving.kind !== 'other-tab') return null;
  return (
    <div className={styles.banner} role="alert">
      <p>
        {saving.mine
          ? 'Another tab has saved other changes to this pack. Saving here has stopped, so that nothing is overwritten.'
          : 'Another tab has saved changes to this pack. What you see here is older.'}
      </p>
      {saving.mine && (
        <Button size="small" onClick={() => void saveOver()}>
          Keep what is here
        </Button>
      )}
      <Button size="small" onClick={() => void takeOthers()}>
        Show the other tab’s
      </Button>
    </div>
  );
}

/** Undo and redo of the pack, where no field and not the editor has them for itself. */
function useHistoryKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const own =
        target instanceof Element &&
        target.closest('input, textarea, .monaco-editor, [role=dialog], [role=menu]');
      if (own || event.defaultPrevented) return;
      const is = (keys: string) => matches(keys, event, isMac);
      const { draft } = author.get();
      if (is('Mod+Z')) draft.undo();
      else if (is('Mod+Shift+Z') || is('Mod+Y')) draft.redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
