import { asList, gatewaysOf, valueAt, type Mesh, type Resource } from '../../../istio/index.ts';
import { isWithin, type Path } from '../../../yaml/index.ts';
import { gatewayName, type Connection } from './connection.ts';
import type { End } from './ends.ts';

/** A rule does one of these with its requests. */
const ELSE_THAN_ROUTE = ['redirect', 'directResponse', 'delegate'];
const ELSE_THAN_DELEGATE = ['route', 'redirect', 'directResponse'];

/** The meaning of having a way (`…route[1]`, `…mirror`, `…delegate`) start at another rule. */
export function toRule(way: Path, to: End, resource: Resource): Connection {
  if (to.node.kind !== 'VirtualService' || !to.resource)
    return { refusal: 'A way like this starts at a rule of a VirtualService.' };
  const row = to.row ?? (to.node.rows.length === 1 ? to.node.rows[0] : undefined);
  if (!row)
    return { refusal: 'This VirtualService has several rules. Choose the one that it should start at.' };
  if (to.resource.id === resource.id && isWithin(way, row.path))
    return { refusal: `It starts at ${row.label} already.` };
  const isRoute = way.at(-2) === 'route';
  const others = isRoute ? ELSE_THAN_ROUTE : way.at(-1) === 'delegate' ? ELSE_THAN_DELEGATE : [];
  const other = others.find((key) => valueAt(to.resource?.value, [...row.path, key]) !== undefined);
  if (other) return { refusal: `${row.label} does something else with its requests (${other}).` };
  if (!isRoute && row.path[1] !== 'http')
    return { refusal: 'Only an http rule can mirror requests, or delegate them.' };
  const isLast = isRoute && asList(valueAt(resource.value, way.slice(0, -1))).length === 1;
  const loss = isLast ? '; the rule before goes, as nothing is left in it' : '';
  return {
    operation: { kind: 'move-way', resource: resource.id, path: way, to: to.resource.id, rule: row.path },
    words: `Starts at ${row.label} instead${loss}`,
  };
}

/** The meaning of having a Gateway let requests in to another VirtualService. */
export function toBound(
  path: Path,
  to: End,
  gateway: Resource | undefined,
  { resource, mesh }: { readonly resource: Resource; readonly mesh: Mesh },
): Connection {
  if (!gateway) return { refusal: 'This Gateway is not in the files.' };
  if (to.node.kind !== 'VirtualService' || !to.resource)
    return { refusal: 'A Gateway lets requests in to a VirtualService.' };
  if (gatewaysOf(to.resource, mesh.settings).includes(gatewayName(gateway, mesh.settings)))
    return { refusal: `${to.node.label} is bound to ${gateway.name} already.` };
  const words = `Binds ${to.node.label} instead of ${resource.name} to ${gateway.name}`;
  return {
    operation: {
      kind: 'all',
      label: words,
      operations: [
        { kind: 'disconnect', resource: resource.id, path },
        { kind: 'connect-gateway', resource: to.resource.id, gateway: gateway.id },
      ],
    },
    words,
  };
}
