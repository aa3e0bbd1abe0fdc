import {
  asNumber,
  asText,
  asTexts,
  namespaceOf,
  resolveGateway,
  targetsOf,
  valueAt,
  type Resource,
  type ResourceId,
} from '../../istio/index.ts';
import { portsOf } from '../../routing/index.ts';
import { RefusedError, type Path } from '../../yaml/index.ts';
import { putDelegate } from '../connect-delegate.ts';
import { gatewayNameFor } from '../connect-gateway.ts';
import type { Destination } from '../destination.ts';
import type { Draft } from '../draft.ts';
import { removeField, setField } from '../edit-field.ts';
import { hostNameFor } from '../host-name.ts';
import { reconnect } from '../reconnect.ts';
import { lastFirst, wayOf, type Naming } from './namings.ts';
import { isClaim } from './unname.ts';

/** Makes all that names one thing name another resource of the kind instead. */
export function redirect(draft: Draft, namings: readonly Naming[], to: ResourceId): void {
  const target = draft.resource(to);
  for (const naming of lastFirst(namings)) {
    if (isClaim(naming) || naming.from === to) continue;
    if (naming.kind === 'gateway') toGateway(draft, naming, target);
    else if (naming.kind === 'target') toTarget(draft, naming, target);
    else if (naming.kind === 'delegate') putDelegate(draft, naming.from, wayOf(naming), target);
    else toHost(draft, naming, target);
  }
}

/** Makes destinations that name a subset name another, or with null the whole host. */
export function redirectSubset(draft: Draft, namings: readonly Naming[], subset: string | null): void {
  for (const naming of lastFirst(namings)) {
    const destination = naming.path.slice(0, -1);
    const at = (...path: Path) => valueAt(draft.resource(naming.from).value, [...destination, ...path]);
    const port = asNumber(at('port', 'number'));
    const host = asText(at('host')) ?? '';
    reconnect(draft, naming.from, wayOf(naming), { host, port, subset: subset ?? undefined });
  }
}

function toGateway(draft: Draft, { from, path }: Naming, target: Resource): void {
  const resource = draft.resource(from);
  const [mine, its] = [resource, target].map((each) => namespaceOf(each, draft.mesh.settings));
  const name = gatewayNameFor(target, resource, draft.mesh.settings);
  const list = asTexts(valueAt(resource.value, path.slice(0, -1)));
  const there = list.some((each) => resolveGateway(each, mine ?? '') === `${its}/${target.name}`);
  if (there) removeField(draft, from, path);
  else setField(draft, from, path, name);
}

/** A policy is for what stands in its own namespace. */
function toTarget(draft: Draft, naming: Naming, target: Resource): void {
  const { from } = naming;
  const policy = draft.resource(from);
  const { settings } = draft.mesh;
  const namespace = namespaceOf(target, settings);
  if (namespaceOf(policy, settings) !== namespace) {
    const where = `${policy.kind} ${policy.name} can only be for something in its own namespace, and ${target.name} is in ${namespace}.`;
    throw new RefusedError('unsafe', `${where} Choose something in that namespace, or leave the references.`);
  }
  const way = wayOf(naming);
  const { type, name } = target;
  const there = targetsOf(policy, settings).some((each) => each.type === type && each.name === name);
  if (there) return removeField(draft, from, way);
  const said = { kind: target.kind, group: target.group, name };
  for (const [key, value] of Object.entries(said)) {
    const written = asText(valueAt(draft.resource(from).value, [...way, key]));
    if ((written ?? '') !== value) setField(draft, from, [...way, key], value);
  }
}

function toHost(draft: Draft, naming: Naming, target: Resource): void {
  const { from, path, kind } = naming;
  const { settings } = draft.mesh;
  const resource = draft.resource(from);
  const host = hostNameFor(target, resource, settings);
  if (host === undefined)
    throw new RefusedError('unsafe', `${target.name} has no single host that could be named instead.`);
  if (kind === 'scope') {
    const full = hostNameFor(target, { namespace: '~' }, settings) ?? host;
    const its = namespaceOf(target, settings);
    const scope = its === namespaceOf(resource, settings) ? '.' : its;
    setField(draft, from, path, `${scope}/${full}`);
  } else if (resource.type === 'DestinationRule') setField(draft, from, path, host);
  else {
    const port = asNumber(valueAt(resource.value, [...path.slice(0, -1), 'port', 'number']));
    reconnect(draft, from, wayOf(naming), { host, port: portAt(target, port) } satisfies Destination);
  }
}

/** The same port where the target has it; else its first, unless it has only one, which need not be said. */
export function portAt(target: Resource, port: number | undefined): number | undefined {
  const numbers = portsOf(target).map(({ number }) => number);
  if (port !== undefined && numbers.includes(port)) return port;
  return numbers.length > 1 ? numbers[0] : undefined;
}
