import { asNumber, asText, member } from '../../../istio/index.ts';
import { portsOf } from '../../../routing/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { at, items, type Spot } from '../../spot.ts';
import { closest, quote } from '../../words.ts';
import { containersOf, firstSelected } from './selected.ts';

const PROTOCOLS = [
  'http',
  'http2',
  'https',
  'grpc',
  'grpc-web',
  'tcp',
  'tls',
  'udp',
  'mongo',
  'redis',
  'mysql',
];
const KUBERNETES_PROTOCOLS = ['kubernetes.io/h2c', 'kubernetes.io/ws', 'kubernetes.io/wss'];
const SYSTEM = /^(kube-|istio-)|^local-path-storage$/;

/** Ports of a Service: what is spoken there. */
export const servicePorts: LinkedRule = ({ resource, spec, namespace, view }) => {
  if (SYSTEM.test(namespace) || namespace === view.settings.rootNamespace) return [];
  const external = asText(at(spec, 'type').value) === 'ExternalName';
  return items(at(spec, 'ports')).flatMap((port) => {
    const name = asText(member(port.value, 'name')) ?? '';
    if (external && name === 'tcp') {
      const what = `Port ${quote(name)} of an ExternalName takes in connections to every address at this port number.`;
      const path = [...port.path, 'name'];
      return [say('MW2602', at(port, 'name'), what, { mends: [setting(path, 'tcp-external')] })];
    }
    const told = asText(member(port.value, 'appProtocol'));
    if (told) return unknownProtocol(port, told);
    const number = asNumber(member(port.value, 'port'));
    const known = portsOf(resource).find((one) => one.number === number && one.name === name);
    if (external || !known || known.protocol !== '' || isConventional(name)) return [];
    const what = name
      ? `The name ${quote(name)} does not begin with a protocol, so the sidecar has to find out what is spoken at port ${String(number)}.`
      : `Port ${String(number)} has no name that says what is spoken there, so the sidecar has to find out.`;
    const path = [...port.path, 'appProtocol'];
    return [
      say('MW2601', name ? at(port, 'name') : port, what, {
        at: name ? 'value' : 'key',
        mends: [setting(path, 'http', 'Say that it is HTTP'), setting(path, 'tcp', 'Say that it is TCP')],
      }),
    ];
  });
};

const isConventional = (name: string): boolean =>
  PROTOCOLS.some((protocol) => name === protocol || name.startsWith(`${protocol}-`));

function unknownProtocol(port: Spot, told: string) {
  if ([...PROTOCOLS, ...KUBERNETES_PROTOCOLS].includes(told.toLowerCase())) return [];
  const near = closest(told, [...PROTOCOLS, ...KUBERNETES_PROTOCOLS]);
  const spot = at(port, 'appProtocol');
  const what = `Istio knows no protocol ${quote(told)}, so it goes by the name of the port, or finds out what is spoken.`;
  return [say('MW2603', spot, what, { mends: near === undefined ? [] : [setting(spot.path, near)] })];
}

/** Where the ports of a Service lead, in the first workload that it selects. */
export const targetPorts: LinkedRule = ({ resource, spec, view, namespace }) => {
  const workload = firstSelected(resource, namespace, view);
  const containers = workload && containersOf(workload);
  if (!containers?.length) return [];
  const declared = containers.flatMap((container) =>
    items({ value: member(container, 'ports'), path: [] }).flatMap(({ value }) => [
      asNumber(member(value, 'containerPort')),
      asText(member(value, 'name')),
    ]),
  );
  // Who declares none at all may open any.
  if (!declared.length) return [];
  return items(at(spec, 'ports')).flatMap((port) => {
    const target = member(port.value, 'targetPort') || member(port.value, 'port');
    if ((typeof target !== 'number' && typeof target !== 'string') || declared.includes(target)) return [];
    const spot = member(port.value, 'targetPort') ? at(port, 'targetPort') : at(port, 'port');
    const what = `No container of ${workload?.kind ?? ''} ${workload?.name ?? ''} declares the port ${quote(target)}.`;
    const only = declared.filter((one) => one !== undefined);
    const mends =
      only.length === 1 && only[0] !== undefined
        ? [setting([...port.path, 'targetPort'], only[0], `Lead to ${String(only[0])}`)]
        : [];
    return [say('MW2604', spot, what, { mends })];
  });
};
