import type { Finding } from '../../finding.ts';
import { refuse, removing, removingAll, say } from '../../say.ts';
import { all, at, isFilled, text, type Spot } from '../../spot.ts';
import { listOf } from '../../words.ts';
import { ciphers, oldVersion } from './ciphers.ts';

type Mode = 'PASSTHROUGH' | 'SIMPLE' | 'MUTUAL' | 'AUTO_PASSTHROUGH' | 'ISTIO_MUTUAL' | 'OPTIONAL_MUTUAL';

/** TLS that a proxy opens, at a Gateway or in a Sidecar's ingress: which certificates go with which mode. */
export function serverTls(tls: Spot): readonly Finding[] {
  const mode = (text(at(tls, 'mode')) ?? 'PASSTHROUGH') as Mode;
  return [...oldVersion(tls), ...ciphers(tls), ...byMode(tls, mode)];
}

function byMode(tls: Spot, mode: Mode): readonly Finding[] {
  switch (mode) {
    case 'ISTIO_MUTUAL':
      return ownCertificates(tls);
    case 'PASSTHROUGH':
    case 'AUTO_PASSTHROUGH':
      return [...ignored(tls, mode), ...sources(tls), ...revocation(tls, mode)];
    default: {
      const secret = isFilled(at(tls, 'credentialName')) || isFilled(at(tls, 'credentialNames'));
      if (secret) return sources(tls);
      return [...sources(tls), ...clientAuthority(tls, mode), ...pairs(tls, mode), ...revocation(tls, mode)];
    }
  }
}

const certificateFields = [
  'serverCertificate',
  'privateKey',
  'caCertificates',
  'tlsCertificates',
  'credentialName',
  'credentialNames',
];

const filled = (tls: Spot, names: readonly string[]): readonly Spot[] =>
  names.map((name) => at(tls, name)).filter(isFilled);
const nameOf = ({ path }: Spot): string => String(path.at(-1));
const removal = (spots: readonly Spot[]) =>
  removingAll(
    spots.map(({ path }) => path),
    `Remove ${listOf(spots.map(nameOf), 'and')}`,
  );

function ownCertificates(tls: Spot): readonly Finding[] {
  const moot = filled(tls, certificateFields);
  const [first] = moot;
  if (!first) return [];
  const what = `ISTIO_MUTUAL uses the certificates that Istio makes, so ${listOf(moot.map(nameOf), 'and')} cannot stand beside it.`;
  return [refuse('MW0713', first, what, { at: 'key', mends: [removal(moot)] })];
}

function ignored(tls: Spot, mode: Mode): readonly Finding[] {
  const moot = filled(tls, [...certificateFields, 'caCrl']);
  const [first] = moot;
  if (!first) return [];
  const what = `With ${mode} the encrypted bytes are passed on unopened, so ${listOf(moot.map(nameOf), 'and')} changes nothing.`;
  const mends = [
    {
      title: 'Open the encryption here (SIMPLE)',
      steps: [{ kind: 'set-field' as const, path: [...tls.path, 'mode'], value: 'SIMPLE' }],
    },
    removal(moot),
  ];
  return [say('MW0714', first, what, { at: 'key', mends })];
}

/** Certificates may come from one place only. */
function sources(tls: Spot): readonly Finding[] {
  const files = filled(tls, ['serverCertificate', 'privateKey']);
  const given = [
    ...(files.length === 2 ? [files] : []),
    ...filled(tls, ['credentialName', 'credentialNames', 'tlsCertificates']).map((spot) => [spot]),
  ];
  const second = given[1]?.[0];
  if (!second) return [];
  const names = given.map((spots) => listOf(spots.map(nameOf), 'and'));
  const what = `Certificates come from one place, and here from ${String(given.length)}: ${names.join('; ')}. Keep one.`;
  const mends = given.map((kept) => ({
    ...removal(given.filter((spots) => spots !== kept).flat()),
    title: `Keep ${listOf(kept.map(nameOf), 'and')}`,
  }));
  return [refuse('MW0715', second, what, { at: 'key', mends })];
}

function clientAuthority(tls: Spot, mode: Mode): readonly Finding[] {
  if (mode === 'SIMPLE' || isFilled(at(tls, 'caCertificates'))) return [];
  const what = `${mode} asks clients for certificates and needs to know who may have made them: set "caCertificates", or "credentialName".`;
  const mends = [
    {
      title: 'Ask clients for no certificate (SIMPLE)',
      steps: [{ kind: 'set-field' as const, path: [...tls.path, 'mode'], value: 'SIMPLE' }],
    },
  ];
  return [refuse('MW0716', tls, what, { at: 'key', mends })];
}

/** Each certificate with its key. */
function pairs(tls: Spot, mode: Mode): readonly Finding[] {
  const list = all(tls, 'tlsCertificates[]');
  const places = list.length > 0 ? list : [tls];
  return places.flatMap((place) => {
    const missing = ['serverCertificate', 'privateKey'].filter((name) => !isFilled(at(place, name)));
    if (missing.length === 0) return [];
    const what = `${mode} shows a certificate to clients, and ${listOf(missing, 'and')} ${missing.length > 1 ? 'are' : 'is'} missing. Name the files, or a Secret in "credentialName".`;
    const mends = [
      {
        title: 'Take them from a Secret',
        steps: [
          { kind: 'set-field' as const, path: [...tls.path, 'credentialName'], value: 'gateway-certificate' },
        ],
      },
    ];
    return [
      refuse('MW0717', place, what, {
        at: 'key',
        mends: place === tls && missing.length === 2 && !tls.path.includes('ingress') ? mends : [],
      }),
    ];
  });
}

function revocation(tls: Spot, mode: Mode): readonly Finding[] {
  const list = at(tls, 'caCrl');
  if (!isFilled(list)) return [];
  const mends = [removing(list.path)];
  if (isFilled(at(tls, 'credentialName')))
    return [
      refuse(
        'MW0718',
        list,
        'With "credentialName" the revocation list comes from the Secret, not from "caCrl".',
        { at: 'key', mends },
      ),
    ];
  if (mode !== 'SIMPLE') return [];
  return [
    refuse(
      'MW0718',
      list,
      'SIMPLE asks clients for no certificates, so there are none to revoke: "caCrl" cannot stand here.',
      { at: 'key', mends },
    ),
  ];
}
