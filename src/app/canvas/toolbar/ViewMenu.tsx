import { Eye } from 'lucide-react';
import { lazy } from 'react';
import { DropMenu } from '../../controls/index.ts';
import { useSessionState } from '../../session.tsx';
import { isPartial } from '../../../topology/index.ts';
import styles from './Toolbar.module.css';

// Comes with the first menu, as its parts do.
const ViewItems = lazy(() => import('./ViewItems.tsx'));

/** What of the mesh is drawn: kinds, collapsed namespaces, the ways of one node. */
export function ViewMenu() {
  const partial = useSessionState((state) => isPartial(state.view));
  return (
    <DropMenu
      label="What is shown"
      trigger={
        <button
          type="button"
          className={styles.tool}
          data-icon=""
          aria-label={partial ? 'What is shown: a part' : 'What is shown: all'}
          aria-pressed={partial}
          title="What is shown"
        >
          <Eye size={14} aria-hidden />
        </button>
      }
    >
      <ViewItems />
    </DropMenu>
  );
}
