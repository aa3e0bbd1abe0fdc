import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled, isPresent } from '../../spot.ts';

/** Mutual TLS by port is for the ports of certain pods, so it needs a selector. */
export const portLevelMtls: SpecRule = ({ spec }) => {
  const ports = at(spec, 'portLevelMtls');
  if (!isPresent(ports) || isFilled(at(spec, 'selector', 'matchLabels'))) return [];
  const what =
    'Modes for single ports need a selector with labels: ports mean something only for the pods that have them.';
  return [refuse('MW0901', ports, what, { at: 'key', mends: [removing(ports.path)] })];
};
