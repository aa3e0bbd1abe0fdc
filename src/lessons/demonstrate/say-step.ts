import type { Mesh, Resource, ResourceId } from '../../istio/index.ts';
import { formatPath, type Path, type YamlValue } from '../../yaml/index.ts';
import { differencesOf, type Difference } from './differences.ts';

/** What a step did, in a plain sentence, and where to look. */
export interface SaidStep {
  readonly sentence: string;
  readonly look?: { readonly resource: ResourceId; readonly path: Path };
}

/** More of them are counted, not told. */
const TOLD = 3;

/** Says what is different in a mesh after one file of it changed. */
export function sayStep(before: Mesh, after: Mesh, file: string): SaidStep {
  const added = after.resources.find(({ id }) => !before.byId.has(id));
  const gone = before.resources.find(({ id }) => !after.byId.has(id));
  if (added && gone && added.type === gone.type)
    return changed(gone, added) ?? { sentence: `${capital(name(added))} takes the place of ${gone.name}.` };
  if (added) return { sentence: `Add the ${name(added)}.`, look: { resource: added.id, path: [] } };
  if (gone) return { sentence: `Remove the ${name(gone)}.` };
  for (const resource of after.resources) {
    const old = before.byId.get(resource.id);
    const said = old && old.value !== resource.value ? changed(old, resource) : undefined;
    if (said) return said;
  }
  return { sentence: inFile(before, after, file) };
}

function changed(before: Resource, after: Resource): SaidStep | undefined {
  const found = differencesOf(before.value, after.value);
  const [first] = found;
  if (!first) return undefined;
  // What was removed is looked for where it was.
  const path = first.after === undefined ? first.path.slice(0, -1) : first.path;
  return { sentence: `${clauses(found)} in the ${name(after)}.`, look: { resource: after.id, path } };
}

/** Files without Kubernetes objects: settings and expectations. */
function inFile(before: Mesh, after: Mesh, file: string): string {
  const valueIn = (mesh: Mesh): YamlValue | undefined =>
    mesh.files.find(({ path }) => path === file)?.documents.find(({ value }) => value !== undefined)?.value;
  const found = differencesOf(valueIn(before) ?? {}, valueIn(after) ?? {});
  return found.length
    ? `${clauses(found)} in ${file}.`
    : `Bring ${file} into shape: comments and layout only.`;
}

const name = ({ kind, name: called }: Resource): string => `${kind} ${called}`.trim();

function clauses(found: readonly Difference[]): string {
  const told = found.slice(0, found.length > TOLD ? TOLD - 1 : TOLD).map(clause);
  const more = found.length - told.length;
  const all = more ? [...told, `change ${more} fields more`] : told;
  const last = all.at(-1) ?? '';
  return capital(all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`);
}

function clause({ path, before, after }: Difference): string {
  const field = `\`${formatPath(path)}\``;
  if (after === undefined) return `remove ${field}`;
  const value = shown(after);
  if (before === undefined) return value === undefined ? `add ${field}` : `set ${field} to ${value}`;
  return value === undefined ? `rewrite ${field}` : `change ${field} to ${value}`;
}

/** A value that fits in a sentence. */
function shown(value: YamlValue): string | undefined {
  if (Array.isArray(value)) {
    const [only] = value;
    return value.length === 1 && only !== undefined && typeof only !== 'object' ? shown(only) : undefined;
  }
  if (typeof value === 'object') return undefined;
  const text = String(value);
  return text.length <= 60 ? `\`${text}\`` : undefined;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
