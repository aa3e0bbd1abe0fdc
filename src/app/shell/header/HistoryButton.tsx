import type { ReactNode } from 'react';
import { useCommand } from '../../commands/useCommand.ts';
import { IconButton } from '../../controls/index.ts';

/** Undo or redo; its tooltip names the step. */
export function HistoryButton({ id, step, icon }: { id: string; step: string | null; icon: ReactNode }) {
  const command = useCommand(id);
  return (
    <IconButton
      framed
      label={step === null ? command.title : `${command.title}: ${step}`}
      keys={command.keys}
      aria-keyshortcuts={command.ariaKeys}
      // Not `disabled`: a button that goes dead under the finger loses the focus.
      aria-disabled={!command.enabled}
      onClick={command.run}
    >
      {icon}
    </IconButton>
  );
}
