import { ChevronDown } from 'lucide-react';
import { TARGET_VERSIONS } from '../../../istio/index.ts';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { Button, DropMenu, MenuChoice, MenuLine } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import styles from './VersionMenu.module.css';

const options = TARGET_VERSIONS.toReversed().map((value) => ({ value, title: `Istio ${value}` }));

/** The Istio version that the workspace is meant for, and the way to another. */
export function VersionMenu() {
  const session = useSession();
  const version = useSessionState((state) => state.analysis.mesh.settings.targetVersion);
  const choose = (value: string) =>
    session.dispatch({
      type: 'operate',
      operation: { kind: 'set-setting', path: ['targetVersion'], value },
      origin: 'palette',
    });
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
      <MenuChoice
        label="Target Istio version"
        value={version}
        options={options}
        onChange={(value) => value !== version && choose(value)}
      />
      <MenuLine />
      <CommandMenuItem id="workspace.settings" title="Settings…" />
    </DropMenu>
  );
}
