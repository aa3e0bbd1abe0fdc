import type { Finding } from '../../finding.ts';
import { removing, say, setting } from '../../say.ts';
import { at, isFilled, items, text, texts, type Spot } from '../../spot.ts';
import { closest, quote } from '../../words.ts';

/** TLS 1.0 and 1.1, which Envoy's default ciphers have nothing for. */
export function oldVersion(tls: Spot): readonly Finding[] {
  const spot = at(tls, 'minProtocolVersion');
  const version = text(spot);
  if ((version !== 'TLSV1_0' && version !== 'TLSV1_1') || isFilled(at(tls, 'cipherSuites'))) return [];
  const what = `Clients of ${version} find no cipher: those that Istio chooses are for TLS 1.2 and later. Name older ones in "cipherSuites", or raise the version.`;
  return [say('MW0719', spot, what, { mends: [setting(spot.path, 'TLSV1_2')] })];
}

/** Names of ciphers that Istio does not pass on to Envoy. */
export function ciphers(tls: Spot): readonly Finding[] {
  const seen = new Set<string>();
  return texts(items(at(tls, 'cipherSuites'))).flatMap((spot) => {
    const name = spot.value;
    const twice = seen.has(name);
    seen.add(name);
    const mends = [removing(spot.path, 'Remove the cipher')];
    // What begins with a sign is an expression of OpenSSL's, such as !RC4.
    const known = name === '' || /^[^a-z0-9]/i.test(name) || suites.has(name);
    if (known && !twice) return [];
    if (known)
      return [say('MW0720', spot, `The cipher ${quote(name)} stands here twice; once is enough.`, { mends })];
    const meant = closest(name, suites);
    if (meant !== undefined && !seen.has(meant)) mends.unshift(setting(spot.path, meant));
    return [
      say(
        'MW0720',
        spot,
        `Istio leaves out the cipher ${quote(name)}, which it does not know${meant ? `; did you mean ${meant}?` : '.'}`,
        { mends },
      ),
    ];
  });
}

/** By OpenSSL's names. */
const suites: ReadonlySet<string> = new Set([
  'ALL',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-SHA',
  'ECDHE-RSA-AES128-SHA',
  'ECDHE-ECDSA-AES256-SHA',
  'ECDHE-RSA-AES256-SHA',
  'AES128-GCM-SHA256',
  'AES256-GCM-SHA384',
  'AES128-SHA',
  'AES256-SHA',
  'DES-CBC3-SHA',
]);
