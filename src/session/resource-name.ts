import type { Mesh, Resource } from '../istio/index.ts';
import { RefusedError } from '../yaml/index.ts';

/**
 * The resource that a person names as `Kind/namespace/name`, or as `Kind/name` (`Kind//name`) where no namespace is
 * written. Of several with one name, `…#2` is the second. Throws `RefusedError` with what to write instead.
 */
export function findResource(mesh: Mesh, name: string): Resource {
  const exact = mesh.byId.get(name);
  const found = exact ? [exact] : named(mesh, name);
  const [only, another] = found;
  if (!only) throw new RefusedError('not-found', notFound(mesh, name));
  if (another && !exact) {
    throw new RefusedError(
      'duplicate',
      `There are ${found.length} resources called ${name}. Rename one, or edit by hand.`,
    );
  }
  return only;
}

function named(mesh: Mesh, name: string): readonly Resource[] {
  const parts = name.split('/');
  const [kind, namespace, own] = parts.length === 2 ? [parts[0], '', parts[1]] : parts;
  if (parts.length < 2 || parts.length > 3 || !kind || !own) {
    const how = 'Write Kind/namespace/name, or Kind/name where no namespace is written.';
    throw new RefusedError('not-found', `"${name}" names no resource. ${how}`);
  }
  return mesh.resources.filter(
    (resource) =>
      (resource.kind === kind || resource.type === kind) &&
      resource.namespace === namespace &&
      resource.name === own,
  );
}

function notFound(mesh: Mesh, name: string): string {
  const own = name.slice(name.lastIndexOf('/') + 1);
  const near = mesh.resources
    .filter((resource) => resource.name === own)
    .map(({ id }) => id.replace('//', '/'));
  const all = mesh.resources.map(({ id }) => id.replace('//', '/'));
  if (near.length > 0) return `There is no ${name} here. Did you mean ${near.slice(0, 3).join(' or ')}?`;
  if (all.length === 0) return `There is no ${name} here: no resource could be read.`;
  return `There is no ${name} here. There ${all.length === 1 ? 'is' : 'are'} ${all.slice(0, 5).join(', ')}${all.length > 5 ? ' …' : ''}.`;
}
