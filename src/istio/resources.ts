import type { ParsedDocument, Path, YamlMap, YamlValue } from '../yaml/index.ts';
import { assumedResources } from './assumed.ts';
import { groupOf, isModelled, typeOf } from './groups.ts';
import { asList, asMap, asText, member } from './read.ts';
import { isExpectationsFile } from './expectations-file.ts';
import { isKustomization } from './kustomization.ts';
import { isScenarioFile } from './own-files.ts';
import { isSettingsFile } from './settings-file.ts';
import type { Resource, ResourceId, ResourceRef } from './types.ts';

/** `List`, or `VirtualServiceList` and the like as `kubectl get virtualservices -o yaml` may print them. */
const isList = (value: YamlMap): boolean =>
  (asText(member(value, 'kind')) ?? '').endsWith('List') && Array.isArray(member(value, 'items'));

/** `Kind/namespace/name`, as the first of its name is called. */
export const resourceName = (ref: ResourceRef): string => `${ref.kind}/${ref.namespace}/${ref.name}`;

/** A name that YAML read as a number or a boolean is still a name to people. */
function nameText(value: YamlValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function resourceAt(file: string, document: number, path: Path, value: YamlMap): Resource {
  const kind = asText(member(value, 'kind')) ?? '';
  const apiVersion = asText(member(value, 'apiVersion')) ?? '';
  const metadata = member(value, 'metadata');
  const namespace = nameText(member(metadata, 'namespace'));
  const name = nameText(member(metadata, 'name'));
  const type = typeOf(apiVersion, kind);
  return {
    id: `${type}/${namespace}/${name}`,
    kind,
    namespace,
    name,
    apiVersion,
    group: groupOf(apiVersion),
    type,
    modelled: isModelled(type),
    value,
    source: { file, document, path },
    stale: false,
  };
}

/**
 * The resources of one document, in order. A `List` is unpacked, however deep; a map without `kind` is no resource, but
 * in the settings file it assumes some. A file of expectations, a scenario and a kustomization hold none. Ids are not yet told apart (`#2`); that takes the whole workspace.
 */
export function resourcesOfDocument(
  file: string,
  index: number,
  document: ParsedDocument,
): readonly Resource[] {
  const found: Resource[] = [];
  if (isExpectationsFile(file) || isScenarioFile(file) || isKustomization(file)) return found;
  const visit = (value: YamlValue | undefined, path: Path): void => {
    const map = asMap(value);
    if (!map) return;
    if (isList(map)) asList(member(map, 'items')).forEach((item, n) => visit(item, [...path, 'items', n]));
    else if (asText(member(map, 'kind'))) found.push(resourceAt(file, index, path, map));
  };
  visit(document.value, []);
  if (isSettingsFile(file)) found.push(...assumedResources(file, index, document.value));
  return found;
}

/** Gives `base`, or `base#2`, `base#3` … whichever is the first not taken, and takes it. */
export function claimId(taken: { has(id: ResourceId): boolean }, base: ResourceId): ResourceId {
  let id = base;
  for (let occurrence = 2; taken.has(id); occurrence++) id = `${base}#${String(occurrence)}`;
  return id;
}

/**
 * The Kubernetes objects of one file, in order. Documents that hold no object, or are broken, give none;
 * `linkMesh` keeps the last good resources of a broken one.
 */
export function resourcesOf(file: string, documents: readonly ParsedDocument[]): readonly Resource[] {
  const taken = new Set<ResourceId>();
  return documents
    .flatMap((document, index) => resourcesOfDocument(file, index, document))
    .map((resource) => {
      const id = claimId(taken, resource.id);
      taken.add(id);
      return id === resource.id ? resource : { ...resource, id };
    });
}
