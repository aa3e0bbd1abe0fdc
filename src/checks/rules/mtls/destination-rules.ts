import {
  asList,
  asText,
  hostSubsetOf,
  hostsOf,
  isWildcard,
  member,
  namespaceOf,
  serviceNamespace,
  specOf,
  valueAt,
  type Resource,
} from '../../../istio/index.ts';
import type { Finding, Mend } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { removing, say, setting } from '../../say.ts';
import { isSameResource } from '../conflicts/same-resource.ts';
import {
  clientMode,
  isAutomatic,
  rulesFor,
  serverMode,
  someMode,
  wholeMesh,
  wholeNamespace,
  wholePolicies,
} from './who-says-what.ts';

const MODE = ['spec', 'trafficPolicy', 'tls', 'mode'] as const;

/** What a DestinationRule says of mutual TLS, beside what wider rules and the servers say. */
export const mutualTlsOfRule: LinkedRule = (subject) => {
  const { resource, view } = subject;
  const [host] = hostsOf(resource, view.settings);
  if (host === undefined) return [];
  const mode = clientMode(resource);
  if (mode === undefined) return takenAway(host, subject);
  if (mode === 'ISTIO_MUTUAL') return isAutomatic(view.settings) ? [] : unanswered(host, subject);
  return mode === 'DISABLE' ? refused(host, subject) : [];
};

/** A rule without TLS settings, in the place of one that asks for mutual TLS. */
function takenAway(host: string, subject: LinkedSubject): readonly Finding[] {
  const { resource, view } = subject;
  const ports = asList(valueAt(specOf(resource), ['trafficPolicy', 'portLevelSettings']));
  if (isWildcard(host) || ports.some((port) => member(port, 'tls') !== undefined)) return [];
  const namespace = serviceNamespace(host, view.settings.clusterDomain);
  const wider = [
    ...(namespace === null ? [] : [wholeMesh(view.settings), wholeNamespace(namespace, view.settings)]),
    host,
  ]
    .filter((one) => one === host || hostSubsetOf(host, one))
    .flatMap((one) => rulesFor(view, one))
    .find((rule) => clientMode(rule) === 'ISTIO_MUTUAL' && !isSameObject(rule, resource));
  if (!wider) return [];
  const name = `${namespaceOf(wider, view.settings)}/${wider.name}`;
  const automatic = isAutomatic(view.settings);
  const what = automatic
    ? `DestinationRule ${name} asks for mutual TLS, and this more specific rule stands in for it without saying so. Calls stay encrypted as long as automatic mutual TLS is on.`
    : `DestinationRule ${name} asks for mutual TLS, and this more specific rule stands in for it without saying so. Its calls go out in plain text.`;
  return [
    say('MW2401', { path: ['spec', 'trafficPolicy'] }, what, {
      ...(automatic ? { severity: 'info' } : {}),
      mends: [setting(MODE, 'ISTIO_MUTUAL', 'Ask for mutual TLS here too')],
    }),
  ];
}

/** Two of one name, as in a workspace that shows versions of it, are compared all the same: only the very object is not. */
const isSameObject = (a: Resource, b: Resource): boolean => a.id === b.id;

/** A rule for the mesh or a namespace that asks for mutual TLS, with no word of it from the servers. */
function unanswered(host: string, subject: LinkedSubject): readonly Finding[] {
  const { view, namespace, resource } = subject;
  const { rootNamespace } = view.settings;
  const ofMesh = wholePolicies(view, rootNamespace);
  if (host === wholeMesh(view.settings)) {
    if (someMode(ofMesh, 'STRICT', 'PERMISSIVE')) return [];
    const what = `No PeerAuthentication in namespace ${rootNamespace} says that workloads of the mesh take mutual TLS. They do by default, and take plain text too.`;
    return [say('MW2402', { path: MODE }, what, { mends: [demanding(rootNamespace, resource)] })];
  }
  if (host !== wholeNamespace(namespace, view.settings)) return [];
  const own = wholePolicies(view, namespace);
  if (someMode([...own, ...ofMesh], 'STRICT', 'PERMISSIVE')) return [];
  const what = `No PeerAuthentication of namespace ${namespace} or of the mesh says that its workloads take mutual TLS. They do by default, and take plain text too.`;
  return [say('MW2403', { path: MODE }, what, { mends: [demanding(namespace, resource)] })];
}

/** A PeerAuthentication that makes mutual TLS a duty, beside the rule. */
function demanding(namespace: string, { source }: Resource): Mend {
  const value = {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: 'default', namespace },
    spec: { mtls: { mode: 'STRICT' } },
  };
  const operation = { kind: 'add-resource', file: source.file, value } as const;
  return { title: `Demand mutual TLS in namespace ${namespace}`, steps: [{ kind: 'elsewhere', operation }] };
}

/** A rule for the mesh or a namespace that switches TLS off, before servers that demand it. */
function refused(host: string, subject: LinkedSubject): readonly Finding[] {
  const { view, namespace, resource } = subject;
  const { rootNamespace } = view.settings;
  const inMesh = someMode(wholePolicies(view, rootNamespace), 'STRICT');
  const written = asText(valueAt(resource.value, MODE)) !== undefined;
  const mends = [
    setting(MODE, 'ISTIO_MUTUAL', 'Use mutual TLS'),
    ...(isAutomatic(view.settings) ? [removing(MODE.slice(0, -1), 'Leave it to automatic mutual TLS')] : []),
  ];
  const path = { path: written ? MODE : MODE.slice(0, -1) };
  if (host === wholeNamespace(namespace, view.settings)) {
    const own = wholePolicies(view, namespace);
    const strict = someMode(own, 'STRICT');
    if (strict && namespace !== rootNamespace) {
      const what = `PeerAuthentication ${strict.name} of namespace ${namespace} demands mutual TLS, and this rule switches it off for callers. Their connections are cut off.`;
      return [say('MW2404', path, what, { mends })];
    }
    if (own.some((policy) => ['DISABLE', 'PERMISSIVE'].includes(serverMode(policy)))) return [];
  } else if (host !== wholeMesh(view.settings)) return [];
  if (!inMesh || isSameResource(inMesh, resource, view)) return [];
  const what = `PeerAuthentication ${inMesh.name} demands mutual TLS in the whole mesh, and this rule switches it off for callers. Their connections are cut off.`;
  return [say('MW2405', path, what, { mends })];
}
