import {
  asList,
  asNumber,
  asText,
  hostsOf,
  labelsPath,
  member,
  namespaceOf,
  references,
  specOf,
  workloadLabels,
  type Mesh,
  type Resource,
} from '../../istio/index.ts';
import { isWithin, samePath, type Path } from '../../yaml/index.ts';
import type { Pointed } from '../at.ts';
import { namesIn } from '../expectations.ts';
import { meantBy } from './meant.ts';
import type { Meaning } from './meaning.ts';

/** What the pointed name means; null where it is no name that anything else can mean. */
export function meaningOf(
  mesh: Mesh,
  { resource, read: path }: Pick<Pointed, 'resource' | 'read'>,
): Meaning | null {
  if (!resource) return null;
  return declared(mesh, resource, path) ?? named(mesh, resource, path) ?? selected(mesh, resource, path);
}

/** What a resource declares at a path: its own name, a subset, a port, the labels of its pods. */
function declared(mesh: Mesh, resource: Resource, path: Path): Meaning | null {
  const namespace = namespaceOf(resource, mesh.settings);
  const [host] = hostsOf(resource, mesh.settings);
  if (samePath(path, ['metadata', 'name'])) {
    if (resource.type === 'Service') return host === undefined ? null : { kind: 'host', host };
    if (resource.type === 'Namespace') return { kind: 'namespace', name: resource.name };
    return { kind: 'resource', type: resource.type, namespace, name: resource.name };
  }
  const [spec, section, index, last, ...more] = path;
  if (spec === 'spec' && typeof index === 'number' && more.length === 0 && host !== undefined) {
    const item = asList(member(specOf(resource), String(section)))[index];
    const subset = asText(member(item, 'name'));
    if (resource.type === 'DestinationRule' && section === 'subsets' && last === 'name' && subset)
      return { kind: 'subset', host, subset };
    const port = asNumber(member(item, String(last)));
    const isPort = last === (resource.type === 'Service' ? 'port' : 'number') && section === 'ports';
    if (isPort && port !== undefined) return { kind: 'port', host, port };
  }
  const labels = workloadLabels(resource);
  return labels && isWithin(path, labelsPath(resource.type)) ? { kind: 'labels', labels, namespace } : null;
}

function named(mesh: Mesh, resource: Resource, path: Path): Meaning | null {
  for (const naming of namesIn(resource))
    if (samePath(path, naming.path)) return meantBy(mesh, resource, naming);
  return null;
}

/** A selector is one name, whichever of its labels is pointed at. */
function selected({ settings }: Mesh, resource: Resource, path: Path): Meaning | null {
  for (const reference of references(resource, settings)) {
    if (reference.kind !== 'labels' || !isWithin(path, reference.path)) continue;
    const { labels, namespace, host } = reference;
    return { kind: 'labels', labels, namespace, ...(host === undefined ? {} : { host }) };
  }
  return null;
}
