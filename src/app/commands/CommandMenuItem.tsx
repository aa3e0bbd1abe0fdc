import { MenuItem } from '../controls/index.ts';
import { useCommand } from './useCommand.ts';

/** A menu's line for a command. */
export function CommandMenuItem({
  id,
  title,
  danger = false,
}: {
  id: string;
  title?: string;
  danger?: boolean;
}) {
  const command = useCommand(id);
  return (
    <MenuItem
      title={title ?? command.title}
      keys={command.keys}
      disabled={!command.enabled}
      danger={danger}
      onClick={command.run}
    />
  );
}
