import { ChevronDown, Folder, FolderSync, FolderX } from 'lucide-react';
import { useEffect } from 'react';
import type { FolderState } from '../../session/index.ts';
import { CommandMenuItem } from '../commands/CommandMenuItem.tsx';
import { panes } from '../commands/panes.ts';
import { Button, DropMenu, MenuItem, MenuLine } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import styles from './Folder.module.css';
import { keeperOf } from './keepers.ts';

/** Beside the workspace's name: how it stands with its folder, and what can be done about it. */
export function FolderMark() {
  const session = useSession();
  const folder = useSessionState((state) => state.folder);
  const asking = folder?.asking === true;

  useEffect(() => {
    if (!asking) return;
    session.dispatch({ type: 'ask-folder', asking: false });
    panes.shell?.openDialog('folder-questions');
  }, [asking, session]);

  if (!folder) return null;
  const { name, access, questions } = folder;
  const keeper = keeperOf(session);
  if (access === 'asks') {
    return (
      <Button
        size="small"
        className={styles.mark}
        title={`The browser asks before the page may use the folder ${name} again. Until then your work is kept in this browser.`}
        onClick={() => void keeper.reconnect()}
      >
        <FolderSync size={14} aria-hidden />
        <span className={styles.words}>Reconnect {name}</span>
      </Button>
    );
  }
  const { words, tone } = stateOf(folder);
  const Icon = access === 'gone' ? FolderX : Folder;
  return (
    <DropMenu
      label={`Folder ${name}`}
      align="start"
      trigger={
        <Button
          look="quiet"
          size="small"
          className={`${styles.mark} ${styles[tone]}`}
          aria-label={`Folder ${name}: ${words}`}
          title={`The folder ${name}. What is not saved there yet is kept in this browser.`}
        >
          <Icon size={14} aria-hidden />
          <span className={styles.words}>{words}</span>
          <ChevronDown size={13} aria-hidden />
        </Button>
      }
    >
      <CommandMenuItem id="folder.save" />
      {questions.length > 0 && (
        <MenuItem title="Decide…" onClick={() => panes.shell?.openDialog('folder-questions')} />
      )}
      <MenuItem title="Look for changes" onClick={() => void keeper.look()} />
      <MenuLine />
      <MenuItem title="About this folder…" onClick={() => panes.shell?.openDialog('folder')} />
      <MenuItem title="Leave the folder" onClick={() => void keeper.leave()} />
    </DropMenu>
  );
}

function stateOf({ access, saving, questions, unsaved, removed }: FolderState) {
  const count = unsaved.size + removed.length;
  if (access === 'gone') return { words: 'not found', tone: 'wrong' } as const;
  if (saving) return { words: 'saving…', tone: 'calm' } as const;
  if (questions.length > 0) return { words: `${questions.length} to decide`, tone: 'wrong' } as const;
  if (count > 0) return { words: `${count} not saved`, tone: 'waits' } as const;
  return { words: 'all saved', tone: 'fine' } as const;
}
