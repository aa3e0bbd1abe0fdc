import { rejected, warned, type CodeInfo } from './code-info.ts';

/** MW05xx: what the policies of a DestinationRule mean. */
export const destinationRuleCodes = {
  MW0501: rejected('A DestinationRule for nothing', 'Without a host it applies to no traffic.'),
  MW0502: rejected('A policy that sets nothing', 'istiod takes an empty policy for a mistake.'),
  MW0503: rejected('A tunnel and the PROXY protocol', 'Both would have to come first on the connection.'),
  MW0504: rejected('Settings for no port', 'Settings for single ports need the port.'),
  MW0505: rejected(
    'A limit for failures that are not counted',
    'Failures on the way are counted apart only when asked for.',
  ),
  MW0506: rejected('A connection pool without limits', 'istiod takes an empty pool for a mistake.'),
  MW0507: rejected('Two ways to choose HTTP/2', 'Requests are upgraded, or keep the protocol of the caller.'),
  MW0508: rejected('Half a setting of HTTP/2 pings', 'Pings need how often and how long to wait.'),
  MW0509: rejected('A cookie without a name', 'The proxy could neither set nor read it.'),
  MW0510: rejected(
    'An old ring size beside a new table',
    'Only one of the two can say how large the table is.',
  ),
  MW0511: rejected('A Maglev table of no good size', 'Its size is a prime number, at most 5000010.'),
  MW0512: rejected('Locality and zones at once', 'Both decide where traffic stays, and only one can.'),
  MW0513: rejected(
    'Shares by place and failover at once',
    'Shares send traffic away all the time, failover only when endpoints fail.',
  ),
  MW0514: rejected(
    'A priority that is decided already',
    'Region, zone and subzone come from the other setting.',
  ),
  MW0515: rejected(
    'A failover that leads nowhere else',
    'Traffic of a failed region needs another region to go to.',
  ),
  MW0516: warned(
    'A failover that nothing sets off',
    'Only outlier detection notices that endpoints fail, so traffic stays where it fails.',
  ),
  MW0517: rejected(
    'Shares that do not add up to 100',
    'Shares of traffic by place are percentages of the whole.',
  ),
  MW0518: rejected(
    'A place that overlaps or cannot be',
    'Each place may have one share, and stars stand at the end.',
  ),
  MW0519: rejected(
    'A warm-up without growth',
    'With an aggression of 0 new endpoints would never get more traffic.',
  ),
  MW0520: rejected('An unknown way to open a tunnel', 'Proxies open tunnels by CONNECT or POST.'),
  MW0521: rejected('Two subsets with one name', 'Destinations could not tell them apart.'),
  MW0522: rejected('Authorities out of reach', 'A rule reads ConfigMaps of its own namespace only.'),
  MW0523: rejected(
    'Certificates checked and not checked',
    'Skipping the check makes what it would check against pointless.',
  ),
  MW0524: rejected('Certificates from a Secret and from files', 'Only one place can be read.'),
  MW0525: rejected('Mutual TLS without a certificate', 'The caller has nothing to show to the service.'),
} as const satisfies Record<`MW05${string}`, CodeInfo>;
