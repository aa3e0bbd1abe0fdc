import { told, type CodeInfo } from './code-info.ts';

/** MW21xx: resources that claim the same. */
export const conflictsCodes = {
  MW2101: told(
    'error',
    'Two VirtualServices for one host in the mesh',
    'Sidecars take the rules of one VirtualService for a host: first one that is exported to their namespace alone, then one that names it, then one for all; of equals the oldest. The rules of the others are ignored, without a word.',
    'IST0109',
    'KIA1106',
  ),
  MW2102: told(
    'info',
    'Two VirtualServices for overlapping hosts in the mesh',
    'The one with the more specific host counts, for those who see both.',
    'IST0109',
  ),
  MW2103: told(
    'info',
    'Two VirtualServices for one host at a Gateway',
    'Istio joins their rules, and in which order is not promised: rules that overlap may shadow one another.',
    'KIA1106',
  ),
  MW2104: told(
    'error',
    'Several Sidecars for a whole namespace',
    'Only one can be for all workloads of a namespace. Istio takes the oldest; the others are ignored.',
    'IST0111',
    'KIA0002',
  ),
  MW2105: told(
    'error',
    'Several Sidecars for one workload',
    'Istio takes the oldest of those that select a workload; the others are ignored for it.',
    'IST0110',
    'KIA0003',
  ),
  MW2106: told(
    'error',
    'Several PeerAuthentications for a whole namespace',
    'Only the oldest decides about mutual TLS in the namespace; the others are ignored.',
    'KIA0002',
  ),
  MW2107: told(
    'error',
    'Several PeerAuthentications for one workload',
    'Which of them decides about mutual TLS depends on their age, not on what they say.',
    'KIA0003',
  ),
  MW2108: told(
    'warning',
    'Two Gateways for one host at one port',
    'Both configure the same proxies. Plain HTTP servers are joined; of two that end TLS for a host only one counts, and the other is left out.',
    'IST0145',
    'KIA0301',
  ),
  MW2109: told(
    'warning',
    'Two Gateways with one certificate',
    'Browsers reuse a connection for every host its certificate covers, so requests for the hosts of one Gateway arrive at the other and end in 404.',
    'IST0138',
  ),
  MW2110: told(
    'warning',
    'One host and port, two protocols',
    'ServiceEntries that the same callers see speak of one port of a host in two ways. Only one way counts.',
    'IST0177',
    'KIA1212',
  ),
  MW2111: told(
    'info',
    'One host and port in two ServiceEntries',
    'In one namespace Istio joins them; of different namespaces only one counts for a caller.',
    'KIA1211',
  ),
  MW2112: told(
    'warning',
    'Two DestinationRules for one host',
    'Istio joins the subsets of rules for one host, and takes the traffic policy of the oldest alone.',
    'KIA0201',
  ),
  MW2113: told(
    'info',
    'DestinationRules that overlap',
    'For each caller only one of them counts: by namespace, then by the more specific host. What the other says does not add to it.',
    'KIA0201',
  ),
  MW2114: told(
    'warning',
    'Rules that do not apply behind this Gateway',
    'The destination has routing rules of its own, for the mesh. A gateway sends straight to the endpoints, so those rules are passed by.',
    'IST0140',
  ),
} as const satisfies Record<`MW21${string}`, CodeInfo>;
