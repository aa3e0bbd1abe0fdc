import type { Mesh, Resource } from '../../istio/index.ts';

/** The file in which a new resource stands beside those it belongs to, the first that is in one of its own; else that name. */
export function fileBeside(mesh: Mesh, near: readonly (Resource | undefined)[], otherwise: string): string {
  const written = (resource: Resource | undefined) => resource !== undefined && !resource.assumed;
  return (near.find(written) ?? mesh.resources.find(written))?.source.file ?? otherwise;
}
