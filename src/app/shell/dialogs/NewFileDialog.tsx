import { useSession, useSessionState } from '../../session.tsx';
import { freeName } from '../../commands/freeName.ts';
import { NameForm } from './NameForm.tsx';
import { filePathObjection } from './names.ts';
import type { DialogProps } from './types.ts';

export function NewFileDialog({ onClose }: DialogProps) {
  const session = useSession();
  const files = useSessionState((state) => state.workspace.files);
  const taken = files.map(({ path }) => path);
  const stems = new Set(taken.map((path) => path.replace(/\.yaml$/, '')));
  return (
    <NameForm
      title="New file"
      label="Name"
      hint="Folders are written with “/”."
      value={`${freeName('mesh', stems)}.yaml`}
      objection={(path) => filePathObjection(path, taken)}
      submit="Add the file"
      onSubmit={(path) => session.dispatch({ type: 'new-file', path })}
      onClose={onClose}
    />
  );
}
