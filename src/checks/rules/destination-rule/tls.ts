import type { Finding } from '../../finding.ts';
import { refuse, removing, removingAll } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled, text, type Spot } from '../../spot.ts';
import { listOf } from '../../words.ts';
import { policyParts } from './policies.ts';

/** TLS that callers' proxies start: which certificates go with which mode. */
export const clientTls: SpecRule = ({ spec }) =>
  policyParts(spec, 'tls').flatMap((tls) => {
    const mode = text(at(tls, 'mode'));
    if (mode !== 'SIMPLE' && mode !== 'MUTUAL') return [];
    return [...unchecked(tls, mode), ...secretAndFiles(tls), ...(mode === 'MUTUAL' ? certificate(tls) : [])];
  });

function unchecked(tls: Spot, mode: 'SIMPLE' | 'MUTUAL'): readonly Finding[] {
  const skip = at(tls, 'insecureSkipVerify');
  if (skip.value !== true) return [];
  const names = ['caCertificates', ...(mode === 'SIMPLE' ? ['credentialName'] : []), 'subjectAltNames'];
  const moot = filled(tls, names);
  if (moot.length === 0) return [];
  const what = `"insecureSkipVerify" takes any certificate unchecked, and ${listOf(moot.map(nameOf), 'and')} would check it.`;
  const mends = [
    removing(skip.path),
    removingAll(
      moot.map(({ path }) => path),
      `Remove ${listOf(moot.map(nameOf), 'and')}`,
    ),
  ];
  return [refuse('MW0523', skip, what, { at: 'key', mends })];
}

function secretAndFiles(tls: Spot): readonly Finding[] {
  const secret = at(tls, 'credentialName');
  if (!isFilled(secret)) return [];
  const files = filled(tls, ['clientCertificate', 'privateKey', 'caCertificates', 'caCrl']);
  if (files.length === 0) return [];
  const what = `Certificates come from the Secret in "credentialName" or from files, and ${listOf(files.map(nameOf), 'and')} would be files.`;
  const mends = [
    removingAll(
      files.map(({ path }) => path),
      `Remove ${listOf(files.map(nameOf), 'and')}`,
    ),
    removing(secret.path),
  ];
  return [refuse('MW0524', secret, what, { at: 'key', mends })];
}

function certificate(tls: Spot): readonly Finding[] {
  if (isFilled(at(tls, 'credentialName'))) return [];
  const missing = ['clientCertificate', 'privateKey'].filter((name) => !isFilled(at(tls, name)));
  if (missing.length === 0) return [];
  const what = `Mutual TLS shows a certificate to the service, and ${listOf(missing, 'and')} ${missing.length > 1 ? 'are' : 'is'} missing. Name the files, or a Secret in "credentialName"; within the mesh, use ISTIO_MUTUAL.`;
  const mode = at(tls, 'mode').path;
  return [
    refuse('MW0525', tls, what, {
      at: 'key',
      mends: ['ISTIO_MUTUAL', 'SIMPLE'].map((value) => ({
        title: `Use the mode ${value}`,
        steps: [{ kind: 'set-field', path: mode, value }],
      })),
    }),
  ];
}

const filled = (tls: Spot, names: readonly string[]): readonly Spot[] =>
  names.map((name) => at(tls, name)).filter(isFilled);

const nameOf = ({ path }: Spot): string => String(path.at(-1));
