import { useSession, useSessionState } from '../../session.tsx';
import { Confirm } from './Confirm.tsx';
import { ResourceNames } from './ResourceNames.tsx';
import type { DialogProps } from './types.ts';

export function DeleteFileDialog({ target, onClose }: DialogProps) {
  const session = useSession();
  const active = useSessionState((state) => state.activeFile);
  const path = target ?? active;
  const resources = useSessionState(
    (state) => state.analysis.mesh.files.find((file) => file.path === path)?.resources,
  );
  if (path === null) return null;
  const count = resources?.length ?? 0;
  return (
    <Confirm
      title={`Delete ${path}?`}
      description={
        count === 0
          ? 'The file holds no resources. Undo brings it back.'
          : `${count === 1 ? 'Its resource goes' : `Its ${count} resources go`} with it. Undo brings the file back.`
      }
      submit="Delete the file"
      danger
      onSubmit={() => session.dispatch({ type: 'delete-file', path })}
      onClose={onClose}
    >
      {resources && <ResourceNames resources={resources} />}
    </Confirm>
  );
}
