import { hostsOf, isWildcard, key, namespaceOf, type MeshView, type Resource } from '../../../istio/index.ts';
import {
  definersUnder,
  destinationRulesInForce,
  effectivePolicy,
  findHost,
  portsOf,
  sentTo,
  tlsMode,
  type EffectivePolicy,
  type Port,
} from '../../../routing/index.ts';
import type { Finding, Mend } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { removing, say } from '../../say.ts';
import { at, text } from '../../spot.ts';
import { quote } from '../../words.ts';
import { policyParts } from '../destination-rule/policies.ts';

/** TLS that a DestinationRule opens around what is TLS already. */
export const doubleTls: LinkedRule = (subject) => {
  const { resource, view } = subject;
  const opens = policyParts(subject.spec, 'tls').some((tls) => isOneWay(text(at(tls, 'mode'))));
  // A star may be for the whole mesh: what is behind it is looked at only where it matters.
  if (!opens) return [];
  const told = new Set<string>();
  return hostsOf(resource, view.settings).flatMap((host) =>
    definitions(host, view).flatMap(([name, definer]) =>
      portsOf(definer)
        .filter((port) => port.class === 'tls')
        .flatMap((port) => {
          const policy = policyOf(name, definer, port, subject);
          const tls = policy?.tls;
          if (!policy || !tls || !isOneWay(tlsMode(policy) ?? undefined)) return [];
          const place = JSON.stringify(tls.path);
          if (told.has(place)) return [];
          told.add(place);
          return [around(name, port, definer, policy, subject)];
        }),
    ),
  );
};

/** TLS as everyone speaks it, and not that of the mesh. */
const isOneWay = (mode: string | undefined): boolean => mode === 'SIMPLE' || mode === 'MUTUAL';

/** Hosts that a rule for `host` is for, with who defines each. */
function definitions(host: string, view: MeshView): readonly (readonly [string, Resource])[] {
  if (!isWildcard(host))
    return findHost(view, host, null).resources.map((definer) => [host, definer] as const);
  return definersUnder(view, host).flatMap((definer) =>
    hostsOf(definer, view.settings)
      .slice(0, 1)
      .map((name) => [name, definer] as const),
  );
}

/** What the rule has a port do, if it counts for some callers of the host. */
function policyOf(
  host: string,
  definer: Resource,
  port: Port,
  { resource, view }: LinkedSubject,
): EffectivePolicy | undefined {
  const inForce = destinationRulesInForce(view, host, namespaceOf(definer, view.settings));
  const own = inForce.find(({ rule }) => rule.resources.some(({ id }) => id === resource.id));
  const policy = own && effectivePolicy(own.rule, port.number, null);
  return policy?.tls?.resource.id === resource.id ? policy : undefined;
}

/** Whether some http rule sends requests to the port, which are not encrypted yet. */
function getsRequests(host: string, { number }: Port, view: MeshView): boolean {
  return view
    .find(key.sendingTo(host))
    .some((virtualService) =>
      sentTo(virtualService, view).some(
        (way) =>
          way.rule.section === 'http' && way.host === host && (way.port === undefined || way.port === number),
      ),
    );
}

function around(
  host: string,
  port: Port,
  definer: Resource,
  policy: EffectivePolicy,
  { view }: LinkedSubject,
): Finding {
  const path = [...(policy.tls?.path ?? []), 'mode'];
  const which = `port ${String(port.number)} of ${quote(host)}`;
  if (getsRequests(host, port, view)) {
    const what = `Requests that rules send to ${which} are encrypted by this. Calls to it by https:// are TLS already, and are encrypted twice: they fail. A port of HTTP for those that the proxy encrypts keeps the two apart.`;
    // With no port of HTTP, that rule is reached by accident only, and https:// is what apps use.
    const meant = portsOf(definer).some((one) => one.class === 'http');
    return say('MW3203', { path }, what, meant ? { severity: 'info' } : {});
  }
  const what = `What goes to ${which} is ${port.protocol} and encrypted by the app already. This encrypts it a second time, and the server does not understand it: calls by https:// fail.`;
  return say('MW3203', { path }, what, { mends: mends(policy, definer) });
}

function mends(policy: EffectivePolicy, definer: Resource): readonly Mend[] {
  const tls = policy.tls;
  if (!tls) return [];
  const remove = removing(tls.path, 'Leave TLS to the app');
  const plain = portsOf(definer).find((port) => port.class === 'http');
  const isTop = tls.path.length === 3 && tls.path[1] === 'trafficPolicy';
  if (!plain || !isTop) return [remove];
  const parts = (['connectionPool', 'loadBalancer', 'outlierDetection', 'tls'] as const).flatMap((part) =>
    policy[part] ? [[part, policy[part].value] as const] : [],
  );
  const value = { port: { number: plain.number }, ...Object.fromEntries(parts) };
  return [
    {
      title: `Open TLS for port ${String(plain.number)} only`,
      steps: [
        { kind: 'set-field', path: ['spec', 'trafficPolicy', 'portLevelSettings'], value: [value] },
        { kind: 'remove-field', path: tls.path },
      ],
    },
    remove,
  ];
}
