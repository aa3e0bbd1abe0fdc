import { Layers } from 'lucide-react';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { Button, DropMenu, MenuItem, MenuLine } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { takeAndTell } from '../takeAndTell.ts';
import styles from './Head.module.css';

/** What is done with the states of the step that the caret is in. */
export function StepMenu({ disabled }: { disabled: boolean }) {
  const session = useSession();
  const name = useSessionState((state) => state.workspace.name);
  return (
    <DropMenu
      label="States of this step"
      trigger={
        <Button aria-label="States of this step" data-tip="States of this step" disabled={disabled}>
          <Layers size={14} aria-hidden />
          <span className={styles.words}>States</span>
        </Button>
      }
    >
      <CommandMenuItem id="author.try" />
      <CommandMenuItem id="author.solution" />
      <MenuLine />
      <MenuItem title={`Take “${name}” as this step’s start`} onClick={() => takeAndTell(session, 'start')} />
      <MenuItem
        title={`Take “${name}” as this step’s solution`}
        onClick={() => takeAndTell(session, 'solution')}
      />
    </DropMenu>
  );
}
