import { rejected, warned, type CodeInfo } from './code-info.ts';

/** MW07xx: the servers of a Gateway, and TLS that proxies open. */
export const gatewayCodes = {
  MW0701: rejected('A Gateway without servers', 'It would open no port.'),
  MW0702: rejected('A server without hosts', 'It would let nobody in.'),
  MW0703: rejected('A port without a number', 'Only sockets have none.'),
  MW0704: rejected('A port without a name', 'Ports of a Gateway are told apart by name.'),
  MW0705: rejected('Two ports with one name', 'Ports of a Gateway are told apart by name.'),
  MW0706: rejected('Nowhere to listen', 'A proxy listens at an IP address or at a socket.'),
  MW0707: rejected('A number for a socket', 'A socket has no port.'),
  MW0708: rejected(
    'A namespace of hosts that cannot be',
    'The part before the slash says whose VirtualServices may use the host.',
  ),
  MW0709: rejected(
    'A short name',
    'Clients from outside and namespaces of the mesh would each mean something else by it.',
  ),
  MW0710: rejected(
    'An encrypted port without TLS settings',
    'The proxy would not know whether to open the encryption, nor with what.',
  ),
  MW0711: rejected('TLS settings on a plain port', 'Nothing is encrypted there.'),
  MW0712: warned('A redirect that nobody sees', 'Only requests in plain HTTP can be redirected.'),
  MW0713: rejected("Certificates beside Istio's own", 'ISTIO_MUTUAL uses those that Istio makes.'),
  MW0714: warned('Certificates that are not used', 'Encrypted bytes are passed on unopened.'),
  MW0715: rejected('Certificates from several places', 'Only one place can be read.'),
  MW0716: rejected(
    "Clients' certificates without an authority",
    'The proxy could not tell good ones from bad ones.',
  ),
  MW0717: rejected('A certificate or key that is missing', 'The proxy has nothing to show to clients.'),
  MW0718: rejected(
    'A revocation list without a use',
    'It is read from files, and only where clients show certificates.',
  ),
  MW0719: warned(
    'An old TLS version without ciphers',
    'The ciphers that Istio chooses are for TLS 1.2 and later, so old clients still fail.',
  ),
  MW0720: warned('A cipher that is left out', 'Istio passes on only ciphers that it knows, and each once.'),
} as const satisfies Record<`MW07${string}`, CodeInfo>;
