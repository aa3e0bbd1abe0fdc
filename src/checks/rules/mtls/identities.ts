import { key, labelsMatch, selectorOf, type Resource } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { all, at, isFilled, text, type Spot } from '../../spot.ts';
import {
  clientMode,
  isAutomatic,
  isMutual,
  rulesFor,
  serverMode,
  wholeMesh,
  wholeNamespace,
  wholePolicies,
} from './who-says-what.ts';

const FIELDS = ['principals', 'notPrincipals', 'namespaces', 'notNamespaces'];
const CONDITIONS = ['source.namespace', 'source.principal', 'connection.sni'];

/** Callers by identity, in an AuthorizationPolicy for workloads that are called in plain text. */
export const identities: LinkedRule = (subject) => {
  const asked = [
    ...all(subject.spec, 'rules[].from[].source').flatMap((source) =>
      FIELDS.map((field) => at(source, field)).filter(isFilled),
    ),
    ...all(subject.spec, 'rules[].when[]')
      .map((condition) => at(condition, 'key'))
      .filter((spot) => CONDITIONS.includes(text(spot) ?? '')),
  ];
  if (!asked.length) return [];
  const why = plain(subject);
  return why === undefined ? [] : asked.map((spot) => toldOf(spot, why));
};

const toldOf = (spot: Spot, why: string): Finding =>
  say('MW2410', spot, `${why}, so who calls is not known there, and this fits nobody.`, {
    at: typeof spot.value === 'string' ? 'value' : 'key',
  });

/** Why the workloads of the policy are called in plain text; undefined where they are not, or may not be. */
function plain({ resource, view, namespace }: LinkedSubject): string | undefined {
  const { settings } = view;
  const policy = policyFor(resource, namespace, view);
  const server = policy ? serverMode(policy) : 'PERMISSIVE';
  if (policy && server === 'DISABLE') return `PeerAuthentication ${policy.name} switches mutual TLS off`;
  const own = rulesFor(view, wholeNamespace(namespace, settings)).map(clientMode);
  const ofMesh = rulesFor(view, wholeMesh(settings)).map(clientMode);
  const client = own.find(Boolean) ?? ofMesh.find(Boolean);
  if (client === 'DISABLE') return 'A DestinationRule switches mutual TLS off for callers';
  if (isAutomatic(settings) || server === 'STRICT' || isMutual(client)) return undefined;
  return 'Automatic mutual TLS is off, and nothing asks callers for mutual TLS';
}

/** The PeerAuthentication that counts for what the policy selects: the nearest that says something. */
function policyFor(resource: Resource, namespace: string, view: LinkedSubject['view']): Resource | undefined {
  const selector = selectorOf(resource);
  const selecting = selector
    ? view
        .find(key.kindIn('PeerAuthentication', namespace))
        .filter((policy) => labelsMatch(selectorOf(policy) ?? { '': '' }, selector))
    : [];
  return [
    ...selecting,
    ...wholePolicies(view, namespace),
    ...wholePolicies(view, view.settings.rootNamespace),
  ].find((policy) => serverMode(policy) !== 'UNSET');
}
