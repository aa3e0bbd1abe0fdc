import { asList, asText, key, member, namespaceOf, valueAt, type Resource } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { removing, say } from '../../say.ts';
import { all, at, text } from '../../spot.ts';
import { quote } from '../../words.ts';
import { isSameResource } from '../conflicts/same-resource.ts';
import { KUBERNETES_GATEWAY } from './parents.ts';

/** What tells listeners apart. */
const nameOf = (listener: YamlValue): string =>
  JSON.stringify(['port', 'protocol', 'hostname'].map((field) => member(listener, field) ?? ''));

const listenersOf = ({ value }: Resource): readonly YamlValue[] =>
  asList(valueAt(value, ['spec', 'listeners']));
const addressesOf = ({ value }: Resource): readonly string[] =>
  asList(valueAt(value, ['spec', 'addresses'])).flatMap((address) => asText(member(address, 'value')) ?? []);

/** Listeners and addresses of a Gateway of Kubernetes: each once, here and among the Gateways of its class. */
export const listeners: LinkedRule = ({ resource, spec, view }) => {
  const classOf = (gateway: Resource): string =>
    asText(valueAt(gateway.value, ['spec', 'gatewayClassName'])) ?? '';
  const others = view
    .find(key.kind(KUBERNETES_GATEWAY))
    .filter((other) => !isSameResource(other, resource, view) && classOf(other) === classOf(resource));
  const place = (gateway: Resource): string => `${namespaceOf(gateway, view.settings)}/${gateway.name}`;
  const seen = new Set<string>();
  const found = all(spec, 'listeners[]').flatMap((listener): readonly Finding[] => {
    const name = nameOf(listener.value);
    if (seen.has(name)) {
      const what = 'A listener before this one has the same port, protocol and hostname.';
      return [say('MW2706', listener, what, { mends: [removing(listener.path, 'Remove the listener')] })];
    }
    seen.add(name);
    // Gateways of their own get addresses of their own; only those that share one can meet.
    const other = others.find(
      (one) => sharesAddress(one, resource) && listenersOf(one).some((theirs) => nameOf(theirs) === name),
    );
    if (!other) return [];
    const what = `Gateway ${place(other)} has a listener with the same port, protocol and hostname.`;
    return [say('MW2704', listener, what)];
  });
  return [
    ...found,
    ...all(spec, 'addresses[]').flatMap((address) => {
      const value = text(at(address, 'value'));
      const other = value ? others.find((one) => addressesOf(one).includes(value)) : undefined;
      if (!other || !value) return [];
      return [say('MW2705', address, `Gateway ${place(other)} asks for the address ${quote(value)} too.`)];
    }),
  ];
};

/** Kiali compares Gateways whatever their addresses; where neither names one, each gets its own from its namespace and name. */
const sharesAddress = (a: Resource, b: Resource): boolean => {
  const [one, other] = [addressesOf(a), addressesOf(b)];
  return (!one.length && !other.length) || one.some((address) => other.includes(address));
};
