import {
  asList,
  asText,
  gatewaysOf,
  MESH_GATEWAY,
  member,
  namespaceOf,
  onceEach,
  specOf,
  type Resource,
} from '../../../istio/index.ts';
import { destinationRuleFor, destinationRulesInForce, findHost, hostClaims } from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { removing, say, setting } from '../../say.ts';
import { closest, quote } from '../../words.ts';
import { definingAnew, definingIn } from './defining-subset.ts';
import { destinationSpots, lost, type DestinationSpot } from './destination-spots.ts';

/** Subsets that a VirtualService sends to: some DestinationRule for the host defines them, one that counts for callers. */
export const subsetsDefined: LinkedRule = (subject) => {
  // Rules of one resource mostly send to the same few.
  const good = new Set<string>();
  return destinationSpots(subject).flatMap((spot) => {
    const subset = asText(member(spot.value, 'subset'));
    if (!subset) return [];
    const which = `${spot.host}\n${subset}`;
    if (good.has(which)) return [];
    const found = subsetFindings(spot, subset, subject);
    if (found.length === 0) good.add(which);
    return found;
  });
};

const namesIn = onceEach((rule: Resource): readonly string[] =>
  asList(member(specOf(rule), 'subsets')).flatMap((item) => asText(member(item, 'name')) ?? []),
);

function subsetFindings(spot: DestinationSpot, subset: string, subject: LinkedSubject): readonly Finding[] {
  const { view, namespace, given } = subject;
  const claims = hostClaims(view, 'DestinationRule', spot.host).map(({ resource }) => resource);
  const definer = claims.find((rule) => namesIn(rule).includes(subset));
  if (definer && counts(spot, subset, subject)) return [];
  const path = { path: [...spot.path, 'subset'] };
  if (!definer) {
    const names = [...new Set(claims.flatMap(namesIn))];
    const near = closest(subset, names);
    const others = names.filter((name) => name !== near);
    const why = claims.length
      ? `No DestinationRule for ${quote(spot.written)} defines a subset ${quote(subset)}.`
      : `There is no DestinationRule for ${quote(spot.written)}, so it has no subset ${quote(subset)}.`;
    return [
      say('MW2003', path, `${why} ${lost(spot)}`, {
        aliases: spot.mirror ? ['IST0101'] : ['IST0101', 'KIA1107'],
        // Rules alone, as samples come: the DestinationRule may stand in a file that is not here.
        ...(given.destinationRules || given.services ? {} : { severity: 'warning' }),
        mends: [
          ...(near === undefined ? [] : [setting(path.path, near)]),
          ...definingIn(claims, subset),
          ...(others.length > 3 ? [] : others.map((name) => setting(path.path, name))),
          removing(path.path, 'Send to all of the host'),
          ...(claims.length === 0 ? definingAnew(spot, subset, subject) : []),
        ],
      }),
    ];
  }
  const what = `Subset ${quote(subset)} of ${quote(spot.written)} is defined by DestinationRule ${definer.name} in namespace ${namespaceOf(definer, view.settings)}, which does not count for callers in namespace ${namespace}. ${spot.mirror ? lost(spot) : 'Their requests fail with 503.'}`;
  return [say('MW2004', path, what)];
}

/** Whether the subset is there for some caller: of the VirtualService's own namespace, or of any. */
function counts(
  { host }: DestinationSpot,
  subset: string,
  { view, namespace, resource }: LinkedSubject,
): boolean {
  const [definer] = findHost(view, host, namespace).resources;
  const hostNamespace = definer ? namespaceOf(definer, view.settings) : null;
  const own = destinationRuleFor(view, { host, hostNamespace, clientNamespace: namespace });
  if (own?.subsets.has(subset)) return true;
  // Rules for selected workloads are left aside there; they count for those workloads.
  const selected = hostClaims(view, 'DestinationRule', host).some(
    ({ resource }) =>
      namesIn(resource).includes(subset) && member(specOf(resource), 'workloadSelector') !== undefined,
  );
  // The caller at a Gateway is its proxy, of whatever namespace.
  const atGateway = gatewaysOf(resource, view.settings).some((gateway) => gateway !== MESH_GATEWAY);
  // Where nothing defines the host, its namespace is not known, and with it which rule counts.
  return (
    selected ||
    hostNamespace === null ||
    destinationRulesInForce(view, host, hostNamespace).some(
      ({ rule, clientNamespaces }) => (clientNamespaces === null || atGateway) && rule.subsets.has(subset),
    )
  );
}
