import { CommandMenuItem } from '../../../commands/CommandMenuItem.tsx';
import { MenuItem, MenuLine } from '../../../controls/index.ts';
import { useSession, useSessionState } from '../../../session.tsx';

const RECENT = 6;

/** The other workspaces that are kept, and what was before. */
export function WorkspaceItems() {
  const session = useSession();
  const open = useSessionState((state) => state.workspace.id);
  const workspaces = useSessionState((state) => state.workspaces);
  const recent = workspaces.filter(({ id }) => id !== open).slice(0, RECENT);
  return (
    <>
      {recent.map(({ id, name }) => (
        <MenuItem key={id} title={name} onClick={() => session.dispatch({ type: 'switch-workspace', id })} />
      ))}
      {recent.length > 0 && <MenuLine />}
      <CommandMenuItem id="workspace.new" />
      <CommandMenuItem id="sample.list" />
      <CommandMenuItem id="lesson.list" />
      <CommandMenuItem id="workspace.list" />
      <MenuLine />
      <CommandMenuItem id="workspace.keep-point" />
      <CommandMenuItem id="workspace.restore-points" />
    </>
  );
}
