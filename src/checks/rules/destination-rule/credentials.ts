import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import type { SpecRule, Subject } from '../../spec-rule.ts';
import { at, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { policyParts } from './policies.ts';

const CONFIG_MAP = 'configmap://';

/** Authorities out of a ConfigMap, which must be of the rule's own namespace. */
export const credentials: SpecRule = (subject) =>
  policyParts(subject.spec, 'tls').flatMap((tls) =>
    texts([at(tls, 'credentialName')]).flatMap((name) => configMap(name, subject)),
  );

function configMap(spot: Spot<string>, { namespace }: Subject): readonly Finding[] {
  if (!spot.value.startsWith(CONFIG_MAP)) return [];
  const parts = spot.value.slice(CONFIG_MAP.length).split('/');
  const [written = '', name = ''] = parts;
  const own = `${CONFIG_MAP}${namespace}/`;
  if (parts.length !== 2 || written === '' || name === '') {
    const only = parts.filter(Boolean);
    const mends = only.length === 1 ? [setting(spot.path, `${own}${only[0]}`)] : [];
    return [
      refuse('MW0522', spot, `${quote(spot.value)} must name the ConfigMap as ${CONFIG_MAP}namespace/name.`, {
        mends,
      }),
    ];
  }
  if (written === namespace) return [];
  const what = `The ConfigMap is in the namespace ${quote(written)}, and a DestinationRule may read only those of its own, ${namespace}.`;
  return [refuse('MW0522', spot, what, { mends: [setting(spot.path, `${own}${name}`)] })];
}
