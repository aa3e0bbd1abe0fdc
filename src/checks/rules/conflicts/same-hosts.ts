import {
  gatewaysOf,
  hostMatches,
  hostsOf,
  isWildcard,
  key,
  MESH_GATEWAY,
  namespaceOf,
  resolveHost,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';
import {
  consultationTier,
  exportTo,
  hostClaims,
  isVisible,
  question,
  takenBetween,
  type HostClaim,
  type RuleMatch,
} from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { at, items, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { ruleName } from '../virtual-service/rule-name.ts';
import { sharesGatewayName } from './gateway-name.ts';
import { isSameResource } from './same-resource.ts';

/** Other VirtualServices that claim the hosts of this one, in the mesh or at a Gateway. */
export const sameHosts: LinkedRule = (subject) =>
  texts(items(at(subject.spec, 'hosts'))).flatMap((spot) => (spot.value ? claimed(spot, subject) : []));

function claimed(spot: Spot<string>, subject: LinkedSubject): readonly Finding[] {
  const { resource, view, namespace } = subject;
  const host = resolveHost(spot.value, namespace, view.settings.clusterDomain);
  const others = overlapping(view, host).filter((other) => !isSameResource(other.resource, resource, view));
  const same = others.filter((other) => other.host === host).map((other) => other.resource);
  const inMesh = bound(resource, view)
    ? same.find((other) => bound(other, view) && scopesMeet(resource, other, view))
    : undefined;
  if (inMesh) {
    const what = `VirtualService ${nameOf(inMesh, view)} is for ${quote(spot.value)} in the mesh too. ${whoCounts(resource, inMesh, view)} Put the rules in one.`;
    const kiali = sharesGatewayName(resource, inMesh) ? ['KIA1106'] : [];
    return [say('MW2101', spot, what, { aliases: ['IST0109', ...kiali] })];
  }
  const partly = bound(resource, view)
    ? others.find(
        (other) =>
          other.host !== host &&
          bound(other.resource, view) &&
          isPublic(resource, view) !== isPublic(other.resource, view),
      )
    : undefined;
  if (partly) {
    const what = `VirtualService ${nameOf(partly.resource, view)} is for ${quote(partly.host)}, which overlaps ${quote(spot.value)}. Where both are seen, the more specific host counts.`;
    return [say('MW2102', spot, what)];
  }
  const atGateway = same.find((other) => sharesGatewayName(resource, other));
  if (!atGateway || bound(resource, view)) return [];
  const what = `VirtualService ${nameOf(atGateway, view)} is for ${quote(spot.value)} at the same Gateway. Istio joins the rules of both.`;
  return [say('MW2103', spot, `${what} ${overlapWords(subject, atGateway)}`)];
}

const nameOf = (resource: Resource, view: MeshView): string =>
  `${namespaceOf(resource, view.settings)}/${resource.name}`;

/** What of the rules is at stake, by which come first. */
function overlapWords({ resource, view, regexes }: LinkedSubject, other: Resource): string {
  const isSame = (a: RuleMatch, b: RuleMatch): boolean =>
    a.rule.section === b.rule.section && a.rule.index === b.rule.index && a.match === b.match;
  const [lost] = takenBetween(view, resource, other, regexes());
  const [won] = takenBetween(view, other, resource, regexes());
  const name = ({ rule }: RuleMatch): string => ruleName({ value: rule.value, path: rule.path }, 'middle');
  if (lost) {
    const [by] = lost.by;
    const mutual = by && won && isSame(won.match, by) && won.by.some((one) => isSame(one, lost.match));
    if (mutual)
      return `Both ${name(lost.match)} here and ${name(by)} there take the same requests, and only that of the older is used.`;
    return `If the other is older, its ${lost.by.map(name).join(' and ')} takes all that ${name(lost.match)} here asks for.`;
  }
  if (won)
    return `If this one is older, its ${won.by.map(name).join(' and ')} takes all that ${name(won.match)} there asks for.`;
  return 'None of them takes all that another asks for; where they overlap, which come first is not promised.';
}

/** Of two for one host sidecars ask the one for their namespace alone first, then what names it, then what is for all; of equals the older. */
function whoCounts(own: Resource, other: Resource, view: MeshView): string {
  const here = namespaceOf(own, view.settings);
  const tiers = (namespace: string) =>
    [own, other].map((one) =>
      isVisible(one, namespace, view.settings) ? consultationTier(one, namespace, view) : -1,
    );
  for (const namespace of [here, namespaceOf(other, view.settings)]) {
    const [mine = -1, theirs = -1] = tiers(namespace);
    if (mine < 0 || theirs < 0 || mine === theirs) continue;
    const [first, last] = mine < theirs ? ['this one', 'the other'] : ['the other', 'this one'];
    return `Sidecars in namespace ${namespace} follow ${first}, which is exported to fewer, and ignore ${last}.`;
  }
  return 'Sidecars follow the older of the two and ignore the other.';
}

const bound = (resource: Resource, { settings }: MeshView): boolean =>
  gatewaysOf(resource, settings).includes(MESH_GATEWAY);

const isPublic = (resource: Resource, { settings }: MeshView): boolean =>
  exportTo(resource, settings).includes('*');

/** Whether some namespace sees both. */
function scopesMeet(a: Resource, b: Resource, { settings }: MeshView): boolean {
  const [one, other] = [exportTo(a, settings), exportTo(b, settings)];
  return one.includes('*') || other.includes('*') || one.some((namespace) => other.includes(namespace));
}

function overlapping(view: MeshView, host: string): readonly HostClaim[] {
  if (!isWildcard(host)) return hostClaims(view, 'VirtualService', host);
  return claimsOfAll(view).filter((claim) => hostMatches(claim.host, host));
}

const claimsOfAll = question((view): readonly HostClaim[] =>
  view
    .find(key.kind('VirtualService'))
    .flatMap((resource) => hostsOf(resource, view.settings).map((host) => ({ resource, host }))),
);
