import { ChevronDown } from 'lucide-react';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { Button, DropMenu, MenuLine } from '../../controls/index.ts';
import styles from './ExportMenu.module.css';

/** The ways to take the work away. */
export function ExportMenu() {
  return (
    <DropMenu
      label="Export YAML"
      trigger={
        <Button look="primary" className={styles.button}>
          <span>
            Export<span className={styles.long}> YAML</span>
          </span>
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      <CommandMenuItem id="export.copy" />
      <CommandMenuItem id="export.copy-all" />
      <MenuLine />
      <CommandMenuItem id="export.download" />
      <CommandMenuItem id="export.download-all" />
      <MenuLine />
      <CommandMenuItem id="export.commit" />
      <CommandMenuItem id="export.patch" />
      <MenuLine />
      <CommandMenuItem id="export.picture" />
      <CommandMenuItem id="export.embed" />
    </DropMenu>
  );
}
