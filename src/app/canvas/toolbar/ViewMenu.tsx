import { Toolbar as Bar } from '@base-ui/react/toolbar';
import { Eye } from 'lucide-react';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { DropMenu, MenuCheck, MenuLine } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { kindsIn } from '../../../topology/index.ts';
import { lookOf } from '../../theme/kinds.ts';
import { isPartial, toggled } from '../view.ts';
import styles from './Toolbar.module.css';

/** What of the mesh is drawn: kinds, collapsed namespaces, the ways of one node. */
export function ViewMenu() {
  const partial = useSessionState(isPartial);
  return (
    <DropMenu
      label="What is shown"
      trigger={
        <Bar.Button
          className={styles.tool}
          data-icon=""
          aria-label={partial ? 'What is shown: a part' : 'What is shown: all'}
          aria-pressed={partial}
          title="What is shown"
        >
          <Eye size={14} aria-hidden />
        </Bar.Button>
      }
    >
      <CommandMenuItem id="canvas.focus" title="Focus on what is selected, or not" />
      <CommandMenuItem id="canvas.collapse" title="Collapse or open its namespace" />
      <CommandMenuItem id="canvas.collapse-all" />
      <CommandMenuItem id="canvas.show-all" />
      <MenuLine />
      <Kinds />
    </DropMenu>
  );
}

function Kinds() {
  const session = useSession();
  const topology = useSessionState((state) => state.analysis.topology);
  const hidden = useSessionState((state) => state.view.hiddenKinds);
  const kinds = new Set([...kindsIn(topology).keys(), ...hidden]);
  return [...kinds].map((kind) => (
    <MenuCheck
      key={kind}
      title={`Show ${lookOf(kind).words}`}
      checked={!hidden.includes(kind)}
      onChange={() => session.dispatch({ type: 'view', view: { hiddenKinds: toggled(hidden, kind) } })}
    />
  ));
}
