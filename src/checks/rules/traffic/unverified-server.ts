import { asTexts, member, specOf } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { at, isFilled, text } from '../../spot.ts';
import { quote } from '../../words.ts';
import { policyParts } from '../destination-rule/policies.ts';
import { entriesBehind } from './entry-definers.ts';

/** A name for SNI without the names that the certificate must have. */
export const unverifiedServer: LinkedRule = (subject) => {
  const named = policyParts(subject.spec, 'tls').filter(
    (tls) =>
      ['SIMPLE', 'MUTUAL'].includes(text(at(tls, 'mode')) ?? '') &&
      isFilled(at(tls, 'sni')) &&
      !isFilled(at(tls, 'subjectAltNames')) &&
      at(tls, 'insecureSkipVerify').value !== true,
  );
  if (!named.length) return [];
  // A ServiceEntry may say it for the rule.
  if (entriesBehind(subject).some((entry) => asTexts(member(specOf(entry), 'subjectAltNames')).length))
    return [];
  return named.map((tls) => {
    const sni = at(tls, 'sni');
    const name = text(sni) ?? '';
    const what = `Where "sni" is written, the name in the certificate is not checked any more, but for that in "subjectAltNames": any server with a certificate of a known authority is taken for ${quote(name)}.`;
    return say('MW3210', sni, what, {
      mends: [setting([...tls.path, 'subjectAltNames'], [name], `Check that the certificate is for ${name}`)],
    });
  });
};
