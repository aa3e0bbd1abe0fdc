import { removingAll, say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled, text } from '../../spot.ts';
import { listOf, quote } from '../../words.ts';
import { policyParts } from '../destination-rule/policies.ts';

const UNUSED = ['clientCertificate', 'privateKey', 'caCertificates', 'caCrl', 'credentialName'] as const;

/** Certificates beside Istio's own. */
export const istioMutual: SpecRule = ({ spec }) =>
  policyParts(spec, 'tls').flatMap((tls) => {
    const mode = at(tls, 'mode');
    if (text(mode) !== 'ISTIO_MUTUAL') return [];
    const unused = UNUSED.map((name) => at(tls, name)).filter(isFilled);
    if (unused.length === 0) return [];
    const names = listOf(
      unused.map(({ path }) => quote(path.at(-1) ?? '')),
      'and',
    );
    const what = `With ISTIO_MUTUAL the proxy shows the certificate that Istio gave its workload, and does not read ${names}. To show these, the mode is MUTUAL.`;
    return [
      say('MW1130', mode, what, {
        mends: [
          removingAll(
            unused.map(({ path }) => path),
            `Remove ${names.replaceAll('"', '')}`,
          ),
          setting(mode.path, 'MUTUAL'),
        ],
      }),
    ];
  });
