import {
  asList,
  asMap,
  asText,
  key,
  member,
  namespaceOf,
  resolveHost,
  type Mesh,
  type Resource,
} from '../../istio/index.ts';
import { rulesOf, type RouteRule } from '../../routing/index.ts';
import { formatPath, type Path, type YamlMap } from '../../yaml/index.ts';

/** A rule that sends to a host. */
export interface Sender {
  readonly resource: Resource;
  readonly rule: RouteRule;
  /** All its destinations as they are written; those of the host by their indexes. */
  readonly routes: readonly YamlMap[];
  readonly toHost: readonly number[];
}

/** Every rule that sends to a host, delegates' too, in the order of the files; mirrors are no destinations. */
export function sendersTo(mesh: Mesh, host: string): readonly Sender[] {
  return mesh.find(key.sendingTo(host)).flatMap((resource) => sendersIn(mesh, resource, host));
}

function sendersIn({ settings }: Mesh, resource: Resource, host: string): readonly Sender[] {
  const namespace = namespaceOf(resource, settings);
  const isMeant = (route: YamlMap) => {
    const written = asText(member(route['destination'], 'host')) ?? '';
    return resolveHost(written, namespace, settings.clusterDomain) === host;
  };
  return rulesOf(resource).flatMap((rule) => {
    const routes = asList(member(rule.value, 'route')).map((route) => asMap(route) ?? {});
    const toHost = routes.flatMap((route, index) => (isMeant(route) ? [index] : []));
    return toHost.length > 0 ? [{ resource, rule, routes, toHost }] : [];
  });
}

/** What a rule is ticked by in a question: its resource and its place. */
export const ruleKey = (resource: Resource, path: Path): string => `${resource.id} ${formatPath(path)}`;
