import { gatewaysOf, MESH_GATEWAY, type Resource, type ResourceId } from '../istio/index.ts';
import { RefusedError } from '../yaml/index.ts';
import { createDraft } from './draft.ts';
import { perform } from './perform.ts';
import type { Operation, OperationContext } from './types.ts';

/** What would follow from an operation beside what it is about. */
export interface Effect {
  /** How many places would be changed, and in which files. */
  readonly files: readonly string[];
  /** Resources that would no longer be there. */
  readonly gone: readonly Resource[];
  /** VirtualServices that would count for apps in the mesh, which they do not now. */
  readonly meshwide: readonly Resource[];
}

/** Tries an operation without applying it. Gives the reason where it is refused. */
export function effectOf(context: OperationContext, operation: Operation): Effect | RefusedError {
  const draft = createDraft(context);
  try {
    perform(draft, operation);
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
  const { mesh } = draft;
  const inMesh = (resource: Resource) => gatewaysOf(resource, mesh.settings).includes(MESH_GATEWAY);
  const before = [...context.mesh.byId.values()];
  const after = (id: ResourceId) => mesh.byId.get(id);
  return {
    files: [...new Set(draft.changes.map(({ path }) => path))],
    gone: before.filter(({ id }) => !after(id)),
    meshwide: before.filter((resource) => {
      const now = after(resource.id);
      return resource.type === 'VirtualService' && now && !inMesh(resource) && inMesh(now);
    }),
  };
}
