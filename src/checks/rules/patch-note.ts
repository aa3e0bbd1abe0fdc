import { key, namespaceOf, type Mesh, type Resource, type ResourceId } from '../../istio/index.ts';
import type { Finding } from '../finding.ts';
import { say } from '../say.ts';

/** Of each patch of a kustomization: what it is, and where the resource is that it is merged into. */
export function patchNotes(mesh: Mesh): ReadonlyMap<ResourceId, readonly Finding[]> {
  if (mesh.patches.size === 0) return NOTHING;
  const patches = mesh.files.flatMap(({ patch, resources }) => (patch ? resources : []));
  return new Map(patches.filter(({ stale }) => !stale).map((patch) => [patch.id, [noted(patch, mesh)]]));
}

const NOTHING: ReadonlyMap<ResourceId, readonly Finding[]> = new Map();

function noted(patch: Resource, mesh: Mesh): Finding {
  const { kind, name, type } = patch;
  const [whole] = mesh.find(key.name(type, namespaceOf(patch, mesh.settings), name));
  const into = whole
    ? `the ${kind} ${name} of ${whole.source.file}. Picture and requests show that as it stands there, without what is patched`
    : `a ${kind} that no file here holds under this name, so nothing of it is shown`;
  const path = ['metadata', 'name'];
  return say('MW0013', { path }, `Kustomize merges this patch into ${into}.`);
}
