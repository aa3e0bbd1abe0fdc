import {
  asList,
  asNumber,
  hostsOf,
  key,
  MESH_GATEWAY,
  member,
  valueAt,
  type Mesh,
  type Resource,
} from '../../../istio/index.ts';
import { meshClaims, ruleGateways, rulesOf, type RouteRule } from '../../../routing/index.ts';
import type { YamlMap } from '../../../yaml/index.ts';
import { addBeside } from '../add-beside.ts';
import type { Draft } from '../../draft.ts';
import { insertItem, setField } from '../../edit-field.ts';
import { nameFor } from '../../templates/names.ts';
import { objectOf } from '../../templates/object.ts';
import { isTo, type ExternalHost } from './external-host.ts';

/** Http rules that sent to the TLS port themselves: they now take the port at which the proxy begins TLS. */
export function followPort(draft: Draft, host: string, http: number, https: number): readonly string[] {
  const changed = new Set<string>();
  for (const resource of draft.mesh.find(key.sendingTo(host))) {
    for (const [rule, index] of httpWays(draft.mesh, resource, host)) {
      const path = [...rule.path, 'route', index, 'destination', 'port', 'number'];
      if (asNumber(valueAt(rule.value, path.slice(3))) !== https) continue;
      setField(draft, resource.id, path, http);
      changed.add(resource.name);
    }
  }
  return [...changed].map(
    (name) =>
      `Rules of ${name} that sent plain requests to port ${https} send them to port ${http} now, where the proxy begins TLS.`,
  );
}

/** Each way of an http rule to a host, by its index. */
const httpWays = (mesh: Mesh, resource: Resource, host: string): readonly (readonly [RouteRule, number])[] =>
  rulesOf(resource)
    .filter(({ section }) => section === 'http')
    .flatMap((rule) =>
      asList(member(rule.value, 'route')).flatMap((route, index) =>
        isTo(mesh, resource, member(route, 'destination'), host) ? [[rule, index] as const] : [],
      ),
    );

/** Has the rules for apps in the mesh send plain requests to the TLS port; makes one where there is none. */
export function routeTo(
  draft: Draft,
  { host, home }: ExternalHost,
  http: number,
  https: number,
  place: { readonly namespace: string; readonly file: string },
): void {
  const { mesh } = draft;
  const owner = meshClaims(mesh, host, home ?? '').find((claim) =>
    hostsOf(claim, mesh.settings).includes(host),
  );
  const destination = { host, port: { number: https } };
  const rule: YamlMap = { match: [{ port: http }], route: [{ destination }] };
  if (!owner) {
    const name = nameFor(mesh, 'VirtualService', place.namespace, host);
    const spec = { hosts: [host], http: [rule] };
    addBeside(draft, place.file, objectOf('VirtualService', place.namespace, name, spec));
    return;
  }
  const ways = httpWays(mesh, owner, host).filter(([each]) =>
    ruleGateways(owner, each, mesh).includes(MESH_GATEWAY),
  );
  for (const [each, index] of ways) {
    const path = [...each.path, 'route', index, 'destination', 'port', 'number'];
    if (asNumber(valueAt(each.value, path.slice(3))) !== https) setField(draft, owner.id, path, https);
  }
  if (ways.length > 0) return;
  const list = valueAt(owner.value, ['spec', 'http']);
  if (Array.isArray(list)) insertItem(draft, owner.id, ['spec', 'http'], list.length, rule);
  else setField(draft, owner.id, ['spec', 'http'], [rule]);
}
