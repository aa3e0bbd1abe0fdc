import { useSession, useSessionState } from '../../session.tsx';
import { NameForm } from './NameForm.tsx';
import { resourceNameObjection } from './names.ts';
import type { DialogProps } from './types.ts';

export function RenameResourceDialog({ target, onClose }: DialogProps) {
  const session = useSession();
  const mesh = useSessionState((state) => state.analysis.mesh);
  const selected = useSessionState((state) => state.selection?.resource);
  const resource = mesh.byId.get(target ?? selected ?? '');
  if (!resource) return null;
  const { id, kind, type, name, namespace } = resource;
  const others = mesh.resources.filter(
    (other) => other.type === type && other.namespace === namespace && other.id !== id,
  );
  const objection = (to: string) =>
    resourceNameObjection(to) ??
    (others.some((other) => other.name === to) ? `There is a ${kind} of this name in the namespace.` : null);
  return (
    <NameForm
      title={`Rename ${name}`}
      description={`This ${kind} gets the new name, and so does every resource of the workspace that calls it by name.`}
      label="Name"
      value={name}
      objection={objection}
      submit="Rename"
      onSubmit={(to) =>
        to === name ||
        session.dispatch({
          type: 'operate',
          operation: { kind: 'rename-resource', resource: id, name: to },
          origin: 'palette',
        })
      }
      onClose={onClose}
    />
  );
}
