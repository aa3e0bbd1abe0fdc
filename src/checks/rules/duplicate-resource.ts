import { namespaceOf, type Mesh, type ResourceId } from '../../istio/index.ts';
import type { Finding } from '../finding.ts';

/** Resources of one kind, namespace and name, after the first: by id. Reads the whole workspace. */
export function duplicateResources(mesh: Mesh): ReadonlyMap<ResourceId, readonly Finding[]> {
  const firsts = new Map<string, string>();
  const found = new Map<ResourceId, readonly Finding[]>();
  for (const resource of mesh.resources) {
    if (resource.name === '') continue;
    const { type, name, source } = resource;
    const namespace = namespaceOf(resource, mesh.settings);
    const key = `${type}/${namespace}/${name}`;
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, source.file);
      continue;
    }
    const where = first === source.file ? 'earlier in this file' : `in ${first}`;
    found.set(resource.id, [
      {
        code: 'MW0108',
        message:
          `There is another ${resource.kind} "${name}" in namespace ${namespace}, ${where}. ` +
          'A cluster keeps only one of them, the one applied last. Rename one, or delete it.',
        path: ['metadata', 'name'],
        at: 'value',
        mends: [{ title: 'Delete this one', steps: [{ kind: 'delete-resource' }] }],
      },
    ]);
  }
  return found;
}
