import type { CodeInfo } from './code-info.ts';

const error = (title: string, means: string, ...aliases: string[]): CodeInfo => ({
  title,
  means,
  severity: 'error',
  aliases,
});
const warning = (title: string, means: string, ...aliases: string[]): CodeInfo => ({
  title,
  means,
  severity: 'warning',
  aliases,
});

/** MW20xx: what one resource names and another has to define. */
export const referencesCodes = {
  MW2001: error(
    'A destination that nothing defines',
    'The proxy knows no endpoints for this host, so requests that are sent there fail with 503 (tcp: are cut off). Only a Service or a ServiceEntry that the VirtualService can see defines a host.',
    'IST0101',
    'KIA1101',
  ),
  MW2002: {
    title: 'Destinations that cannot be verified',
    means:
      'No Service is in the workspace, so nothing tells which hosts the cluster has. Add the Services, or assume them in the settings file, and hosts are checked.',
    severity: 'hint',
    aliases: [],
  },
  MW2003: error(
    'A subset that nobody defines',
    'Without a DestinationRule that defines the subset for this host the proxy has no endpoints for it, and requests fail with 503.',
    'IST0101',
    'KIA1107',
  ),
  MW2004: warning(
    'A subset that its DestinationRule keeps to itself',
    'The subset is defined, but in a DestinationRule that does not count for these callers: of another namespace, hidden by exportTo, or outweighed by another rule. Requests fail with 503.',
  ),
  MW2005: error(
    'A destination port that the host does not have',
    'The proxy has no cluster for this port, so requests that are sent there fail with 503.',
    'IST0101',
  ),
  MW2006: warning(
    'A destination of several ports, and none chosen',
    'The host has more than one port. Without a port the one that the request came in by is used, and where the host lacks that, requests fail.',
    'IST0112',
  ),
  MW2007: error(
    'A Gateway that does not exist',
    'The rules apply at no gateway of this name, so requests from outside never reach them.',
    'IST0101',
    'IST0132',
    'KIA1102',
  ),
  MW2008: error(
    'A Gateway in a match that does not exist',
    'The match can never be true for a gateway that does not exist.',
    'KIA1102',
  ),
  MW2009: warning(
    'Hosts that the Gateway does not serve',
    'No host of the VirtualService is among those of the Gateway, so it gets no requests from there.',
    'IST0132',
  ),
  MW2010: warning(
    'A DestinationRule for a host that nothing defines',
    'Rules for destinations apply to hosts of Services and ServiceEntries. This one applies to no call.',
    'IST0174',
    'KIA0202',
  ),
  MW2011: warning(
    'A subset without workloads',
    'No workload behind the host carries the labels of the subset, so it has no endpoints and requests for it fail with 503.',
    'IST0173',
    'KIA0203',
  ),
  MW2012: warning(
    'A Gateway that no proxy serves',
    'A Gateway configures the pods that its selector picks, and no workload in the workspace has these labels. The port opens nowhere.',
    'IST0101',
    'KIA0302',
  ),
  MW2013: warning(
    'A Gateway port that its Service does not offer',
    'The proxy listens at the port, but the Service before it does not pass it on, so nobody outside can reach it.',
    'IST0162',
  ),
  MW2014: warning(
    'A certificate whose Secret is not there',
    'The gateway looks for the Secret in its own namespace. Without it connections to the port are refused.',
    'IST0101',
  ),
  MW2015: warning(
    'A selector that picks no workload',
    'No workload of the namespace carries these labels, so the resource applies to nothing.',
    'KIA0004',
  ),
  MW2016: warning(
    'A namespace that does not exist',
    'No caller can come from it, so the rule says less than it seems to.',
    'IST0101',
  ),
  MW2017: warning(
    'An egress host that nothing defines',
    'The sidecar is told to know a host that is neither a Service nor a ServiceEntry, which changes nothing.',
    'KIA1004',
  ),
} as const satisfies Record<`MW20${string}`, CodeInfo>;
