import { refuse } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent } from '../../spot.ts';
import { misspeltAt } from '../misspelt.ts';

/** A Gateway that opens nothing, or opens it for nobody. */
export const servers: SpecRule = ({ spec }) => {
  const list = at(spec, 'servers');
  if (!isFilled(list)) {
    if (misspeltAt('Gateway', spec, 'servers')) return [];
    const what = 'This Gateway has no servers, so it opens no port. Give it at least one.';
    return [refuse('MW0701', isPresent(list) ? list : spec, what, { at: 'key' })];
  }
  return all(list, '[].hosts')
    .filter((hosts) => !isFilled(hosts))
    .map((hosts) =>
      refuse('MW0702', hosts, 'This server has no hosts. Name some, or write "*" for all.', {
        at: 'key',
        mends: [
          { title: 'Open it for all hosts', steps: [{ kind: 'set-field', path: hosts.path, value: ['*'] }] },
        ],
      }),
    );
};
