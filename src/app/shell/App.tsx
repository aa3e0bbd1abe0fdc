import { lazy, Suspense, useEffect } from 'react';
import { useShortcuts } from '../commands/useShortcuts.ts';
import { popupRoot } from '../controls/index.ts';
import { useThemeOnDocument } from '../theme/useTheme.ts';
import { DialogHost } from './dialogs/DialogHost.tsx';
import { Header } from './header/Header.tsx';
import { Layout } from './layout/Layout.tsx';
import { useLinks } from './links/useLinks.ts';
import { Notices } from './notices/Notices.tsx';
import { ProgressBar } from './notices/ProgressBar.tsx';
import { Incoming } from './opening/Incoming.tsx';
import { presentStore } from '../present/presentStore.ts';
import { usePresentedBefore } from '../present/usePresentedBefore.ts';
import { useFolder } from '../folder/useFolder.ts';
import { authoringStore } from '../authoring/where.ts';
import { useSessionState } from '../session.tsx';
import { useStore } from '../useStore.ts';
import { whenIdle } from '../whenIdle.ts';
import { useAtRest } from './useAtRest.ts';
import { useTitle } from './useTitle.ts';
import styles from './App.module.css';

const AuthoringView = lazy(async () => ({ default: (await import('../authoring/chunk.ts')).AuthoringView }));
const AwayBar = lazy(async () => ({ default: (await import('../authoring/chunk.ts')).AwayBar }));
const Tooltips = lazy(() => import('../controls/Tooltips.tsx'));

const keepPopupRoot = (element: HTMLDivElement | null) => {
  popupRoot.current = element;
};

/** The whole screen. `onDrawn` is called once the first picture stands and what comes right after it has been asked for. */
export function App({ onDrawn }: { onDrawn: () => void }) {
  useThemeOnDocument();
  useShortcuts();
  useTitle();
  // The kept work and the sizes of the panes come a moment later; drawing before would make everything jump.
  const ready = useSessionState((state) => state.ready);
  usePresentedBefore(ready);
  const presenting = useStore(presentStore, ({ now }) => now !== null);
  const writing = useStore(authoringStore, ({ where }) => where);
  useLinks(ready);
  useFolder(ready);
  const later = useAtRest();
  useEffect(() => {
    if (!ready) return;
    // The panes ask for Monaco in the first idle moment; this is the one after it.
    return whenIdle(() => void whenIdle(onDrawn));
  }, [ready, onDrawn]);
  if (!ready) return null;
  return (
    <>
      <div className={styles.app}>
        {writing === 'away' && !presenting && (
          <Suspense fallback={null}>
            <AwayBar />
          </Suspense>
        )}
        {writing !== 'open' && !presenting && <Header />}
        <main className={styles.main}>
          {writing === 'open' ? (
            <Suspense fallback={null}>
              <AuthoringView />
            </Suspense>
          ) : (
            <Layout />
          )}
          <div ref={keepPopupRoot} className={styles.popups} />
        </main>
        <ProgressBar />
        <Notices />
      </div>
      {writing !== 'open' && <Incoming />}
      <DialogHost />
      <Suspense fallback={null}>{later && <Tooltips />}</Suspense>
    </>
  );
}
