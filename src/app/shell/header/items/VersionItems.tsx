import { TARGET_VERSIONS } from '../../../../istio/index.ts';
import { CommandMenuItem } from '../../../commands/CommandMenuItem.tsx';
import { MenuChoice, MenuLine } from '../../../controls/index.ts';
import { useSession, useSessionState } from '../../../session.tsx';

const options = TARGET_VERSIONS.toReversed().map((value) => ({ value, title: `Istio ${value}` }));

/** The versions of Istio that a workspace can be meant for. */
export function VersionItems() {
  const session = useSession();
  const version = useSessionState((state) => state.analysis.mesh.settings.targetVersion);
  const choose = (value: string) =>
    session.dispatch({
      type: 'operate',
      operation: { kind: 'set-setting', path: ['targetVersion'], value },
      origin: 'palette',
    });
  return (
    <>
      <MenuChoice
        label="Target Istio version"
        value={version}
        options={options}
        onChange={(value) => value !== version && choose(value)}
      />
      <MenuLine />
      <CommandMenuItem id="workspace.settings" title="Settings…" />
    </>
  );
}
