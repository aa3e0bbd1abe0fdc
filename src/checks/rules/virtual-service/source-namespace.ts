import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, texts } from '../../spot.ts';
import { isDnsLabel } from '../../values/host-name.ts';
import { quote } from '../../words.ts';

/** The namespace of callers, in HTTP matches. In those of TLS and TCP istiod takes any text, and then none matches. */
export const sourceNamespace: SpecRule = ({ spec }) =>
  texts(all(spec, 'http[].match[].sourceNamespace'))
    .filter(({ value }) => value !== '' && !isDnsLabel(value))
    .map((spot) => {
      const meant = spot.value.trim().toLowerCase().replaceAll('_', '-');
      const mends = isDnsLabel(meant) ? [setting(spot.path, meant)] : [];
      return refuse('MW0414', spot, `${quote(spot.value)} cannot be the name of a namespace.`, {
        mends: [...mends, removing(spot.path)],
      });
    });
