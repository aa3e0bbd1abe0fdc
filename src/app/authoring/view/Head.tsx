import { ArrowLeft, Play, Redo2, Undo2 } from 'lucide-react';
import { useCommand } from '../../commands/useCommand.ts';
import { formatKeys } from '../../commands/keys.ts';
import { isMac } from '../../commands/platform.ts';
import { Button, IconButton } from '../../controls/index.ts';
import { ThemeMenu } from '../../shell/header/ThemeMenu.tsx';
import { useAuthor } from '../useShown.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { PackMenu, type PackMenuProps } from './PackMenu.tsx';
import { StepMenu } from './StepMenu.tsx';
import styles from './Head.module.css';

const SAVED = {
  saved: 'saved in this browser',
  saving: 'saving…',
  failed: 'could not be saved',
  'other-tab': 'not saved',
} as const;

/** Which pack it is, whether it is kept, and what is done with it as a whole. */
export function Head(props: PackMenuProps) {
  const close = useCommand('author.close');
  const tryHere = useCommand('author.try');
  const saving = useAuthor((state) => state.saving);
  const [undo, redo] = [useAuthor((state) => state.undo), useAuthor((state) => state.redo)];
  const draft = useAuthor((state) => state.draft);
  const hasLesson = useAuthor(({ pack, path }) =>
    pack.lessons.some(({ file, lesson }) => file.path === path && lesson),
  );
  return (
    <div className={styles.head}>
      <Button
        className={styles.close}
        onClick={close.run}
        aria-label="Back to the workspace"
        data-tip="Back to the workspace"
      >
        <ArrowLeft size={14} aria-hidden />
        <span className={styles.words}>Workspace</span>
      </Button>
      <h1 className={styles.title}>Write lessons</h1>
      <PackMenu {...props} />
      <span
        className={styles.saved}
        data-state={saving.kind}
        title={saving.kind === 'failed' ? saving.message : undefined}
      >
        {SAVED[saving.kind]}
      </span>
      <span role="alert" className="visually-hidden">
        {saving.kind === 'failed' && `What you write could not be saved. ${saving.message}`}
      </span>
      <div className={styles.actions}>
        <IconButton
          framed
          label={undo === null ? 'Undo' : `Undo: ${undo}`}
          keys={formatKeys('Mod+Z', isMac)}
          aria-disabled={undo === null}
          onClick={() => draft.undo()}
        >
          <Undo2 size={15} aria-hidden />
        </IconButton>
        <IconButton
          framed
          label={redo === null ? 'Redo' : `Redo: ${redo}`}
          keys={formatKeys('Mod+Shift+Z', isMac)}
          aria-disabled={redo === null}
          onClick={() => draft.redo()}
        >
          <Redo2 size={15} aria-hidden />
        </IconButton>
        <ThemeMenu />
        <ExportMenu />
        <StepMenu disabled={!hasLesson} />
        <Button
          look="primary"
          disabled={!hasLesson}
          onClick={tryHere.run}
          aria-label="Try this step"
          data-tip="Open it as a learner has it"
        >
          <Play size={13} aria-hidden />
          <span className={styles.words}>Try this step</span>
        </Button>
      </div>
    </div>
  );
}
