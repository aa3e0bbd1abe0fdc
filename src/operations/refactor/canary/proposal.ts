import {
  hostsOf,
  isWildcard,
  key,
  labelsMatch,
  labelsText,
  namespaceOf,
  resolveHost,
  selectorOf,
  type Labels,
  type Mesh,
  type Resource,
} from '../../../istio/index.ts';
import { asLabels, asText, asList, member, valueAt } from '../../../istio/index.ts';
import { destinationRulesInForce, findHost, isDelegate, type Subset } from '../../../routing/index.ts';
import { podsBehind } from '../pods.ts';
import { sendersTo, type Sender } from '../senders.ts';
import type { RefactorAt } from '../types.ts';

/** A host for which a canary is added, with what the files say of it. */
export interface CanaryHost {
  readonly host: string;
  /** Who defines it, and in which namespace, as it counts; none and null where the files lack it. */
  readonly definers: readonly Resource[];
  readonly home: string | null;
  readonly senders: readonly Sender[];
  readonly subsets: ReadonlyMap<string, Subset>;
  readonly pods: readonly Labels[];
}

export function canaryHost(mesh: Mesh, host: string): CanaryHost {
  const definers = findHost(mesh, host, null).resources;
  const [first] = definers;
  const home = first ? namespaceOf(first, mesh.settings) : null;
  const rules = destinationRulesInForce(mesh, host, home);
  return {
    host,
    definers,
    home,
    senders: sendersTo(mesh, host),
    subsets: new Map(rules.flatMap(({ rule }) => (rule.host === host ? [...rule.subsets] : []))),
    pods: podsBehind(mesh, definers),
  };
}

/** The hosts that may be meant where it is asked for, the likeliest first: single ones. */
export function hostsMeant(mesh: Mesh, { resource: id, path = [] }: RefactorAt): readonly string[] {
  const resource = id === undefined ? undefined : mesh.byId.get(id);
  if (!resource) return [];
  const own = hostsOf(resource, mesh.settings);
  const sent = resource.type === 'VirtualService' ? sentFrom(mesh, resource, path) : [];
  // A VirtualService is about the hosts that it sends to; its own may be names for callers from outside.
  return [...new Set([...sent, ...(isDelegate(resource) || sent.length > 0 ? [] : own)])].filter(
    (host) => host !== '' && !isWildcard(host),
  );
}

function sentFrom(mesh: Mesh, resource: Resource, path: readonly (string | number)[]): readonly string[] {
  const namespace = namespaceOf(resource, mesh.settings);
  const rules = ['http', 'tls', 'tcp'].flatMap((section) =>
    asList(valueAt(resource.value, ['spec', section])).map((rule, index) => ({ section, index, rule })),
  );
  const here = (rule: { section: string; index: number }) =>
    rule.section === path[1] && rule.index === path[2];
  return rules
    .toSorted((a, b) => Number(here(b)) - Number(here(a)))
    .flatMap(({ rule }) => asList(member(rule, 'route')))
    .flatMap((route) => {
      const host = asText(valueAt(route, ['destination', 'host']));
      return host ? [resolveHost(host, namespace, mesh.settings.clusterDomain)] : [];
    });
}

/** Single hosts that the files define or send to. */
export function hostsOffered(mesh: Mesh, at: RefactorAt): readonly string[] {
  const defined = ['Service', 'ServiceEntry'].flatMap((type) =>
    mesh.find(key.kind(type)).flatMap((resource) => hostsOf(resource, mesh.settings)),
  );
  return [...new Set([...hostsMeant(mesh, at), ...defined])].filter((host) => !isWildcard(host));
}

/** Labels with which pods of the host differ, but those of its selector: what tells one version from the other. */
function versionsOf({ definers, pods }: CanaryHost): readonly Labels[] {
  const selector = (definers[0] && selectorOf(definers[0])) ?? {};
  const found = new Map<string, Labels>();
  for (const pod of pods) {
    const version = Object.entries(pod).find(([name]) => name === 'version');
    const other = Object.entries(pod).find(
      ([name, value]) => !(name in selector) && pods.some((one) => one[name] !== value),
    );
    const telling = version ?? other;
    if (telling) found.set(telling.join('='), Object.fromEntries([telling]));
  }
  return [...found.values()];
}

/** A subset as it is most likely meant: its name, and its labels as people type them. */
export interface ProposedSubset {
  readonly name: string;
  readonly labels: string;
}

/** The version that no rule sends to yet, a subset that is there already or labels of pods; else a name that is free. */
export function proposedCanary(about: CanaryHost): ProposedSubset {
  const used = new Set(usedSubsets(about));
  const free = [...about.subsets.values()].findLast(({ name }) => !used.has(name) && used.size > 0);
  if (free) return written(free);
  const covered = [...about.subsets.values()].map(({ value }) => asLabels(member(value, 'labels')));
  const versions = versionsOf(about);
  const version = versions.findLast((labels) => !covered.some((known) => labelsMatch(known, labels)));
  const isNew = version !== undefined && (covered.length > 0 || versions.length > 1);
  if (isNew && version) return named(version);
  const name = ['canary', 'v2', 'next'].find((one) => !about.subsets.has(one)) ?? 'canary-2';
  return { name, labels: `version: ${name}` };
}

/** The version that has been serving: for rules that have sent to all pods alike, and would go on sending to the new ones. */
export function proposedStable(about: CanaryHost, canary: string, canaryLabels: Labels): ProposedSubset {
  const others = [...about.subsets.values()].filter(({ name }) => name !== canary);
  const used = new Set(usedSubsets(about));
  const known = others.find(({ name }) => used.has(name)) ?? others[0];
  if (known) return written(known);
  const version = versionsOf(about).find((labels) => !labelsMatch(canaryLabels, labels));
  if (version) return named(version);
  const name = canary === 'stable' ? 'current' : 'stable';
  return { name, labels: canaryLabels['version'] === 'v2' ? 'version: v1' : `version: ${name}` };
}

const usedSubsets = ({ senders }: CanaryHost): readonly string[] =>
  senders.flatMap(({ routes, toHost }) =>
    toHost.flatMap((index) => asText(valueAt(routes[index], ['destination', 'subset'])) ?? []),
  );

const written = ({ name, value }: Subset): ProposedSubset => ({
  name,
  labels: labelsText(asLabels(member(value, 'labels'))),
});

/** A name of letters, digits and dashes out of the label's value. */
function named(labels: Labels): ProposedSubset {
  const value = Object.values(labels)[0] ?? '';
  const name = value
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return { name: name || 'canary', labels: labelsText(labels) };
}
