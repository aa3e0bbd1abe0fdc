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
} as const satisfies Record<`MW20${string}`, CodeInfo>;
