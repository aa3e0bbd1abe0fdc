import { hostsOf, key, namespaceOf, type MeshView } from '../../../istio/index.ts';
import {
  destinationRulesInForce,
  effectivePolicy,
  hostClaims,
  portsOf,
  tlsMode,
  type Port,
} from '../../../routing/index.ts';
import type { Finding, Mend } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { quote } from '../../words.ts';
import { isOutside } from './entry-facts.ts';

/** The port of https:// by custom. */
const HTTPS = 443;

/** Ports of HTTP that lead to the port of TLS outside, where nothing opens TLS on the way. */
export const plainToTls: LinkedRule = (subject) => {
  const { resource, view } = subject;
  if (!isOutside(resource)) return [];
  return portsOf(resource)
    .filter((port) => port.class === 'http' && (port.target ?? port.number) === HTTPS)
    .flatMap((port) => {
      const bare = hostsOf(resource, view.settings).find(
        (host) => !isEncrypted(host, port.number, subject, view),
      );
      return bare === undefined ? [] : [inPlainText(bare, port, subject)];
    });
};

const isEncrypted = (host: string, port: number, { resource }: LinkedSubject, view: MeshView): boolean =>
  destinationRulesInForce(view, host, namespaceOf(resource, view.settings)).some(
    ({ rule }) => tlsMode(effectivePolicy(rule, port, null)) !== null,
  );

function inPlainText(host: string, port: Port, subject: LinkedSubject): Finding {
  const where = port.target === undefined ? 'that port' : `port ${String(HTTPS)}`;
  const what = `Requests to port ${String(port.number)} of ${quote(host)} leave in plain text, and servers speak TLS at ${where}: the answer is 400, or none at all. A DestinationRule with TLS of mode SIMPLE for this port has the proxy encrypt them.`;
  return say(
    'MW3204',
    { path: [...port.path, port.target === undefined ? 'protocol' : 'targetPort'] },
    what,
    {
      mends: originating(host, port, subject),
    },
  );
}

function originating(
  host: string,
  { number }: Port,
  { resource, view, namespace }: LinkedSubject,
): readonly Mend[] {
  if (hostClaims(view, 'DestinationRule', host).length || host.includes('*')) return [];
  const name = host.replaceAll(/[^a-z0-9-]+/g, '-');
  if (view.find(key.name('DestinationRule', namespace, name)).length) return [];
  const value = {
    apiVersion: resource.apiVersion,
    kind: 'DestinationRule',
    metadata: { name, namespace },
    spec: {
      host,
      trafficPolicy: { portLevelSettings: [{ port: { number }, tls: { mode: 'SIMPLE' } }] },
    },
  };
  const operation = { kind: 'add-resource', file: resource.source.file, value } as const;
  return [{ title: 'Add a DestinationRule that opens TLS', steps: [{ kind: 'elsewhere', operation }] }];
}
