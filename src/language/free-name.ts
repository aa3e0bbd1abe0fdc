import { key, type Mesh } from '../istio/index.ts';

/** `base`, or `base-2`, `base-3` … whichever no resource of the kind has in the namespace. */
export function freeName(mesh: Mesh, kind: string, namespace: string, base: string): string {
  let name = base;
  const within = namespace || mesh.settings.defaultNamespace;
  for (let n = 2; mesh.find(key.name(kind, within, name)).length > 0; n++) name = `${base}-${n}`;
  return name;
}
