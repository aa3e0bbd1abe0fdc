import { ChevronDown } from 'lucide-react';
import { DropMenu, IconButton } from '../../controls/index.ts';
import { WorkspaceItems } from './menuItems.ts';
import styles from './Breadcrumb.module.css';

/** Beside the workspace's name. */
export function WorkspaceMenu() {
  return (
    <DropMenu
      label="Workspaces"
      align="start"
      trigger={
        <IconButton label="Workspaces" className={styles.switch}>
          <ChevronDown size={14} aria-hidden />
        </IconButton>
      }
    >
      <WorkspaceItems />
    </DropMenu>
  );
}
