import { canInstall } from '../../../../browser/index.ts';
import { CommandMenuItem } from '../../../commands/CommandMenuItem.tsx';
import { MenuLine } from '../../../controls/index.ts';
import { useSessionState } from '../../../session.tsx';

/** Looks each time the menu opens: the browser's offer comes when it likes. */
const InstallItem = () => (canInstall() ? <CommandMenuItem id="help.install" /> : null);

/** What is wanted seldom: panes, what was before, other workspaces, help. */
export function MoreItems() {
  const version = useSessionState((state) => state.analysis.mesh.settings.targetVersion);
  return (
    <>
      <CommandMenuItem id="view.toggle-rail" />
      <CommandMenuItem id="view.toggle-form" />
      <CommandMenuItem id="view.toggle-yaml" />
      <CommandMenuItem id="view.toggle-drawer" />
      <CommandMenuItem id="present.start" />
      <MenuLine />
      <CommandMenuItem id="file.revert" />
      <CommandMenuItem id="workspace.restore-points" />
      <MenuLine />
      <CommandMenuItem id="workspace.settings" title={`Settings, target Istio ${version}…`} />
      <CommandMenuItem id="workspace.share" />
      <CommandMenuItem id="workspace.list" />
      <CommandMenuItem id="lesson.list" />
      <CommandMenuItem id="author.open" />
      <CommandMenuItem id="sample.list" />
      <CommandMenuItem id="sample.reset" />
      <MenuLine />
      <CommandMenuItem id="help.tasks" />
      <CommandMenuItem id="help.words" />
      <CommandMenuItem id="help.shortcuts" />
      <CommandMenuItem id="help.problem-codes" />
      <InstallItem />
      <CommandMenuItem id="help.about" />
    </>
  );
}
