import { useSession, useSessionState } from '../../session.tsx';
import { NameForm } from './NameForm.tsx';
import { filePathObjection } from './names.ts';
import type { DialogProps } from './types.ts';

export function RenameFileDialog({ target, onClose }: DialogProps) {
  const session = useSession();
  const files = useSessionState((state) => state.workspace.files);
  const active = useSessionState((state) => state.activeFile);
  const path = target ?? active;
  if (path === null) return null;
  const others = files.map((file) => file.path).filter((other) => other !== path);
  return (
    <NameForm
      title="Rename the file"
      label="Name"
      hint="Folders are written with “/”."
      value={path}
      objection={(to) => filePathObjection(to, others)}
      submit="Rename"
      onSubmit={(to) => to === path || session.dispatch({ type: 'rename-file', path, to })}
      onClose={onClose}
    />
  );
}
