import type { Mesh, Resource } from '../../istio/index.ts';

/** A file of its own for a resource, beside the one it stands in, in the way that its neighbours are called. */
export function fileFor(
  mesh: Mesh,
  { kind, name, source }: Pick<Resource, 'kind' | 'name' | 'source'>,
): string {
  const folder = source.file.slice(0, source.file.lastIndexOf('/') + 1);
  const end = /\.ya?ml$/i.exec(source.file)?.[0] ?? '.yaml';
  const taken = new Set(mesh.files.map(({ path }) => path));
  const stem = (name || kind).toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-');
  const [plain, long] = [`${folder}${stem}${end}`, `${folder}${stem}-${kind.toLowerCase()}${end}`];
  if (!taken.has(plain)) return plain;
  if (!taken.has(long)) return long;
  let next = 2;
  while (taken.has(`${folder}${stem}-${kind.toLowerCase()}-${next}${end}`)) next++;
  return `${folder}${stem}-${kind.toLowerCase()}-${next}${end}`;
}
