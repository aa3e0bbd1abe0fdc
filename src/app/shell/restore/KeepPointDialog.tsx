import { useSession } from '../../session.tsx';
import { NameForm } from '../dialogs/NameForm.tsx';
import type { DialogProps } from '../dialogs/types.ts';

/** Asks for a restore point's name, and keeps it. */
export function KeepPointDialog({ onClose }: Pick<DialogProps, 'onClose'>) {
  const session = useSession();
  return (
    <NameForm
      title="Keep a restore point"
      description="How all files are now, to go back to. It stays until you remove it."
      label="Name"
      value=""
      objection={(name) => (name === '' ? 'A restore point needs a name.' : null)}
      submit="Keep"
      onSubmit={(name) => session.dispatch({ type: 'keep-restore-point', name })}
      onClose={onClose}
    />
  );
}
