import {
  asText,
  type Field,
  key,
  type Mesh,
  namespaceOf,
  resolveHost,
  type Resource,
} from '../../../istio/index.ts';
import { hasNames, namesFor } from '../../../language/index.ts';
import type { Path } from '../../../yaml/index.ts';
import type { Suggestion } from '../../controls/SuggestField.tsx';
import { valueAt } from './path.ts';

/** Whether an input should offer names at all. */
export function suggests(field: Field): boolean {
  return hasNames(field) || (field.kind === 'string' && field.suggestions !== undefined);
}

/** What may be meant at a place: the schema's own suggestions, then names that the workspace knows. Without doubles. */
export function suggestionsFor(
  mesh: Mesh,
  resource: Resource,
  field: Field,
  path: Path,
): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  const own = field.kind === 'string' ? (field.suggestions ?? []) : [];
  for (const value of own) found.set(value, { value });
  const { type, value } = resource;
  const textAt = (at: Path) => {
    const here = valueAt(value, at);
    return typeof here === 'number' ? String(here) : asText(here);
  };
  const place = { mesh, field, path, type, namespace: namespaceOf(resource, mesh.settings), textAt };
  for (const { name, from } of namesFor(place))
    if (!found.has(name)) found.set(name, { value: name, ...(from && { note: from }) });
  return [...found.values()];
}

/** The full name that a host in a resource stands for. */
export const fullHost = (mesh: Mesh, resource: Resource, host: string): string =>
  resolveHost(host, namespaceOf(resource, mesh.settings), mesh.settings.clusterDomain);

/** What a written host is in the workspace, in words; undefined when no file says. */
export function whatHostIs(mesh: Mesh, resource: Resource, host: string): string | undefined {
  const full = fullHost(mesh, resource, host);
  const entry = mesh.find(key.host('ServiceEntry', full))[0];
  if (entry) return entry.id === resource.id ? undefined : `Matches ServiceEntry ${entry.name}`;
  const service = mesh.find(key.host('Service', full))[0];
  return service && `Matches Service ${service.name} in ${namespaceOf(service, mesh.settings)}`;
}
