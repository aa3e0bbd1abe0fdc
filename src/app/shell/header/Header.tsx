import { lazy, Suspense } from 'react';
import { FolderOpen, Redo2, Search, Undo2 } from 'lucide-react';
import { useCommand } from '../../commands/useCommand.ts';
import { Button } from '../../controls/index.ts';
import { useSessionState } from '../../session.tsx';
import { Breadcrumb } from './Breadcrumb.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { HistoryButton } from './HistoryButton.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { SaveMark } from './SaveMark.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import { VersionMenu } from './VersionMenu.tsx';
import styles from './Header.module.css';

// Only where the workspace is a folder of the disk.
const FolderMark = lazy(async () => ({ default: (await import('../../folder/chunk.ts')).FolderMark }));

/** The row over everything: where one is, and what concerns the workspace as a whole. */
export function Header() {
  const palette = useCommand('view.palette');
  const open = useCommand('file.open');
  const undo = useSessionState((state) => state.undo);
  const redo = useSessionState((state) => state.redo);
  const inFolder = useSessionState((state) => state.folder !== null);
  return (
    <header className={styles.header}>
      <img className={styles.logo} src="./meshwright.svg" alt="" width={21} height={21} />
      <h1 className={styles.name}>Meshwright</h1>
      <Breadcrumb />
      <Suspense fallback={null}>{inFolder && <FolderMark />}</Suspense>
      <SaveMark />
      <VersionMenu />
      <div className={styles.actions}>
        <HistoryButton id="edit.undo" step={undo} icon={<Undo2 size={15} aria-hidden />} />
        <HistoryButton id="edit.redo" step={redo} icon={<Redo2 size={15} aria-hidden />} />
        <Button
          className={styles.search}
          aria-label="Search or run a command"
          aria-keyshortcuts={palette.ariaKeys}
          onClick={palette.run}
        >
          <Search size={14} aria-hidden className={styles.searchIcon} />
          <span className={styles.words}>Search or run…</span>
          <kbd className={styles.keys}>{palette.keys}</kbd>
        </Button>
        <ThemeMenu />
        <Button
          className={styles.open}
          aria-label="Open…"
          aria-keyshortcuts={open.ariaKeys}
          onClick={open.run}
        >
          <FolderOpen size={14} aria-hidden className={styles.openIcon} />
          <span className={styles.words}>Open…</span>
        </Button>
        <ExportMenu />
        <MoreMenu />
      </div>
    </header>
  );
}
