import { gatewaysOf, MESH_GATEWAY, namespaceOf, selectorOf } from '../../../istio/index.ts';
import {
  destinationRulesInForce,
  effectivePolicy,
  findHost,
  hostClaims,
  mergeDestinationRules,
  portsOf,
  sentTo,
  tlsMode,
  type SentTo,
} from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { quote } from '../../words.ts';

/** Requests that http rules send to ports of TLS, where no DestinationRule has the proxy open it. */
export const requestsToTls: LinkedRule = (subject) =>
  sentTo(subject.resource, subject.view).flatMap((way) =>
    way.rule.section === 'http' ? bare(way, subject) : [],
  );

function bare(way: SentTo, { resource, view, namespace }: LinkedSubject): readonly Finding[] {
  const { resources } = findHost(view, way.host, namespace);
  const [definer] = resources;
  const ports = resources.flatMap(portsOf);
  // A sidecar takes the port that the call came in by where none is chosen; a gateway the only one that there is.
  const atGateway = !gatewaysOf(resource, view.settings).includes(MESH_GATEWAY);
  const number = way.port ?? (atGateway && ports.length === 1 ? ports[0]?.number : undefined);
  const port = ports.find((one) => one.number === number);
  if (!definer || port?.class !== 'tls') return [];
  const rules = destinationRulesInForce(view, way.host, namespaceOf(definer, view.settings));
  // One for some workloads may be for those that send here, such as the pods of an egress gateway.
  const selecting = hostClaims(view, 'DestinationRule', way.host)
    .filter((claim) => selectorOf(claim.resource) !== undefined)
    .flatMap((claim) => mergeDestinationRules([claim.resource], claim.host, view.settings));
  const opens = [...rules.map(({ rule }) => rule), ...selecting].some((rule) =>
    [null, way.subset ?? null].some((subset) => tlsMode(effectivePolicy(rule, port.number, subset)) !== null),
  );
  if (opens) return [];
  const what = `Port ${String(port.number)} of ${quote(way.written)} is ${port.protocol}, and requests that are sent there by this rule are not encrypted: no DestinationRule for the host opens TLS. The server answers 400, or cuts them off.`;
  return [say('MW3205', { path: [...way.path, 'host'] }, what)];
}
