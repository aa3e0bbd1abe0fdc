import { asNumber, key, serviceHost, valueAt, type Resource } from '../../../istio/index.ts';
import { portsOf, writtenExportTo } from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { closest, listOf, quote } from '../../words.ts';
import { defining, otherDomain, settingDomain, slippedDomain } from './defining.ts';
import { destinationSpots, lost, type DestinationSpot } from './destination-spots.ts';
import { definersOf, hiddenDefiners } from './known-host.ts';
import { serviceOfTwoParts } from './two-parts.ts';

/** Hosts that a VirtualService sends to, and their ports. */
export const destinations: LinkedRule = (subject) => {
  const unverified: DestinationSpot[] = [];
  const callers = callersOf(subject);
  const found = destinationSpots(subject).flatMap((spot): readonly Finding[] => {
    const definers = firstKnown(callers, (caller) => definersOf(subject.view, spot.host, caller));
    if (definers.length) return portFindings(spot, definers);
    if (subject.given.services) return [unknownHost(spot, callers, subject)];
    unverified.push(spot);
    return [];
  });
  return [...found, ...cannotVerify(unverified, subject)];
};

/** The namespaces that the rules are for: that of the VirtualService, unless it is exported to others. */
function callersOf({ resource, view, namespace }: LinkedSubject): readonly string[] {
  const to = writtenExportTo(resource, view.settings);
  return to.length === 0 || to.includes('*') ? [namespace] : to;
}

function firstKnown(
  callers: readonly string[],
  ask: (caller: string) => readonly Resource[],
): readonly Resource[] {
  for (const caller of callers) {
    const found = ask(caller);
    if (found.length > 0) return found;
  }
  return [];
}

function cannotVerify(spots: readonly DestinationSpot[], subject: LinkedSubject): readonly Finding[] {
  const [first] = spots;
  if (!first) return [];
  const hosts = [...new Set(spots.map(({ written }) => quote(written)))];
  const they = hosts.length === 1 ? 'it' : 'they';
  const what = `No Service is in the workspace, so whether the cluster has ${listOf(hosts, 'and')} cannot be verified. Add the Services or assume them, and ${they} will be.`;
  // A first assumed Service makes the workspace speak of Services: of all of them at once, then.
  const unique = [...new Map(spots.map((spot) => [spot.host, spot])).values()];
  const steps = unique.flatMap((spot) =>
    defining(spot.host, subject, portsAt(spot)).flatMap((mend) => mend.steps),
  );
  const title = hosts.length === 1 ? `Assume or define ${hosts[0] ?? ''}` : 'Assume or define all of them';
  const mends = steps.length === unique.length ? [{ title, steps }] : [];
  return [say('MW2002', inside(first, 'host'), what, { mends })];
}

const inside = ({ path }: DestinationSpot, ...keys: string[]): { path: DestinationSpot['path'] } => ({
  path: [...path, ...keys],
});

function unknownHost(spot: DestinationSpot, callers: readonly string[], subject: LinkedSubject): Finding {
  const { view } = subject;
  const domain = otherDomain(spot.host, view);
  if (domain) {
    const here = view.settings.clusterDomain;
    const what = `A Service of this name exists in a cluster whose domain is ${here}. If the domain is ${domain}, the settings should say so; if not, requests that are sent there fail with 503.`;
    return say('MW2064', inside(spot, 'host'), what, {
      mends: [setting([...spot.path, 'host'], spot.host.replace(domain, here)), settingDomain(domain)],
    });
  }
  const [hidden] = firstKnown(callers, (caller) => hiddenDefiners(view, spot.host, caller));
  const twoParts = serviceOfTwoParts(spot.written, view);
  const meant = twoParts ?? slippedDomain(spot.host, view) ?? nearName(spot, subject);
  const what = hidden
    ? `${quote(spot.written)} is defined by ${hidden.kind} ${hidden.name}, but its exportTo hides it from namespace ${listOf(callers, 'and')}.`
    : `No Service or ServiceEntry defines ${quote(spot.written)}${spot.written === spot.host ? '' : `, that is ${spot.host}`}.`;
  const hint = twoParts ? ` Istio takes a name with a dot as it is; the Service is ${twoParts}.` : '';
  const kiali = spot.mirror || twoParts ? [] : ['KIA1101'];
  return say('MW2001', inside(spot, 'host'), `${what} ${lost(spot)}${hint}`, {
    aliases: ['IST0101', ...kiali],
    mends: [
      ...(meant === undefined ? [] : [setting([...spot.path, 'host'], meant)]),
      ...(hidden || twoParts ? [] : defining(spot.host, subject, portsAt(spot))),
    ],
  });
}

const portsAt = (spot: DestinationSpot): readonly number[] => {
  const port = asNumber(valueAt(spot.value, ['port', 'number']));
  return port === undefined ? [] : [port];
};

/** The Service of the namespace whose name is a slip of the finger away, or of the same name in another namespace. */
function nearName({ written }: DestinationSpot, { view, namespace }: LinkedSubject): string | undefined {
  if (written.includes('.')) return undefined;
  const near = closest(
    written,
    view.find(key.kindIn('Service', namespace)).map(({ name }) => name),
  );
  if (near !== undefined) return near;
  const elsewhere = view.find(key.kind('Service')).filter(({ name }) => name === written);
  const [only] = elsewhere;
  return only && elsewhere.length === 1
    ? serviceHost(only.name, only.namespace || view.settings.defaultNamespace, view.settings.clusterDomain)
    : undefined;
}

const portNumbers = new WeakMap<readonly Resource[], readonly number[]>();

/** The ports that definers of a host offer, worked out once for all who send there. */
function numbersOf(definers: readonly Resource[]): readonly number[] {
  let numbers = portNumbers.get(definers);
  if (!numbers) {
    numbers = [...new Set(definers.flatMap(portsOf).map(({ number }) => number))];
    portNumbers.set(definers, numbers);
  }
  return numbers;
}

function portFindings(spot: DestinationSpot, definers: readonly Resource[]): readonly Finding[] {
  const port = asNumber(valueAt(spot.value, ['port', 'number']));
  const ports = numbersOf(definers);
  if (ports.length === 0 || (port !== undefined && ports.includes(port))) return [];
  const path = ['port', 'number'];
  if (port === undefined) {
    if (ports.length === 1) return [];
    const what = `${quote(spot.written)} has the ports ${listOf(ports.map(String), 'and')}, and none is chosen. Requests go to the port they came in by, and fail where the host lacks that.`;
    const mends = ports
      .slice(0, 3)
      .map((number) => setting([...spot.path, ...path], number, `Send to port ${String(number)}`));
    return [say('MW2006', inside(spot, 'host'), what, { mends })];
  }
  const has = `${ports.length === 1 ? 'port' : 'the ports'} ${listOf(ports.map(String), 'and')}`;
  const what = `${quote(spot.written)} has no port ${String(port)}, but ${has}. ${lost(spot)}`;
  const mends = ports
    .slice(0, 3)
    .map((number) => setting([...spot.path, ...path], number, `Send to port ${String(number)}`));
  return [say('MW2005', inside(spot, ...path), what, { mends })];
}
