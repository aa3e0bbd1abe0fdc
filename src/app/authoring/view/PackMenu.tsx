import { ChevronDown } from 'lucide-react';
import { tellFailure } from '../../commands/tellFailure.ts';
import { Button, DropMenu, MenuItem, MenuLine } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { newDraft, openDraft, titleOf } from '../author.ts';
import { useAuthor } from '../useShown.ts';
import type { OpenAuthorDialog } from './dialogs/AuthorDialog.tsx';
import { pickFiles, type TakeIn } from './pick.ts';
import styles from './Head.module.css';

export interface PackMenuProps {
  onDialog: (dialog: OpenAuthorDialog) => void;
  onImport: TakeIn;
}

/** The pack that is open, and the others that are written in this browser. */
export function PackMenu({ onDialog, onImport }: PackMenuProps) {
  const session = useSession();
  const title = useAuthor(({ pack }) => titleOf(pack));
  const drafts = useAuthor((state) => state.drafts);
  const id = useAuthor((state) => state.id);
  const others = drafts.filter((draft) => draft.id !== id);
  const failed = tellFailure(session, 'The pack could not be opened');
  return (
    <DropMenu
      label="Packs"
      align="start"
      trigger={
        <Button className={styles.pack} aria-label={`Pack: ${title}`}>
          <span>{title}</span>
          <ChevronDown size={13} aria-hidden />
        </Button>
      }
    >
      {others.map((draft) => (
        <MenuItem
          key={draft.id}
          title={`Open ${draft.title} (${draft.lessons === 1 ? '1 lesson' : `${draft.lessons} lessons`})`}
          onClick={() => void openDraft(draft.id).catch(failed)}
        />
      ))}
      {others.length > 0 && <MenuLine />}
      <MenuItem title="Rename this pack…" onClick={() => onDialog({ dialog: 'pack-title' })} />
      <MenuItem title="New pack" onClick={() => void newDraft([]).catch(failed)} />
      <MenuItem title="Import a pack or lessons…" onClick={() => pickFiles(onImport, false)} />
      <MenuItem title="Import a folder…" onClick={() => pickFiles(onImport, true)} />
      <MenuLine />
      <MenuItem
        title="Delete this pack…"
        danger
        disabled={!drafts.some((draft) => draft.id === id)}
        onClick={() => onDialog({ dialog: 'delete-pack' })}
      />
    </DropMenu>
  );
}
