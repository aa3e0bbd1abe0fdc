import { lazy, Suspense } from 'react';
import { useShortcuts } from '../commands/useShortcuts.ts';
import { popupRoot } from '../controls/index.ts';
import { useThemeOnDocument } from '../theme/useTheme.ts';
import { DialogHost } from './dialogs/DialogHost.tsx';
import { Header } from './header/Header.tsx';
import { Layout } from './layout/Layout.tsx';
import { Notices } from './notices/Notices.tsx';
import { ProgressBar } from './notices/ProgressBar.tsx';
import { Incoming } from './opening/Incoming.tsx';
import { useSessionState } from '../session.tsx';
import { useIdle } from './useIdle.ts';
import { useTitle } from './useTitle.ts';
import styles from './App.module.css';

const Tooltips = lazy(() => import('../controls/Tooltips.tsx'));

const keepPopupRoot = (element: HTMLDivElement | null) => {
  popupRoot.current = element;
};

/** The whole screen. */
export function App() {
  useThemeOnDocument();
  useShortcuts();
  useTitle();
  // The kept work and the sizes of the panes come a moment later; drawing before would make everything jump.
  const ready = useSessionState((state) => state.ready);
  const later = useIdle();
  if (!ready) return null;
  return (
    <>
      <div className={styles.app}>
        <Header />
        <main className={styles.main}>
          <Layout />
          <div ref={keepPopupRoot} className={styles.popups} />
        </main>
        <ProgressBar />
        <Notices />
      </div>
      <Incoming />
      <DialogHost />
      <Suspense fallback={null}>{later && <Tooltips />}</Suspense>
    </>
  );
}
