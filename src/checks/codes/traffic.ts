import { ours, type CodeInfo } from './code-info.ts';

/** MW32xx: what really happens to calls: protocols, TLS, names and endpoints. No other tool tells of it. */
export const trafficCodes = {
  MW3201: ours(
    'warning',
    'HTTP rules for connections that nobody looks into',
    'Sidecars pass TLS and TCP on as they come: by name or address, without seeing a request. No path is matched, no header changed, nothing retried or mirrored.',
  ),
  MW3202: ours(
    'warning',
    'Rules for another kind of connection',
    'Rules under "tls" are for ports that pass TLS on, those under "tcp" for ports of plain bytes. The hosts have no such port, so the rules apply to nothing.',
  ),
  MW3203: ours(
    'warning',
    'TLS within TLS',
    'The port carries TLS of the callers already, and the proxy wraps it once more. The server finds a second handshake where it expects a request, and the call fails.',
  ),
  MW3204: ours(
    'warning',
    'Plain text to a port that speaks TLS',
    'Nothing opens TLS on the way, so the server answers 400, or cuts the connection off.',
  ),
  MW3205: ours(
    'warning',
    'Requests in plain text to a port of TLS',
    'The rule sends HTTP requests to a port that is declared to be TLS, and no DestinationRule has the proxy open TLS there. The server answers 400, or cuts the connection off.',
  ),
  MW3206: ours(
    'warning',
    'Mutual TLS of Istio with a host outside the mesh',
    'The server would need a certificate of the mesh, and to know its authority. Hosts outside have neither, so connections fail.',
  ),
  MW3207: ours(
    'warning',
    'A credential that sidecars do not read',
    'Sidecars take credentials by name only where the DestinationRule selects their workload. The others leave TLS out without a word, and call in plain text.',
  ),
  MW3208: ours(
    'warning',
    'A subset that a host looked up by name cannot have',
    'Subsets pick endpoints by their labels, and addresses from DNS have none. Requests for the subset fail with 503.',
  ),
  MW3209: ours(
    'info',
    'Ejection that never happens',
    'Of the endpoints at most this share is ejected, and one of so few is more than that.',
  ),
  MW3210: ours(
    'info',
    'A server that need not be who it says',
    'With a name of its own for SNI the proxy checks only that some known authority signed the certificate. That of any other server would do.',
  ),
  MW3211: ours(
    'warning',
    'Requests for one host to a host that is not looked up',
    'With resolution NONE a proxy connects to the address that the caller dialled. That is the address of another host, and gateways have none at all.',
  ),
  MW3212: ours(
    'warning',
    'A destination that only a star covers',
    'A ServiceEntry for a wildcard defines the wildcard, and no name under it: the proxy has no endpoints for this host, and requests fail with 503.',
  ),
  MW3213: ours(
    'warning',
    'Rules of a kind that the Gateway does not serve',
    'Where a Gateway passes TLS through, it sees no requests, and only "tls" rules apply; where it ends TLS or takes HTTP, only "http" rules do.',
  ),
  MW3214: ours(
    'info',
    'A Gateway server without routes',
    'No VirtualService brings routes for its hosts to it, so requests end in 404, and connections that it passes through are refused.',
  ),
  MW3215: ours(
    'warning',
    'A host that the Gateways do not serve',
    'Other hosts of the VirtualService get requests from its Gateways, this one gets none.',
  ),
  MW3216: ours(
    'warning',
    'A gateway that sends to itself',
    'The rule is for sidecars and for the gateway, and leads to the gateway: what arrives there is sent there again.',
  ),
  MW3217: ours(
    'info',
    'Rules for a host that nothing defines',
    'Sidecars route hosts that they do not know at port 80 alone, and only where something else makes them listen there.',
  ),
  MW3218: ours(
    'hint',
    'A subset that no rule sends to',
    'Rules send to other subsets of the host, or to all of it. Nothing is wrong, unless this one was to get requests.',
  ),
  MW3219: ours(
    'warning',
    'Ports of a ServiceEntry that lead nowhere',
    'ServiceEntries of one host and namespace are joined only when they say the same of resolution, labels and visibility. Of two that differ the older one has endpoints, and calls to other ports of the younger are caught and fail.',
  ),
  MW3220: ours(
    'hint',
    'What files cannot tell of hosts outside',
    'Whether a firewall, a proxy or the other side lets calls out of the cluster is in no file. If a host that is declared right cannot be reached, that is where to look.',
  ),
} as const satisfies Record<`MW32${string}`, CodeInfo>;
