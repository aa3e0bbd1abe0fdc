import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, text, type Spot } from '../../spot.ts';
import { isHttpLike, isProtocol, isTlsLike } from '../../values/protocol.ts';
import { serverTls } from '../tls/server-tls.ts';

/** TLS of a Gateway's servers: there where the protocol is encrypted, and only there. */
export const serversTls: SpecRule = ({ spec }) =>
  all(spec, 'servers[]').flatMap((server) => {
    const tls = at(server, 'tls');
    return [...fits(server, tls), ...(isPresent(tls) ? serverTls(tls) : []), ...redirects(server, tls)];
  });

const protocolOf = (server: Spot): string => text(at(server, 'port', 'protocol')) ?? '';

function fits(server: Spot, tls: Spot): readonly Finding[] {
  const protocol = protocolOf(server);
  // A protocol that is none is told by itself.
  if (!isProtocol(protocol)) return [];
  if (isTlsLike(protocol)) return isPresent(tls) ? [] : [withoutTls(server, protocol)];
  if (!isPresent(tls)) return [];
  return isHttpLike(protocol) ? plainHttp(server, tls) : [plainTcp(server, tls, protocol)];
}

function withoutTls(server: Spot, protocol: string): Finding {
  const what = `The protocol ${protocol} needs "tls" settings: who opens the encryption, and with which certificate.`;
  const path = [...server.path, 'tls'];
  return refuse('MW0710', server, what, {
    at: 'key',
    mends: [
      setting(path, { mode: 'PASSTHROUGH' }, 'Pass encrypted bytes on'),
      setting(
        path,
        { mode: 'SIMPLE', credentialName: 'gateway-certificate' },
        'Open the encryption with a Secret',
      ),
    ],
  });
}

function plainHttp(server: Spot, tls: Spot): readonly Finding[] {
  const mode = text(at(tls, 'mode'));
  const passes = mode === undefined || mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH';
  const certificates = ['caCertificates', 'privateKey', 'serverCertificate'].some((name) =>
    isFilled(at(tls, name)),
  );
  if (passes && !certificates) return [];
  const what = 'This port speaks plain HTTP, so it can have no TLS but a redirect to HTTPS.';
  const protocol = [...server.path, 'port', 'protocol'];
  return [
    refuse('MW0711', tls, what, {
      at: 'key',
      mends: [setting(protocol, 'HTTPS', 'Set the protocol to HTTPS'), removing(tls.path)],
    }),
  ];
}

function plainTcp(server: Spot, tls: Spot, protocol: string): Finding {
  const what = `A port with the protocol ${protocol} can have no TLS settings; TLS over TCP is the protocol TLS.`;
  const path = [...server.path, 'port', 'protocol'];
  return refuse('MW0711', tls, what, {
    at: 'key',
    mends: [setting(path, 'TLS', 'Set the protocol to TLS'), removing(tls.path)],
  });
}

function redirects(server: Spot, tls: Spot): readonly Finding[] {
  const redirect = at(tls, 'httpsRedirect');
  const protocol = protocolOf(server);
  if (redirect.value !== true || !isProtocol(protocol) || isHttpLike(protocol)) return [];
  const what = `Only plain HTTP can be redirected to HTTPS; with the protocol ${protocol} this changes nothing.`;
  return [
    { code: 'MW0712', message: what, path: redirect.path, at: 'key', mends: [removing(redirect.path)] },
  ];
}
