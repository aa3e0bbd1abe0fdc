import { ArrowDown, ArrowRight } from 'lucide-react';
import type { Preferences } from '../../../session/index.ts';
import { DropMenu, MenuChoice } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import styles from './Toolbar.module.css';

const OPTIONS: readonly { value: Preferences['flow']; title: string }[] = [
  { value: 'auto', title: 'As the canvas is shaped' },
  { value: 'down', title: 'Top to bottom' },
  { value: 'right', title: 'Left to right' },
];

/** Which way requests run across the picture. */
export function FlowMenu() {
  const session = useSession();
  const flow = useSessionState((state) => state.look.flow ?? state.preferences.flow);
  const down = useSessionState((state) => state.analysis.placed.flow === 'down');
  const Arrow = down ? ArrowDown : ArrowRight;
  return (
    <DropMenu
      label="Direction of flow"
      trigger={
        <button
          type="button"
          className={styles.tool}
          data-icon=""
          aria-label="Direction of flow"
          title="Direction of flow"
        >
          <Arrow size={14} aria-hidden />
        </button>
      }
    >
      <MenuChoice
        label="Direction of flow"
        value={flow}
        options={OPTIONS}
        onChange={(next) => session.dispatch({ type: 'look', look: { flow: next } })}
      />
    </DropMenu>
  );
}
