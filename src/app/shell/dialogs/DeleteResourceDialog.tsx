import { useMemo } from 'react';
import { useSession, useSessionState } from '../../session.tsx';
import { Confirm } from './Confirm.tsx';
import { kindLoss } from './kindLoss.ts';
import { referrers } from './referrers.ts';
import { ResourceNames } from './ResourceNames.tsx';
import type { DialogProps } from './types.ts';

/** Deletes a resource, after saying what that means and who speaks of it. */
export function DeleteResourceDialog({ target, onClose }: DialogProps) {
  const session = useSession();
  const analysis = useSessionState((state) => state.analysis);
  const selected = useSessionState((state) => state.selection?.resource);
  const id = target ?? selected ?? '';
  const resource = analysis.mesh.byId.get(id);
  const naming = useMemo(() => referrers(analysis, id), [analysis, id]);
  if (!resource) return null;
  return (
    <Confirm
      title={`Delete ${resource.name}?`}
      description={`${kindLoss[resource.type] ?? `This ${resource.kind} is taken out of ${resource.source.file}.`} Undo brings it back.`}
      submit={`Delete the ${resource.kind}`}
      danger
      onSubmit={() =>
        session.dispatch({
          type: 'operate',
          operation: { kind: 'delete-resource', resource: id },
          origin: 'palette',
        })
      }
      onClose={onClose}
    >
      {naming.length > 0 && (
        <div>
          <p>
            {naming.length === 1 ? 'This resource speaks of it' : 'These resources speak of it'}, and stay as
            they are:
          </p>
          <ResourceNames resources={naming} />
        </div>
      )}
    </Confirm>
  );
}
