import { rejected, warned, type CodeInfo } from './code-info.ts';

/** MW06xx: services and workloads that Kubernetes does not know: ServiceEntry, WorkloadEntry, WorkloadGroup. */
export const serviceEntryCodes = {
  MW0601: rejected(
    'A range of addresses for a name',
    'Names are looked up one by one, and a range has no single address to go to.',
  ),
  MW0602: rejected('Two ports with one number', 'The proxy opens each port once.'),
  MW0603: warned(
    'TCP without an address',
    "Without one, connections to the port at any address count as the service's.",
  ),
  MW0604: rejected(
    'Endpoints that are not used',
    'Without a resolution, traffic goes to the address that the caller has.',
  ),
  MW0605: warned(
    'A selector that is not used',
    'Without a resolution, traffic goes to the address that the caller has.',
  ),
  MW0606: rejected('Several endpoints for one', 'DNS_ROUND_ROBIN connects to one name.'),
  MW0607: rejected(
    'An endpoint that cannot be reached this way',
    'STATIC takes addresses and sockets, DNS takes names and addresses.',
  ),
  MW0608: rejected('A socket for several ports', 'A socket takes connections of one kind.'),
  MW0609: rejected(
    'A port that the service does not have',
    "Ports of endpoints go by the names of the service's ports.",
  ),
  MW0610: rejected('A host that DNS cannot look up', 'DNS answers for full names, without a star.'),
  MW0611: rejected(
    'One name for DYNAMIC_DNS',
    'It looks up the name of each request, which is for wildcards.',
  ),
  MW0612: rejected('Addresses beside DYNAMIC_DNS', 'The address comes from the name of each request.'),
  MW0613: rejected(
    'A protocol without names for DYNAMIC_DNS',
    'The proxy must be able to read the host from the traffic.',
  ),
  MW0614: rejected(
    'A waypoint for DYNAMIC_DNS',
    'Waypoints cannot look up names of services inside the mesh.',
  ),
  MW0615: rejected('Hosts that nothing tells apart', 'Only HTTP and TLS traffic says which host is meant.'),
  MW0616: warned(
    'Hosts that share their addresses',
    'Connections are told apart by address only, so all go to one of the hosts.',
  ),
  MW0620: rejected('A workload without a place', 'Nobody could reach it.'),
  MW0621: warned('A workload known by its network only', 'It is reached through the gateway of its network.'),
  MW0622: rejected(
    'A socket that cannot be',
    'After unix:// comes an absolute path, or a name that begins with @.',
  ),
  MW0623: rejected('Ports of a socket', 'A socket has none.'),
  MW0624: rejected('An address that is neither IP nor name', 'The proxy could not connect to it.'),
  MW0630: rejected(
    'A probe that istiod does not know',
    'It probes by HTTP, by opening a connection, or by a command.',
  ),
  MW0631: rejected('An unknown scheme of a probe', 'Probes ask by HTTP or HTTPS.'),
  MW0632: rejected(
    'A header name that probes cannot have',
    'istiod takes letters, digits and hyphens there.',
  ),
  MW0633: rejected('A probe without a command', 'There is nothing to run.'),
} as const satisfies Record<`MW06${string}`, CodeInfo>;
