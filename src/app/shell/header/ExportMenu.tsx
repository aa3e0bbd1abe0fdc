import { ChevronDown } from 'lucide-react';
import { Button, DropMenu } from '../../controls/index.ts';
import { ExportItems } from './menuItems.ts';
import styles from './ExportMenu.module.css';

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
      <ExportItems />
    </DropMenu>
  );
}
