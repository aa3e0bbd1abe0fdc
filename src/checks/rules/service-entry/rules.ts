import type { SpecRule } from '../../spec-rule.ts';
import { entryAddresses } from '../names/addresses.ts';
import { exportTo } from '../names/export-to.ts';
import { hostNames } from '../names/host-names.ts';
import { labels } from '../names/labels.ts';
import { selector } from '../names/selector.ts';
import { bareWildcardEntry, partialWildcardEntry } from '../names/wildcard-hosts.ts';
import { dynamicDns } from './dynamic-dns.ts';
import { endpointAddresses } from './endpoint-addresses.ts';
import { endpointPorts } from './endpoint-ports.ts';
import { endpointsOrNot } from './endpoints-or-not.ts';
import { manyHosts } from './many-hosts.ts';
import { namedHosts } from './named-hosts.ts';
import { ports } from './ports.ts';
import { ranges } from './ranges.ts';
import { tcpAddress } from './tcp-address.ts';

export const serviceEntryRules: readonly SpecRule[] = [
  hostNames,
  bareWildcardEntry,
  partialWildcardEntry,
  entryAddresses,
  ranges,
  ports,
  tcpAddress,
  endpointsOrNot,
  endpointAddresses,
  endpointPorts,
  namedHosts,
  dynamicDns,
  manyHosts,
  labels,
  exportTo,
  selector,
];
