import { refuse } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isPresent } from '../../spot.ts';

/** A DestinationRule without any `spec` is for no host. (A `spec` without a host is the schema's to tell.) */
export const emptyHost: SpecRule = ({ root, spec }) =>
  isPresent(at(root, 'spec'))
    ? []
    : [
        refuse('MW0501', spec, 'This DestinationRule names no host, so it is for nothing. Set "spec.host".', {
          at: 'key',
        }),
      ];
