import { compareAge, type Mesh, type Resource, type ResourceId } from '../../istio/index.ts';
import { changedFields, type FieldChange } from './changed-fields.ts';
import { longestRising } from './longest-rising.ts';

/** A resource that is not as it was. */
export interface ResourceDifference {
  readonly id: ResourceId;
  /** `moved`: it says the same, and stands before or after others than it did, which counts where two claim the same. */
  readonly how: 'added' | 'removed' | 'changed' | 'moved';
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
  /** Of one that changed. */
  readonly fields: readonly FieldChange[];
}

/** The resources in which two meshes differ, wherever their files lie: in the order of the mesh after, then what is gone. */
export function changedResources(before: Mesh, after: Mesh): readonly ResourceDifference[] {
  const moved = movedIds(before, after);
  const there = after.resources.flatMap((resource): readonly ResourceDifference[] => {
    const old = sameIn(before, resource);
    const both = { id: resource.id, before: old, after: resource };
    if (!old) return [{ ...both, how: 'added', fields: [] }];
    const fields = old.value === resource.value ? [] : changedFields(old.value, resource.value);
    if (fields.length) return [{ ...both, how: 'changed', fields }];
    return moved.has(resource.id) ? [{ ...both, how: 'moved', fields }] : [];
  });
  const gone = before.resources
    .filter((resource) => !sameIn(after, resource))
    .map((resource): ResourceDifference => ({
      id: resource.id,
      how: 'removed',
      before: resource,
      after: undefined,
      fields: [],
    }));
  return [...there, ...gone];
}

/** The same resource of the other mesh; what has become a patch is no resource any more. */
function sameIn(mesh: Mesh, { id, patch }: Resource): Resource | undefined {
  const found = mesh.byId.get(id);
  return found?.patch === patch ? found : undefined;
}

/** Of those that both hold, the fewest that must have moved for the order to be another. */
function movedIds(before: Mesh, after: Mesh): ReadonlySet<ResourceId> {
  const ordered = (mesh: Mesh, other: Mesh): readonly ResourceId[] =>
    mesh.resources
      .filter(({ id, modelled, patch }) => modelled && !patch && other.byId.has(id))
      .toSorted(compareAge)
      .map(({ id }) => id);
  const now = ordered(after, before);
  const place = new Map(ordered(before, after).map((id, index) => [id, index]));
  const stayed = longestRising(now.map((id) => place.get(id) ?? -1));
  return new Set(now.filter((_, index) => !stayed.has(index)));
}
