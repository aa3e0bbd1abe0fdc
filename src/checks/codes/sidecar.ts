import { rejected, warned, type CodeInfo } from './code-info.ts';

/** MW08xx: what a Sidecar lets in and out. */
export const sidecarCodes = {
  MW0801: rejected('A Sidecar that sets nothing', 'istiod takes an empty one for a mistake.'),
  MW0802: rejected(
    'An application elsewhere',
    'The sidecar hands requests to the application on its own machine.',
  ),
  MW0803: rejected(
    'TLS that sidecars cannot do',
    'Sidecars read certificates from files and have fewer settings than Gateways.',
  ),
  MW0804: rejected(
    'A TLS mode that sidecars cannot have',
    'Mutual TLS within the mesh is set elsewhere, and there is nothing behind a sidecar to pass it to.',
  ),
  MW0805: rejected('TLS settings on a plain port of a sidecar', 'Nothing is encrypted there.'),
  MW0806: warned(
    'Limits for HTTP where there is none',
    'Only limits for connections apply at a port that is not HTTP.',
  ),
  MW0807: rejected(
    'A listener for the rest that is not the last',
    'Listeners are read from the top, and only one can be for all that is left.',
  ),
  MW0808: rejected('A listener without a port', 'It listens at a port number, or at a socket.'),
  MW0809: rejected('Redirection to a socket', 'Traffic is redirected to ports only.'),
  MW0810: rejected('Two listeners at one socket', 'The second could not open it.'),
  MW0811: rejected('A listener without hosts', 'Nothing would be reachable through it.'),
  MW0812: rejected('A host without its namespace', 'Sidecars name services as namespace/host.'),
  MW0813: warned('A host that is covered already', 'It changes nothing.'),
  MW0814: warned('Everything, and more', 'Beside "*/*" no other host changes anything.'),
  MW0815: rejected('An egress proxy for traffic that may not go out', 'It needs the mode ALLOW_ANY.'),
  MW0816: rejected('An egress proxy without a port', 'Traffic could not be sent to it.'),
} as const satisfies Record<`MW08${string}`, CodeInfo>;
