import { ChevronDown } from 'lucide-react';
import { Button, DropMenu } from '../../controls/index.ts';
import { useSessionState } from '../../session.tsx';
import { VersionItems } from './menuItems.ts';
import styles from './VersionMenu.module.css';

/** The Istio version that the workspace is meant for, and the way to another. */
export function VersionMenu() {
  const version = useSessionState((state) => state.analysis.mesh.settings.targetVersion);
  return (
    <DropMenu
      label="Target Istio version"
      align="start"
      trigger={
        <Button
          look="quiet"
          size="small"
          className={styles.version}
          aria-label={`Target version: Istio ${version}`}
          title="The Istio that these files are meant for: forms, completion and problems follow it"
        >
          Istio {version}
          <ChevronDown size={13} aria-hidden />
        </Button>
      }
    >
      <VersionItems />
    </DropMenu>
  );
}
