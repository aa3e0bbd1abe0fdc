import { asList, asNumber, asText, member, specOf, valueAt, type Resource } from '../../../istio/index.ts';
import { portsOf, type Port } from '../../../routing/index.ts';
import { RefusedError, type YamlMap } from '../../../yaml/index.ts';
import { addBeside } from '../add-beside.ts';
import type { Draft } from '../../draft.ts';
import { insertItem, setField } from '../../edit-field.ts';
import { externalEntry } from '../../templates/service-entry.ts';
import { nameFor } from '../../templates/names.ts';
import { objectOf } from '../../templates/object.ts';

/** A port that a ServiceEntry has to offer. */
export interface WantedPort {
  readonly number: number;
  readonly protocol: 'HTTP' | 'HTTPS';
  /** Where it leads at the host, if elsewhere. */
  readonly target?: number | undefined;
}

/** Makes the ServiceEntry of a host that no file defines, with these ports. */
export function addEntry(
  draft: Draft,
  host: string,
  { namespace, file }: { readonly namespace: string; readonly file: string },
  ports: readonly WantedPort[],
): Resource {
  const name = nameFor(draft.mesh, 'ServiceEntry', namespace, host);
  const written = ports.map((port) => portValue(port, port.protocol.toLowerCase()));
  const spec = { ...externalEntry(host), ports: written };
  return draft.resource(addBeside(draft, file, objectOf('ServiceEntry', namespace, name, spec)));
}

const portValue = ({ number, protocol, target }: WantedPort, name: string): YamlMap => ({
  number,
  name,
  protocol,
  ...(target === undefined ? {} : { targetPort: target }),
});

/**
 * Has a ServiceEntry offer a port that leads where it should, at endpoints with ports of their own too. Refuses where the
 * port is there and speaks something else.
 */
export function ensurePort(draft: Draft, entry: Resource, wanted: WantedPort): void {
  const { id } = entry;
  const ports = portsOf(draft.resource(id));
  const there = ports.find(({ number }) => number === wanted.number);
  if (there) keepPort(draft, entry, there, wanted);
  else {
    const name = freeName(ports, wanted.protocol.toLowerCase());
    const list = valueAt(draft.resource(id).value, ['spec', 'ports']);
    const value = portValue(wanted, name);
    if (Array.isArray(list)) insertItem(draft, id, ['spec', 'ports'], list.length, value);
    else setField(draft, id, ['spec', 'ports'], [value]);
    alignEndpoints(draft, entry, name, wanted.target);
  }
}

function keepPort(
  draft: Draft,
  entry: Resource,
  there: Port,
  { protocol, target, number }: WantedPort,
): void {
  const wished = protocol === 'HTTP' ? 'http' : 'tls';
  if (there.class !== wished && !(wished === 'http' && there.class === 'auto')) {
    throw new RefusedError(
      'unsafe',
      `Port ${number} of the ServiceEntry ${entry.name} is there for ${there.protocol || 'another protocol'}, not for ${protocol}: calls on it would be read as something that they are not. Choose another port, or change that one first.`,
    );
  }
  if (target !== undefined && there.target !== target)
    setField(draft, entry.id, [...there.path, 'targetPort'], target);
  if (target !== undefined) alignEndpoints(draft, entry, there.name, target);
}

/** Endpoints that name ports of their own have them count before `targetPort`. */
function alignEndpoints(draft: Draft, entry: Resource, name: string, target: number | undefined): void {
  if (target === undefined) return;
  const { value } = draft.resource(entry.id);
  const targetName = portsOf(draft.resource(entry.id)).find(
    ({ number, name: other }) => number === target && other !== name,
  )?.name;
  asList(valueAt(value, ['spec', 'endpoints'])).forEach((endpoint, index) => {
    const ports = member(endpoint, 'ports');
    const own = targetName === undefined ? undefined : asNumber(member(ports, targetName));
    const now = asNumber(member(ports, name));
    const wished = own ?? (now === undefined ? undefined : target);
    if (wished !== undefined && now !== wished)
      setField(draft, entry.id, ['spec', 'endpoints', index, 'ports', name], wished);
  });
}

const freeName = (ports: readonly Port[], name: string): string => {
  let free = name;
  for (let next = 2; ports.some((port) => port.name === free); next++) free = `${name}-${next}`;
  return free;
};

/**
 * Has the host looked up by its name: without that, connections go on to the address and the port that the app asked for, and
 * neither another port nor a gateway can be in between. Says what changed, if anything did.
 */
export function ensureResolved(draft: Draft, entry: Resource): readonly string[] {
  const spec = specOf(draft.resource(entry.id));
  const resolution = asText(member(spec, 'resolution')) ?? 'NONE';
  if (resolution !== 'NONE') return [];
  setField(draft, entry.id, ['spec', 'resolution'], 'DNS');
  return [
    `The ServiceEntry ${entry.name} had resolution NONE: connections went on to the very address and port that the app asked for. Now the proxy looks ${asList(member(spec, 'endpoints')).length > 0 ? 'its endpoints' : 'the host'} up by DNS, for all its ports.`,
  ];
}
