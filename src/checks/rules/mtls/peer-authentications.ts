import { namespaceOf, selectorOf, type Resource } from '../../../istio/index.ts';
import type { Finding, Mend } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import {
  clientMode,
  isAutomatic,
  isMutual,
  rulesFor,
  serverMode,
  wholeMesh,
  wholeNamespace,
} from './who-says-what.ts';

const MODE = ['spec', 'mtls', 'mode'] as const;

/** What a PeerAuthentication for a namespace or the mesh demands, beside what callers are told. */
export const mutualTlsOfPolicy: LinkedRule = (subject) => {
  const { resource, view } = subject;
  if (selectorOf(resource)) return [];
  const mode = serverMode(resource);
  if (mode === 'STRICT') return isAutomatic(view.settings) ? [] : askedOfNobody(subject);
  return mode === 'DISABLE' ? asked(subject) : [];
};

const permitting = setting(MODE, 'PERMISSIVE', 'Take both mutual TLS and plain text');

function askedOfNobody({ resource, view, namespace }: LinkedSubject): readonly Finding[] {
  const { settings } = view;
  const inMesh = rulesFor(view, wholeMesh(settings)).some((rule) => clientMode(rule) === 'ISTIO_MUTUAL');
  if (inMesh) return [];
  if (namespace === settings.rootNamespace) {
    const what = `Automatic mutual TLS is off, and no DestinationRule for ${wholeMesh(settings)} has callers use it. They call in plain text and are cut off.`;
    const mends = [asking(wholeMesh(settings), namespace, resource), permitting];
    return [say('MW2406', { path: MODE }, what, { mends })];
  }
  const host = wholeNamespace(namespace, settings);
  if (rulesFor(view, host).some((rule) => clientMode(rule) === 'ISTIO_MUTUAL')) return [];
  const what = `Automatic mutual TLS is off, and no DestinationRule for ${host} or for the mesh has callers use it. They call in plain text and are cut off.`;
  return [say('MW2407', { path: MODE }, what, { mends: [asking(host, namespace, resource), permitting] })];
}

/** A DestinationRule that has callers use mutual TLS, beside the policy. */
function asking(host: string, namespace: string, { source }: Resource): Mend {
  const value = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name: 'default', namespace },
    spec: { host, trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' } } },
  };
  const operation = { kind: 'add-resource', file: source.file, value } as const;
  return { title: `Have callers of ${host} use mutual TLS`, steps: [{ kind: 'elsewhere', operation }] };
}

function asked({ view, namespace }: LinkedSubject): readonly Finding[] {
  const { settings } = view;
  const nameOf = (rule: Resource): string => `${namespaceOf(rule, settings)}/${rule.name}`;
  const forMesh = rulesFor(view, wholeMesh(settings)).find((rule) => isMutual(clientMode(rule)));
  if (namespace === settings.rootNamespace) {
    if (!forMesh) return [];
    const what = `This switches mutual TLS off, and DestinationRule ${nameOf(forMesh)} has callers in the whole mesh use it. Their connections fail.`;
    return [say('MW2409', { path: MODE }, what, { mends: [permitting] })];
  }
  const own = rulesFor(view, wholeNamespace(namespace, settings));
  const mutual = own.find((rule) => isMutual(clientMode(rule)));
  const off = own.some((rule) => clientMode(rule) === 'DISABLE');
  const rule = mutual ?? (off ? undefined : forMesh);
  if (!rule) return [];
  const what = `This switches mutual TLS off, and DestinationRule ${nameOf(rule)} has callers use it. Their connections fail.`;
  return [say('MW2408', { path: MODE }, what, { mends: [permitting] })];
}
